import type {Brand} from './brand.ts'
import type {CardId} from './card.ts'
import type {OptionsId} from './options.ts'
import type {Rating} from './rating.ts'
import type {Phase, Schedule} from './schedule.ts'
import type {Moment} from './time.ts'

/** 26 characters, globally unique, sortable by time (ULID). */
export type EntryId = Brand<string, 'EntryId'>

interface EntryBase extends Moment {
  readonly id: EntryId
  readonly cardId: CardId
}

/** How much of an answer was recalled, ticked off point by point. */
export interface Points {
  /** From 0 to `total`. */
  readonly recalled: number
  /** At least 1. */
  readonly total: number
}

/** One answered card. */
export interface Review extends EntryBase {
  readonly kind: 'review'
  readonly rating: Rating
  /** Time from question to rating. */
  readonly durationMs: number
  /** The options in force. */
  readonly optionsId: OptionsId
  /** The phase that the card was in when it was asked. */
  readonly before: Phase
  /** The schedule that followed. */
  readonly after: Schedule
  /** Where the learner ticked off what was recalled. */
  readonly points?: Points
}

/** Takes back an earlier entry, which stays in the log. */
export interface Undo extends EntryBase {
  readonly kind: 'undo'
  /** The entry that no longer counts. */
  readonly voids: EntryId
}

/** A row of the review log. Entries are only ever added. */
export type LogEntry = Review | Undo
