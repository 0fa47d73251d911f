import fc from 'fast-check'
import {expect, test} from 'vitest'
import {answerTally} from '../../../src/core/statistics/answers.ts'
import {heatMapOf, heatMapPeriod} from '../../../src/core/statistics/heat-map.ts'
import {
  calendarPeriods,
  daysIn,
  equalPeriods,
  indexOfPeriod,
  lastDays,
  type Period,
  periodOf,
  weekdayOf,
} from '../../../src/core/statistics/periods.ts'
import {streaksOf} from '../../../src/core/statistics/streaks.ts'
import {type StudyDay, studyDayFromIso, studyDayToIso} from '../../../src/core/time.ts'

const day = (iso: string) => studyDayFromIso(iso) as StudyDay
const shown = ({from, to}: Period) => `${studyDayToIso(from)} ${studyDayToIso(to)}`

test.each([
  {iso: '1970-01-01', weekday: 3},
  {iso: '1969-12-31', weekday: 2},
  {iso: '2026-09-14', weekday: 0},
  {iso: '2026-09-20', weekday: 6},
])('$iso is weekday $weekday', ({iso, weekday}) => {
  expect(weekdayOf(day(iso))).toBe(weekday)
})

test.each([
  {unit: 'day', period: '2024-02-29 2024-02-29'},
  {unit: 'week', period: '2024-02-26 2024-03-03'},
  {unit: 'month', period: '2024-02-01 2024-02-29'},
  {unit: 'year', period: '2024-01-01 2024-12-31'},
] as const)('the $unit of 29 February 2024 is $period', ({unit, period}) => {
  expect(shown(periodOf(day('2024-02-29'), unit))).toBe(period)
})

test('the months of a span are cut off at its ends', () => {
  const span = {from: day('2025-12-20'), to: day('2026-02-03')}
  expect(calendarPeriods(span, 'month').map(shown)).toEqual([
    '2025-12-20 2025-12-31',
    '2026-01-01 2026-01-31',
    '2026-02-01 2026-02-03',
  ])
})

test('equal parts are counted back from the end', () => {
  const span = {from: 10 as StudyDay, to: 17 as StudyDay}
  expect(equalPeriods(span, 3)).toEqual([
    {from: 10, to: 11},
    {from: 12, to: 14},
    {from: 15, to: 17},
  ])
})

test('the parts of a period cover it without gap or overlap, and every day is found in its own', () => {
  const spans = fc.record({from: fc.integer({min: -800, max: 30_000}), days: fc.nat({max: 900})})
  const units = fc.constantFrom(...(['day', 'week', 'month', 'year', 1, 7, 30] as const))
  fc.assert(
    fc.property(spans, units, ({from, days}, unit) => {
      const span = {from, to: from + days - 1} as Period
      const parts =
        typeof unit === 'number' ? equalPeriods(span, unit) : calendarPeriods(span, unit)
      const all = parts.flatMap(part =>
        Array.from({length: daysIn(part)}, (_, index) => part.from + index),
      )
      expect(all).toEqual(Array.from({length: days}, (_, index) => from + index))
      parts.forEach((part, index) => {
        expect(indexOfPeriod(parts, part.from)).toBe(index)
        expect(indexOfPeriod(parts, part.to)).toBe(index)
      })
      expect(indexOfPeriod(parts, (from - 1) as StudyDay)).toBe(-1)
      expect(indexOfPeriod(parts, (from + days) as StudyDay)).toBe(-1)
    }),
    {seed: 31},
  )
})

test.each([
  {days: [], streaks: {current: 0, longest: 0, studyDays: 0}},
  {days: [20], streaks: {current: 1, longest: 1, studyDays: 1}},
  {days: [17, 18, 19], streaks: {current: 3, longest: 3, studyDays: 3}},
  {days: [10, 11, 12, 13, 18], streaks: {current: 0, longest: 4, studyDays: 5}},
  {days: [10, 11, 19, 20, 21, 22], streaks: {current: 2, longest: 2, studyDays: 4}},
])('days $days before and on day 20 give streaks $streaks', ({days, streaks}) => {
  expect(streaksOf(days as StudyDay[], 20 as StudyDay)).toEqual(streaks)
})

