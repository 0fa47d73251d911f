import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {statsOf} from '../../src/report/stats.ts'
import {histories} from '../core/statistics/logs.ts'
import {dashboardOf} from '../support/dashboards.ts'
import {TODAY} from '../support/makers-schedule.ts'

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../docs/statistics.md'), 'utf8')

/** Every key at any depth. */
function keysIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [key, ...keysIn(item)])
}

test('every key is documented, and every value is one that JSON has', () => {
  fc.assert(
    fc.property(histories, history => {
      const stats = statsOf(dashboardOf(history))
      expect(JSON.parse(JSON.stringify(stats))).toEqual(stats)
      const missing = new Set(keysIn(stats).filter(key => !DOCUMENT.includes(`\`${key}\``)))
      expect([...missing]).toEqual([])
    }),
    {seed: 12, numRuns: 50},
  )
})

test('days are dates, and what there is not is null', () => {
  const {dashboard, retention} = statsOf(dashboardOf({today: TODAY}))
  expect(dashboard).toMatchObject({
    generatedAt: '2026-09-14T12:00:00+00:00',
    day: '2026-09-14',
    scope: {decks: [], tags: [], since: null, from: '2026-09-14', to: '2026-09-14'},
    stabilityDays: {cards: 0, mean: null, median: null},
    time: {meanSeconds: null, medianSeconds: null, answersPerMinute: null},
    calibration: {reviews: 0, logLoss: null, rmseBins: null, points: []},
  })
  expect(dashboard.stabilityDays.bins.at(-1)).toEqual({from: 3650, to: null, count: 0})
  expect(dashboard.forecast.days[0]).toMatchObject({day: '2026-09-14'})
  expect(retention).toEqual({days: 30, reviewed: 0, passed: 0, desired: 0.9})
})
