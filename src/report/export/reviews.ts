import type {DeckName, NoteId} from '../../core/note.ts'
import {RATINGS} from '../../core/rating.ts'
import type {Review} from '../../core/review-log.ts'
import type {Phase, Schedule} from '../../core/schedule.ts'
import {formatInstant, studyDayToIso} from '../../core/time.ts'
import {columnsOf} from './columns.ts'

/** A review that was not taken back, and the card that it was of, as it is today. */
export interface ExportedReview {
  readonly review: Review
  readonly noteId: NoteId
  readonly deck: DeckName
}

/** Times have the offset at which the learner lived them. */
export const REVIEW_COLUMNS = columnsOf<ExportedReview>({
  id: ({review}) => review.id,
  card: ({review}) => review.cardId,
  note: ({noteId}) => noteId,
  deck: ({deck}) => deck,
  at: ({review}) => formatInstant(review.at, review.utcOffsetMinutes),
  studyDay: ({review}) => studyDayToIso(review.studyDay),
  rating: ({review}) => review.rating,
  durationMs: ({review}) => review.durationMs,
  pointsRecalled: ({review}) => review.points?.recalled,
  pointsTotal: ({review}) => review.points?.total,
  phaseBefore: ({review}) => review.before,
  phase: ({review}) => review.after.phase,
  due: ({review}) => dueOf(review.after, review.utcOffsetMinutes),
  stabilityDays: ({review: {after}}) => studied(after)?.memory.stability,
  difficulty: ({review: {after}}) => studied(after)?.memory.difficulty,
  reps: ({review: {after}}) => studied(after)?.reps,
  lapses: ({review: {after}}) => studied(after)?.lapses,
})

const STATES: Readonly<Record<Phase, number>> = {new: 0, learning: 1, review: 2, relearning: 3}

/**
 * The layout that FSRS optimizers read: github.com/open-spaced-repetition/fsrs-optimizer, “Review Logs Schema”. The state is the
 * one in which the card was asked.
 */
export const FSRS_COLUMNS = columnsOf<ExportedReview>({
  card_id: ({review}) => review.cardId,
  review_time: ({review}) => review.at,
  review_rating: ({review}) => RATINGS.indexOf(review.rating) + 1,
  review_state: ({review}) => STATES[review.before],
  review_duration: ({review}) => review.durationMs,
})

/** A date in review, an instant in learning; nothing for a new card. */
export function dueOf(schedule: Schedule, utcOffsetMinutes: number): string | undefined {
  if (schedule.phase === 'new') return undefined
  return schedule.phase === 'review'
    ? studyDayToIso(schedule.due)
    : formatInstant(schedule.due, utcOffsetMinutes)
}

/** The schedule of a card that was answered. */
export function studied(schedule: Schedule): Exclude<Schedule, {phase: 'new'}> | undefined {
  return schedule.phase === 'new' ? undefined : schedule
}
