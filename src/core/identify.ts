import {type Candidate, listsBy, type Matching, matchByWords, startMatching} from './identity.ts'
import {type MergedNotes, matchMerges, matchSplits, type SplitNote} from './identity-divided.ts'
import {eachOnce, matchByAnswer, matchByLikeness, type Resemblance} from './identity-edited.ts'
import {matchAcross} from './identity-elsewhere.ts'
import {renamesOf} from './identity-renames.ts'
import type {ParsedNote} from './note.ts'

/** The notes of documents, and the stored notes that they may be. */
export interface Identifiable<Document, Stored extends Candidate> {
  readonly documents: readonly {
    readonly document: Document
    readonly notes: readonly ParsedNote[]
    /** Notes stored for the document. */
    readonly stored: readonly Stored[]
  }[]
  /** The notes of sources without a document, by path. */
  readonly gone: ReadonlyMap<string, readonly Stored[]>
  /** Absent notes of all other sources. */
  readonly absent: readonly Stored[]
}

/** Which note of the documents is which stored one. */
export interface Identification<Document, Stored extends Candidate> {
  readonly matchings: ReadonlyMap<Document, Matching<Stored>>
  /** Stored notes that are in no document. */
  readonly left: Set<Stored>
  /** By path of the source: the document that it was renamed to. */
  readonly renames: ReadonlyMap<string, Document>
  readonly splits: readonly SplitNote<Stored>[]
  readonly merges: readonly MergedNotes<Stored>[]
  /** What may be the same and may not: not matched. */
  readonly uncertain: readonly Resemblance<Stored>[]
}

/**
 * Finds out which stored note each note is, pass by pass, each taking what the ones before have left: what cannot be mistaken within a
 * document, then between documents; what is alike; what was divided or joined. Time is linear in the number of notes.
 */
export function identify<Document, Stored extends Candidate>({
  documents,
  gone,
  absent,
}: Identifiable<Document, Stored>): Identification<Document, Stored> {
  const unknown = documents.filter(({stored}) => stored.every(({isAbsent}) => isAbsent))
  const renames = renamesOf(unknown, gone)
  const earlierPaths = listsBy(renames, ([, document]) => document)
  const left = new Set([...gone.values()].flat())
  const matchings = new Map(
    documents.map(({document, notes, stored}) => {
      const renamed = earlierPaths.get(document) ?? []
      const own = [...stored, ...renamed.flatMap(([path]) => gone.get(path) ?? [])]
      return [document, startMatching(notes, own, left)] as const
    }),
  )
  for (const stored of absent) left.add(stored)
  const all = [...matchings.values()]
  for (const matching of all) matchByWords(matching)
  matchAcross(all, left)
  for (const matching of all) matchByAnswer(matching)
  const resemblances = matchByLikeness(all, left)
  const splits = matchSplits(all, left)
  const merges = matchMerges(all, left)
  const isOpen = ({matching, place, stored}: Resemblance<Stored>) =>
    !matching.matches[place] && left.has(stored)
  const explained = new Set([
    ...splits.flatMap(({created}) => created.map(({matching, place}) => matching.parsed[place])),
    ...merges.flatMap(({retired}) => retired),
  ])
  const isUnexplained = ({matching, place, stored}: Resemblance<Stored>) =>
    !explained.has(matching.parsed[place]) && !explained.has(stored)
  const uncertain = eachOnce(resemblances.filter(isOpen).filter(isUnexplained))
  return {matchings, left, renames, splits, merges, uncertain}
}
