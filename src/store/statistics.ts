import type {Database} from 'better-sqlite3'
import type {Rating} from '../core/rating.ts'
import type {Phase} from '../core/schedule.ts'
import type {StudyDay} from '../core/time.ts'
import {lazily} from './statement.ts'

/** What was answered on one study day; what was taken back does not count. */
export interface DayActivity {
  /** Answers to cards that were new. */
  readonly introduced: number
  /** Answers to cards that were in review. */
  readonly reviewed: number
  /** Answers to any cards. */
  readonly answers: number
  readonly durationMs: number
  readonly ratings: Readonly<Record<Rating, number>>
}

/** Answers to cards that were in review, and those of them that were not rated again. */
export interface Retention {
  readonly reviewed: number
  readonly passed: number
}

/** Cards in each phase that are in a source, and all those that are in none any more. */
export type CardCounts = Readonly<Record<Phase | 'absent', number>>

const COUNTS = `kind = 'review' and not exists (
  select 1 from reviews as undo where undo.voids is not null and undo.voids = reviews.id)`

/** Counts over the log and the cards. Aggregates are computed when asked for: nothing to keep right. */
export function statisticsView(db: Database) {
  const ofDay = lazily<
    [day: number],
    {before_phase: Phase; rating: Rating; answers: number; duration_ms: number}
  >(
    db,
    `select before_phase, rating, count(*) as answers, sum(duration_ms) as duration_ms
      from reviews where study_day = ? and ${COUNTS} group by before_phase, rating`,
  )
  const days = lazily<[], {study_day: number}>(
    db,
    `select distinct study_day from reviews where ${COUNTS} order by study_day`,
  )
  const retention = lazily<[from: number, to: number], Retention>(
    db,
    `select count(*) as reviewed, count(*) filter (where rating <> 'again') as passed
      from reviews where study_day between ? and ? and before_phase = 'review' and ${COUNTS}`,
  )
  const phases = lazily<[], {state: Phase | 'absent'; cards: number}>(
    db,
    `select iif(absent_since is null, phase, 'absent') as state, count(*) as cards from cards group by state`,
  )

  return {
    dayActivity(day: StudyDay): DayActivity {
      const ratings = {again: 0, hard: 0, good: 0, easy: 0}
      const activity = {introduced: 0, reviewed: 0, answers: 0, durationMs: 0}
      for (const row of ofDay().all(day)) {
        ratings[row.rating] += row.answers
        activity.answers += row.answers
        activity.durationMs += row.duration_ms
        if (row.before_phase === 'new') activity.introduced += row.answers
        if (row.before_phase === 'review') activity.reviewed += row.answers
      }
      return {...activity, ratings}
    },

    /** Every study day with an answer, ascending: what streaks are counted from. */
    studyDays(): readonly StudyDay[] {
      return days()
        .all()
        .map(row => row.study_day as StudyDay)
    },

    /** True retention: reviews of cards in review from one study day to another, both included. */
    retentionBetween(from: StudyDay, to: StudyDay): Retention {
      return retention().get(from, to) as Retention
    },

    cardCounts(): CardCounts {
      const counts = {new: 0, learning: 0, review: 0, relearning: 0, absent: 0}
      for (const {state, cards} of phases().all()) counts[state] = cards
      return counts
    },
  }
}
