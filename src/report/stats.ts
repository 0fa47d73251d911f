import type {Dashboard} from '../core/statistics/dashboard.ts'
import {dashboardJson} from './stats-json.ts'

const RETENTION_DAYS = 30

/** What `ebb stats --json` prints: the figures of its first version, and the whole dashboard. docs/statistics.md tells of each field. */
export function statsOf(dashboard: Dashboard) {
  const {today, streaks, retention, desiredRetention, cards} = dashboard
  const {answers, introduced, reviewed, durationMs, ratings} = today
  const month = retention.find(({span}) => span === 'month')?.all
  const {young, mature, ...counts} = cards.counts
  return {
    today: {introduced, reviewed, answers, durationMs, ratings},
    streakDays: streaks.current,
    studyDays: streaks.studyDays,
    retention: {
      days: RETENTION_DAYS,
      reviewed: month?.reviewed ?? 0,
      passed: month?.passed ?? 0,
      desired: desiredRetention,
    },
    cards: {
      new: counts.new,
      learning: counts.learning,
      review: young + mature,
      relearning: counts.relearning,
      absent: counts.absent,
      suspended: counts.suspended,
    },
    dashboard: dashboardJson(dashboard),
  }
}
