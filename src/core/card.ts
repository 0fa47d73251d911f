import type {Brand} from './brand.ts'
import type {Marks} from './marks.ts'
import type {DeckName, NoteContent, NoteId} from './note.ts'
import type {Schedule} from './schedule.ts'

/** `NOTE.VARIANT`: `7k3m0q9v2xna.1`. */
export type CardId = Brand<string, 'CardId'>

/** Which card of its note: the question asked forwards, backwards, or the deletions of one group hidden. */
export type Variant = 'forward' | 'backward' | `cloze-${number}`

/** One prompt made from a note, with its own schedule. */
export interface Card {
  readonly id: CardId
  readonly noteId: NoteId
  readonly variant: Variant
  readonly deck: DeckName
  readonly section: readonly string[]
  /** The document’s first, then those that the learner gave it: `marks.ownTags`. */
  readonly tags: readonly string[]
  readonly content: NoteContent
  /** Where the note stands: the document’s path as stored, and the question’s first line. */
  readonly source: {readonly path: string; readonly line: number}
  readonly schedule: Schedule
  readonly marks: Marks
  /** Where the card is in no source any more: kept, not asked. */
  readonly isAbsent?: true
}
