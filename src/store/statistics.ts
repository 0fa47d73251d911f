import type {Database} from 'better-sqlite3'
import type {Rating} from '../core/rating.ts'
import type {Phase} from '../core/schedule.ts'
import type {StudyDay} from '../core/time.ts'
import {NOT_TAKEN_BACK} from './reviews.ts'
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

/** Counts over the log, for those who need no more than a day of it. */
export function statisticsView(db: Database) {
  const ofDay = lazily<
    [day: number],
    {before_phase: Phase; rating: Rating; answers: number; duration_ms: number}
  >(
    db,
    `select before_phase, rating, count(*) as answers, sum(duration_ms) as duration_ms
      from reviews as entry where study_day = ? and kind = 'review' and ${NOT_TAKEN_BACK} group by before_phase, rating`,
  )
  const days = lazily<[], {study_day: number}>(
    db,
    `select distinct study_day from reviews as entry where kind = 'review' and ${NOT_TAKEN_BACK} order by study_day`,
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
  }
}
