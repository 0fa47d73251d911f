import type {CardId} from './card.ts'
import type {Rating} from './rating.ts'
import type {EntryId} from './review-log.ts'
import type {Moment} from './time.ts'

/** One card answered outside the schedule, which stays as it was. */
export interface Practice extends Moment {
  /** From the same ascending sequence as the entries of the review log. */
  readonly id: EntryId
  readonly cardId: CardId
  readonly rating: Rating
  /** Time from question to rating. */
  readonly durationMs: number
}

/** Takes back an answer outside the schedule, which stays in its log. */
export interface PracticeUndo extends Moment {
  readonly id: EntryId
  readonly cardId: CardId
  readonly voids: EntryId
}