test('the longest streak is the longest run of days that all have an answer', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({max: 60}), {maxLength: 50}), days => {
      const has = new Set(days)
      let longest = 0
      for (let from = 0; from <= 60; from += 1) {
        for (let length = 1; has.has(from + length - 1); length += 1) {
          longest = Math.max(longest, length)
        }
      }
      const ascending = days.toSorted((a, b) => a - b) as StudyDay[]
      expect(streaksOf(ascending, 60 as StudyDay).longest).toBe(longest)
    }),
    {seed: 32},
  )
})

function byDayOf(counts: readonly (readonly [day: number, answers: number])[]) {
  const tally = answerTally()
  for (const [studyDay, answers] of counts) {
    tally.add({
      studyDay: studyDay as StudyDay,
      kind: 'young',
      rating: 'good',
      answers,
      durationMs: 0,
    })
  }
  return tally.byDay()
}

test('a heat map has 53 columns from Monday to today', () => {
  const today = day('2026-09-16')
  const period = heatMapPeriod(today)
  const {weeks} = heatMapOf(byDayOf([[today, 3]]), period)
  expect(weeks).toHaveLength(53)
  expect(studyDayToIso(weeks[0]?.[0]?.day as StudyDay)).toBe('2025-09-15')
  expect(weeks.at(-1)).toEqual([
    {day: today - 2, answers: 0, level: 0},
    {day: today - 1, answers: 0, level: 0},
    {day: today, answers: 3, level: 4},
    ...Array.from({length: 4}, () => undefined),
  ])
})

test('every day of a period is on its heat map once, under its weekday, with its answers', () => {
  const counts = fc.uniqueArray(fc.tuple(fc.nat({max: 300}), fc.integer({min: 1, max: 500})), {
    maxLength: 100,
    selector: ([at]) => at,
  })
  fc.assert(
    fc.property(counts, fc.nat({max: 20}), fc.nat({max: 280}), (answers, from, days) => {
      const period = {from, to: from + days - 1} as Period
      const {weeks, thresholds} = heatMapOf(byDayOf(answers), period)
      const shownDays = weeks.flatMap(week => week.filter(cell => cell !== undefined))
      expect(shownDays.map(cell => [cell.day, cell.answers])).toEqual(
        Array.from({length: days}, (_, index) => [
          from + index,
          new Map(answers).get(from + index) ?? 0,
        ]),
      )
      for (const week of weeks) {
        expect(week).toHaveLength(7)
        week.forEach((cell, weekday) => {
          if (cell === undefined) return
          expect(weekdayOf(cell.day)).toBe(weekday)
          expect(cell.level === 0).toBe(cell.answers === 0)
          if (cell.level > 0)
            expect(cell.answers).toBeGreaterThanOrEqual(thresholds[cell.level - 1] as number)
          if (cell.level !== 4) expect(cell.answers).toBeLessThan(thresholds[cell.level] as number)
        })
      }
    }),
    {seed: 33},
  )
})

test('one day of cramming does not pale the others', () => {
  const ordinary = Array.from({length: 19}, (_, index) => [index, 40] as const)
  const {weeks, thresholds} = heatMapOf(
    byDayOf([...ordinary, [19, 4_000]]),
    lastDays(19 as StudyDay, 20),
  )
  expect(thresholds).toEqual([1, 11, 21, 31])
  expect(new Set(weeks.flat().map(cell => cell?.level))).toEqual(new Set([undefined, 4]))
})

test('levels are quarters of what nine of ten active days stay within', () => {
  const counts = [10, 0, 3, 1, 7, 5, 6, 4, 2, 8, 9].map(
    (answers, index) => [index, answers] as const,
  )
  const {weeks, thresholds} = heatMapOf(byDayOf(counts), lastDays(10 as StudyDay, 11))
  expect(thresholds).toEqual([1, 3, 5, 7])
  const levels = weeks.flat().filter(cell => cell !== undefined)
  expect(levels.map(({level}) => level)).toEqual([4, 0, 2, 1, 4, 3, 3, 2, 1, 4, 4])
})
