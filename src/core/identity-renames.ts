import type {Candidate} from './identity.ts'
import {listsBy} from './identity.ts'
import {contentKeyOf, keyOf, questionKeyOf} from './identity-keys.ts'
import type {ParsedNote} from './note.ts'

/** A document that holds this much of what a vanished source held is the same under another name. */
const MOST = 0.5

interface Unknown<Document> {
  readonly document: Document
  readonly notes: readonly ParsedNote[]
}

/**
 * Which document each vanished source has become, where one holds most of its notes: the same words or the same question.
 * Of several, the one that holds most. A document may be several sources joined.
 * @param unknown documents of which nothing is stored
 */
export function renamesOf<Document, Stored extends Candidate>(
  unknown: readonly Unknown<Document>[],
  gone: ReadonlyMap<string, readonly Stored[]>,
): ReadonlyMap<string, Document> {
  const present = [...gone].map(
    ([path, notes]) => [path, notes.filter(({isAbsent}) => !isAbsent)] as const,
  )
  const homes = listsBy(
    present.flatMap(([path, notes]) =>
      notes.flatMap(note => keysOf(note).map(key => ({key, path}))),
    ),
    ({key}) => key,
  )
  const renames = new Map<string, {document: Document; shared: number}>()
  if (homes.size === 0) return new Map()
  const sizes = new Map(present.map(([path, notes]) => [path, notes.length]))
  for (const {document, notes} of unknown) {
    const counts = new Map<string, number>()
    for (const note of notes) {
      const found =
        keysOf(note)
          .map(key => homes.get(key))
          .find(Boolean) ?? []
      for (const path of new Set(found.map(({path}) => path))) {
        counts.set(path, (counts.get(path) ?? 0) + 1)
      }
    }
    for (const [path, shared] of counts) {
      const isMost = shared >= (sizes.get(path) ?? 0) * MOST
      if (isMost && shared > (renames.get(path)?.shared ?? 0)) renames.set(path, {document, shared})
    }
  }
  return new Map([...renames].map(([path, {document}]) => [path, document]))
}

function keysOf({content}: ParsedNote | Candidate): readonly string[] {
  return [keyOf(['words', contentKeyOf(content)]), keyOf(['question', questionKeyOf(content)])]
}
