import type {Identification} from './identify.ts'
import {type Asked, type Duplicate, duplicatesIn} from './identity-duplicates.ts'
import {contentKeyOf} from './identity-keys.ts'
import type {ImportedDocument, StoredNote} from './import-types.ts'
import type {ParsedNote} from './note.ts'

/** Notes that are left out since another document has them already, and what the learner should know about them. */
export interface LeftOut {
  readonly copies: ReadonlySet<ParsedNote>
  readonly duplicates: readonly Duplicate[]
}

/** @param staying stored notes that the import does not touch */
export function leftOutOf(
  {matchings}: Pick<Identification<ImportedDocument, StoredNote>, 'matchings'>,
  staying: readonly StoredNote[],
): LeftOut {
  const parsed = new Map<Asked, ParsedNote>()
  const asked: Asked[] = staying
    .filter(({isAbsent}) => !isAbsent)
    .map(({sourcePath: path, line, content}) => {
      return {path, line, content, isStored: true, isFresh: false}
    })
  for (const [{path}, {parsed: notes, matches}] of matchings) {
    for (const [place, note] of notes.entries()) {
      const {line, content} = note
      const stored = matches[place]
      const isFresh = !stored || contentKeyOf(stored.content) !== contentKeyOf(content)
      const one = {path, line, content, isStored: stored !== undefined, isFresh}
      asked.push(one)
      parsed.set(one, note)
    }
  }
  const {copies, duplicates} = duplicatesIn(asked)
  return {copies: new Set([...copies].flatMap(copy => parsed.get(copy) ?? [])), duplicates}
}
