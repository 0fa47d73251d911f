import type {Database} from 'better-sqlite3'
import {PACE_ANSWERS, type PaceAnswer} from '../core/pace.ts'
import type {Phase} from '../core/schedule.ts'
import {ANSWER_TIME_CAP_MS} from '../core/session-effects.ts'
import type {StudyDay} from '../core/time.ts'
import {lazily} from './statement.ts'

interface AnswerRow {
  readonly before_phase: Phase
  readonly phase: Phase
  readonly duration_ms: number
}

/** How fast the learner answers, and for how long. */
export function paceView(db: Database) {
  const selectRecent = lazily<[count: number], AnswerRow>(
    db,
    `select before_phase, phase, duration_ms from reviews
      where kind = 'review' and duration_ms > 0 order by id desc limit ?`,
  )
  const selectTime = lazily<[cap: number, day: StudyDay], {ms: number | null}>(
    db,
    `select sum(min(duration_ms, ?)) as ms from reviews as review
      where study_day = ? and kind = 'review'
        and not exists (select 1 from reviews where voids = review.id)`,
  )
  return {
    /** The newest answers that took time, those that were taken back too: they took as long. `ebb rate` has no question to time. */
    recentAnswers(): readonly PaceAnswer[] {
      return selectRecent()
        .all(PACE_ANSWERS)
        .map(row => ({
          before: row.before_phase,
          after: {phase: row.phase},
          durationMs: row.duration_ms,
        }))
    },

    /** Milliseconds that the answers of a study day took. */
    studiedMs(day: StudyDay): number {
      return selectTime().get(ANSWER_TIME_CAP_MS, day)?.ms ?? 0
    },
  }
}
