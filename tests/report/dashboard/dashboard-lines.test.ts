import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {CardId} from '../../../src/core/card.ts'
import type {DeckName} from '../../../src/core/note.ts'
import type {Review} from '../../../src/core/review-log.ts'
import {NEW, type Schedule} from '../../../src/core/schedule.ts'
import type {Dashboard} from '../../../src/core/statistics/dashboard.ts'
import type {StudyDay} from '../../../src/core/time.ts'
import {plainText, widthOf} from '../../../src/render/line.ts'
import {dashboardLines} from '../../../src/report/dashboard/dashboard-lines.ts'
import {histories} from '../../core/statistics/logs.ts'
import {dashboardOf} from '../../support/dashboards.ts'
import {logBuilder, momentOf, optionsOf, TODAY} from '../../support/makers-schedule.ts'

const textsOf = (dashboard: Dashboard, width: number, ascii = false) =>
  dashboardLines(dashboard, {width, ascii}).map(plainText)

/** A card that was rated once, on the day. */
function oneReview(): Dashboard {
  const log = logBuilder({default: optionsOf()})
  const after = log.rate(NEW, 'easy', momentOf(TODAY, 9 * 60))
  const reviews = log.entries as readonly Review[]
  const schedules = new Map<CardId, Schedule>([[reviews[0]?.cardId as CardId, after]])
  return dashboardOf({reviews, schedules, today: TODAY})
}

const decks = ['数学::線形代数', 'A very long name of a deck::with another one below it', 'Git']
const dashboards = fc
  .record({history: histories, back: fc.option(fc.nat({max: 3_000}), {nil: undefined})})
  .map(({history, back}) =>
    dashboardOf({
      ...history,
      since: back === undefined ? undefined : ((history.today - back) as StudyDay),
      deckOf: id => decks[Number(id.slice(11, 12)) % decks.length] as string,
    }),
  )

test('no line is wider than asked for, and every figure is a number', () => {
  const width = fc.oneof(fc.constantFrom(40, 80, 120, 200), fc.integer({min: 1, max: 220}))
  fc.assert(
    fc.property(dashboards, width, fc.boolean(), (dashboard, width, ascii) => {
      for (const line of dashboardLines(dashboard, {width, ascii})) {
        expect(widthOf(line)).toBeLessThanOrEqual(width)
        expect(plainText(line)).not.toMatch(/NaN|Infinity|undefined/)
      }
    }),
    {seed: 71, numRuns: 80},
  )
})

test('with ASCII alone, nothing but deck names and questions is beyond it', () => {
  for (const line of [...textsOf(oneReview(), 100, true), ...textsOf(oneReview(), 200, true)]) {
    expect(line).toMatch(/^[\x20-\x7e]*$/)
  }
})

const TITLES = [
  'Today',
  'Forecast',
  'Streak and calendar',
  'Reviews by type',
  'True retention',
  'Cards',
  'Estimated knowledge',
  'Stability',
  'Difficulty',
  'Retrievability',
  'Intervals',
  'Hours of the day',
  'Rating buttons',
  'Time and pace',
  'Calibration',
  'Decks',
  'Leeches',
]

test.each([40, 80, 120, 200])(
  'at %d columns every section has its title and some content',
  width => {
    const lines = textsOf(oneReview(), width)
    for (const title of TITLES) {
      const row = lines.findIndex(line => new RegExp(`(^|  )${title} ─`).test(line))
      expect(row, title).toBeGreaterThan(0)
      expect(lines[row + 1]?.trim(), title).not.toBe('')
    }
  },
)

test('an empty collection is told of in two sentences', () => {
  expect(textsOf(dashboardOf({today: TODAY}), 80)).toEqual([
    'There are no cards yet.',
    '`ebb import PATH` makes some from your documents.',
  ])
})

const titlesIn = (lines: readonly string[]) =>
  TITLES.filter(title => lines.some(line => line.startsWith(`${title} ─`)))

test('without an answer there is no chart that has nothing to show', () => {
  const lines = textsOf(
    dashboardOf({schedules: new Map([['3vt8m0k2x9qd.1' as CardId, NEW]]), today: TODAY}),
    80,
  )
  expect(lines[1]).toBe('There are no answers yet: charts come with them.')
  expect(titlesIn(lines)).toEqual(['Today', 'Cards', 'Decks'])
})

test('where nothing was answered since the day, what is of all time stays', () => {
  const log = logBuilder({default: optionsOf()})
  const after = log.rate(NEW, 'easy', momentOf((TODAY - 9) as StudyDay, 9 * 60))
  const reviews = log.entries as readonly Review[]
  const schedules = new Map<CardId, Schedule>([[reviews[0]?.cardId as CardId, after]])
  const lines = textsOf(dashboardOf({reviews, schedules, today: TODAY, since: TODAY}), 80)
  expect(lines[1]).toBe('There are no answers in this time.')
  const titles = titlesIn(lines)
  expect(titles).toContain('Streak and calendar')
  expect(titles).toContain('Stability')
  expect(titles).not.toContain('Hours of the day')
})

test('one review is told of as one', () => {
  const lines = textsOf(oneReview(), 100)
  expect(lines).toContain('1 answer in 4 s: 0 again, 0 hard, 0 good, 1 easy.')
  expect(lines).toContain('1 new card, 0 reviews; 0 cards due.')
  expect(lines).toContain('1 day in a row; at most 1; 1 day in all.')
  expect(lines).toContain('1 card, 1 of them studied, about 1 known today.')
  expect(lines).toContain(
    '4 s on 1 day, 4 s a day. 4 s for an answer, half of them within 4 s; 15.0 answers a minute.',
  )
})

test('the heading says what the figures are about', () => {
  const {scope, ...rest} = oneReview()
  const since = (TODAY - 30) as StudyDay
  const chosen = {...scope, decks: ['Git' as DeckName], tags: ['exam'], since}
  expect(textsOf({...rest, scope: chosen}, 120)[0]).toBe(
    'Progress on 2026-09-14: Git; tagged exam; answers since 2026-08-15',
  )
})

test('a long time that was asked for is drawn by weeks or months', () => {
  const log = logBuilder({default: optionsOf()})
  let schedule: Schedule = log.rate(NEW, 'easy', momentOf(TODAY - 2_000))
  for (let back = 1_900; back >= 0; back -= 100) {
    schedule = log.rate(schedule, 'good', momentOf(TODAY - back))
  }
  const reviews = log.entries as readonly Review[]
  const schedules = new Map<CardId, Schedule>([[reviews[0]?.cardId as CardId, schedule]])
  const unitSince = (days: number) => {
    const since = (TODAY - days) as StudyDay
    const lines = textsOf(dashboardOf({reviews, schedules, today: TODAY, since}), 80)
    return lines.find(line => line.startsWith('Answers by'))?.split(' ')[2]
  }
  expect([20, 300, 2_000].map(unitSince)).toEqual(['day,', 'week,', 'month,'])
})
