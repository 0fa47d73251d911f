import type {Card} from './card.ts'
import type {OptionsId, SchedulingOptions} from './options.ts'
import type {Practice, PracticeUndo} from './practice.ts'
import type {Rating} from './rating.ts'
import type {EntryId, Points, Review, Undo} from './review-log.ts'
import type {Schedule} from './schedule.ts'
import {reviewMoment, type Scheduler} from './scheduler.ts'
import type {ActionStep, StepUndo} from './step.ts'
import type {Moment, StudyDay} from './time.ts'

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

/** Write the action to the journal and to its cards or their notes, in one transaction. */
export interface RecordAction {
  readonly type: 'record-action'
  readonly step: ActionStep
  /** On which it is done: a card is buried until the next one. */
  readonly studyDay: StudyDay
}

/** Give the cards the marks that they had before the newest step, and write down that it was taken back. */
export interface RevertAction {
  readonly type: 'revert-action'
  readonly stepId: EntryId
  readonly undo: StepUndo
}

/** Give notes and cards the content that they had before the newest step, an import; the document stays as it is. */
export interface RevertEdit {
  readonly type: 'revert-edit'
  readonly stepId: EntryId
  readonly undo: StepUndo
}

/** Write down an answer outside the schedule. */
export interface RecordPractice {
  readonly type: 'record-practice'
  readonly practice: Practice
}

/** Write down that an answer outside the schedule was taken back. */
export interface RevertPractice {
  readonly type: 'revert-practice'
  readonly undo: PracticeUndo
}

/** What must be on disk before the session goes on. */
export type SessionEffect =
  | RecordReview
  | RevertReview
  | RecordAction
  | RevertAction
  | RevertEdit
  | RecordPractice
  | RevertPractice

/** The longest time from question to rating that counts: whoever takes longer was away. */
export const ANSWER_TIME_CAP_MS = 60_000

export interface RateRequest {
  readonly moment: Moment
  /** The id that the entry in the log will have. */
  readonly entryId: EntryId
  /** Time from question to rating. A clock that went back counts as 0, more than `ANSWER_TIME_CAP_MS` as that. */
  readonly durationMs: number
  /** Where the learner ticked off what was recalled. */
  readonly points?: Points | undefined
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
  {moment, entryId, durationMs, points}: RateRequest,
  {scheduler, options, optionsId}: RatingContext,
): RecordReview {
  const review: Review = {
    kind: 'review',
    id: entryId,
    cardId: card.id,
    ...momentFields(reviewMoment(card.schedule, moment)),
    rating,
    durationMs: countedMs(durationMs),
    optionsId,
    before: card.schedule.phase,
    after: scheduler.review(card.id, card.schedule, rating, moment),
    ...(points && {points}),
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

/** Answer a card outside the schedule. */
export function practiceCard(
  {id}: Pick<Card, 'id'>,
  rating: Rating,
  {moment, entryId, durationMs}: RateRequest,
): RecordPractice {
  const practice: Practice = {
    id: entryId,
    cardId: id,
    ...momentFields(moment),
    rating,
    durationMs: countedMs(durationMs),
  }
  return {type: 'record-practice', practice}
}

/** Take back an answer outside the schedule. */
export function revertPractice(
  {id, cardId}: Pick<Practice, 'id' | 'cardId'>,
  {moment, entryId}: UndoRequest,
): RevertPractice {
  return {
    type: 'revert-practice',
    undo: {id: entryId, cardId, ...momentFields(moment), voids: id},
  }
}

/** Take back the newest step, be it an action or an edit. */
export function revertStep(
  type: 'revert-action' | 'revert-edit',
  stepId: EntryId,
  {moment, entryId}: UndoRequest,
): RevertAction | RevertEdit {
  return {type, stepId, undo: {id: entryId, at: moment.at}}
}

function countedMs(durationMs: number): number {
  return Math.min(ANSWER_TIME_CAP_MS, Math.max(0, Math.round(durationMs)))
}

function momentFields({at, studyDay, utcOffsetMinutes}: Moment): Moment {
  return {at, studyDay, utcOffsetMinutes}
}
