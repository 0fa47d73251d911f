import type {Card} from './card.ts'
import type {OptionsId, SchedulingOptions} from './options.ts'
import type {Rating} from './rating.ts'
import type {EntryId, Review, Undo} from './review-log.ts'
import type {Schedule} from './schedule.ts'
import {reviewMoment, type Scheduler} from './scheduler.ts'
import type {Moment} from './time.ts'

/** Write the review to the log and its `after` to the card, in one transaction. */
export interface RecordReview {
  readonly type: 'record-review'
  readonly review: Review
  /** The schedule that the review was computed from: what the card must still have. */
  readonly from: Schedule
  /** The options of the review’s id, which the store may not have yet. */
  readonly options: SchedulingOptions
}

/** Write the undo to the log, and to its card the schedule that the log gives without the voided review, in one transaction. */
export interface RevertReview {
  readonly type: 'revert-review'
  readonly undo: Undo
}

/** What must be on disk before the session goes on. */
export type SessionEffect = RecordReview | RevertReview

export interface RateRequest {
  readonly moment: Moment
  /** The id that the entry in the log will have. */
  readonly entryId: EntryId
  /** Time from question to rating. A clock that went back counts as 0. */
  readonly durationMs: number
}

export interface UndoRequest {
  readonly moment: Moment
  readonly entryId: EntryId
}

/** What a rating is computed with. */
export interface RatingContext {
  readonly scheduler: Scheduler
  /** The options that the scheduler works by. */
  readonly options: SchedulingOptions
  readonly optionsId: OptionsId
}

/** Answer a card. The one way in which a review comes to be, in the session and out of it. */
export function rateCard(
  card: Pick<Card, 'id' | 'schedule'>,
  rating: Rating,
  {moment, entryId, durationMs}: RateRequest,
  {scheduler, options, optionsId}: RatingContext,
): RecordReview {
  const review: Review = {
    kind: 'review',
    id: entryId,
    cardId: card.id,
    ...momentFields(reviewMoment(card.schedule, moment)),
    rating,
    durationMs: Math.max(0, Math.round(durationMs)),
    optionsId,
    before: card.schedule.phase,
    after: scheduler.review(card.id, card.schedule, rating, moment),
  }
  return {type: 'record-review', review, from: card.schedule, options}
}

/** Take a review back. */
export function revertReview(
  review: Pick<Review, 'id' | 'cardId'>,
  {moment, entryId}: UndoRequest,
): RevertReview {
  const undo: Undo = {
    kind: 'undo',
    id: entryId,
    cardId: review.cardId,
    ...momentFields(moment),
    voids: review.id,
  }
  return {type: 'revert-review', undo}
}

function momentFields({at, studyDay, utcOffsetMinutes}: Moment): Moment {
  return {at, studyDay, utcOffsetMinutes}
}
