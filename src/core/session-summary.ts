import type {Practice} from './practice.ts'
import {type Counts, dueTime} from './queue.ts'
import {RATINGS, type Rating} from './rating.ts'
import type {Review} from './review-log.ts'
import type {Schedule} from './schedule.ts'
import {currentCard, type Done, type SessionState} from './session-state.ts'
import type {Instant, StudyDay} from './time.ts'
import {dueDayOf} from './wait.ts'

/** What a session came to. Answers that were taken back are not in it. */
export interface SessionSummary {
  /** Answers; a card that came back counts each time. */
  readonly reviews: number
  /** Different cards. */
  readonly cards: number
  readonly ratings: Record<Rating, number>
  /** Time from question to rating, all answers together. */
  readonly durationMs: number
}

/** All that was done in a session and not taken back, first to last. */
export function doneIn(state: SessionState): readonly Done[] {
  const all: Done[] = []
  for (let done = state.last; done; done = done.before.last) all.push(done)
  return all.reverse()
}

/** The reviews of a session that count, first to last. */
export function reviewsOf(state: SessionState): readonly Review[] {
  return doneIn(state).flatMap(done => (done.kind === 'answer' ? [done.review] : []))
}

/** The answers of a session, first to last, those outside the schedule too. */
export function answersOf(state: SessionState): readonly (Review | Practice)[] {
  return doneIn(state).flatMap(done =>
    done.kind === 'answer' ? [done.review] : done.kind === 'practice' ? [done.practice] : [],
  )
}

/** Cards, ratings and time of the session so far. */
export function summaryOf(state: SessionState): SessionSummary {
  const reviews = answersOf(state)
  const ratings = Object.fromEntries(RATINGS.map(rating => [rating, 0])) as Record<Rating, number>
  for (const {rating} of reviews) ratings[rating] += 1
  return {
    reviews: reviews.length,
    cards: new Set(reviews.map(review => review.cardId)).size,
    ratings,
    durationMs: reviews.reduce((sum, review) => sum + review.durationMs, 0),
  }
}

/** What is still to be asked, the present card included; relearning counts as learning. */
export function countLeft(state: SessionState): Counts {
  const counts = {new: 0, learning: state.learning.length, review: 0}
  const present = currentCard(state)
  const rest = state.main.slice(state.taken)
  for (const {schedule} of present ? [present, ...rest] : rest) {
    counts[schedule.phase === 'relearning' ? 'learning' : schedule.phase] += 1
  }
  return {total: counts.new + counts.learning + counts.review, ...counts}
}

/** What comes next, after all that can be asked now. */
export type NextDue =
  /** No card has a time: all are new, or there are none. */
  | {readonly kind: 'nothing'}
  /** Cards that the day still offers: the session was of fewer. */
  | {readonly kind: 'today'; readonly cards: number}
  /** A card in learning, later. */
  | {readonly kind: 'instant'; readonly due: Instant}
  /** Cards that are due on a study day, after today. */
  | {readonly kind: 'day'; readonly due: StudyDay; readonly cards: number}

/** What decides about what comes next. */
export interface Upcoming {
  /** Schedules of all cards in learning or relearning. */
  readonly learning: Iterable<Schedule>
  /** How many cards in review are due on a day; at least those until tomorrow, or else those of the first day that has any. */
  readonly reviews: Iterable<{readonly day: StudyDay; readonly cards: number}>
}

/**
 * What comes next: the first card in learning if its study day comes before the next day that has cards due, else that
 * day. What is overdue (held back by a limit) counts for tomorrow.
 */
export function nextDueOf(
  {learning, reviews}: Upcoming,
  today: StudyDay,
  studyDayOf: (instant: Instant) => StudyDay,
): NextDue {
  let instant = Number.POSITIVE_INFINITY as Instant
  let day = Number.POSITIVE_INFINITY
  let cards = 0
  const add = (dueDay: StudyDay, count: number): void => {
    const due = Math.max(dueDay, today + 1)
    if (due < day) {
      day = due
      cards = 0
    }
    if (due === day) cards += count
  }
  for (const schedule of learning) {
    const dueDay = dueDayOf(schedule)
    if (dueDay === undefined) instant = Math.min(instant, dueTime({schedule})) as Instant
    else add(dueDay, 1)
  }
  for (const review of reviews) add(review.day, review.cards)
  if (Number.isFinite(instant) && studyDayOf(instant) < day) return {kind: 'instant', due: instant}
  return cards > 0 ? {kind: 'day', due: day as StudyDay, cards} : {kind: 'nothing'}
}
