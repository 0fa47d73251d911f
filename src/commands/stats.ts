import {streakOf} from '../core/streak.ts'
import type {StudyDay} from '../core/time.ts'
import {formatJson} from '../report/json.ts'
import {formatStats, type Stats} from '../report/stats.ts'
import {type Context, done, type Outcome} from './context.ts'
import {openDay} from './session.ts'

const RETENTION_DAYS = 30

/** Progress in numbers: today, the streak, true retention, and cards by phase. */
export function stats(context: Context, {json}: {readonly json: boolean}): Outcome {
  const {store, settings, moment} = openDay(context)
  const today = moment.studyDay
  const days = store.studyDays()
  const result: Stats = {
    today: store.dayActivity(today),
    streakDays: streakOf(days, today),
    studyDays: days.length,
    retention: {
      days: RETENTION_DAYS,
      ...store.retentionBetween((today - RETENTION_DAYS + 1) as StudyDay, today),
      desired: settings.scheduling.desiredRetention,
    },
    cards: store.cardCounts(),
  }
  return done(json ? formatJson(result) : formatStats(result))
}
