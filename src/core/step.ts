import type {Card, CardId} from './card.ts'
import type {CardAction} from './marks.ts'
import type {Practice} from './practice.ts'
import type {EntryId, Review} from './review-log.ts'
import type {Instant} from './time.ts'

/** An import as it can be taken back. */
export interface ImportStep {
  /** From the same ascending sequence as the entries of the review log. */
  readonly id: EntryId
  readonly at: Instant
  /** Paths of the sources that it changed. */
  readonly sources: readonly string[]
  /** Notes that it added. */
  readonly added: number
  /** Notes that it changed in any way, moved or made absent. */
  readonly changed: number
}

/** What the learner did to cards besides answering them, as it can be taken back. */
export interface ActionStep {
  /** From the same ascending sequence as the entries of the review log. */
  readonly id: EntryId
  readonly at: Instant
  readonly action: CardAction
  /** The cards that it was done on, at least one. What concerns notes concerns the other cards of their notes, too. */
  readonly cardIds: readonly CardId[]
}

/** The last thing that was done and not taken back. */
export type NewestStep =
  | {readonly kind: 'review'; readonly review: Review}
  /** Outside the schedule. */
  | {readonly kind: 'practice'; readonly practice: Practice}
  | {readonly kind: 'action'; readonly step: ActionStep}
  /** A document was edited from within a review, and imported. */
  | {readonly kind: 'edit'; readonly step: ImportStep}
  | {readonly kind: 'import'; readonly step: ImportStep}

/** What was done last before a session, and is not for a session to take back. */
export interface OutOfReach {
  readonly kind: 'import' | 'practice'
}

/**
 * What was done last before a session, and can be taken back within it. `cards`: the cards of the session that it touched, as
 * they will be once it is taken back. `askNext`: the one that it was done on, to be asked again; it is among them.
 */
export type Earlier = Exclude<NewestStep, OutOfReach> & {
  readonly cards: readonly Card[]
  readonly askNext: CardId | undefined
}

/** As what the taking back of a step is written down. */
export interface StepUndo {
  readonly id: EntryId
  readonly at: Instant
}

/** What became of the notes of an import that was taken back. */
export interface UndoneImport {
  /** Notes that it had added, and that nobody has answered: gone. */
  readonly removed: number
  /** Notes that it had added, and that have been answered: kept as absent. */
  readonly retired: number
  /** Notes that are again as they were. */
  readonly restored: number
}
