import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {AnswerKind} from '../../../src/core/statistics/answers.ts'
import {hourTally, localHourOf} from '../../../src/core/statistics/hours.ts'
import {paceTally} from '../../../src/core/statistics/pace.ts'
import {type Instant, parseInstant} from '../../../src/core/time.ts'
import {ZONES, zoneOffsets} from '../../support/zones.ts'

test('the hour is the one on the learner’s wall clock, in every zone and through every change of clocks', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      // From 2000 to 2035, to the millisecond.
      fc.integer({min: 946_684_800_000, max: 2_051_222_400_000}),
      (timeZone, at) => {
        const clock = new Intl.DateTimeFormat('en-GB', {
          timeZone,
          hour: '2-digit',
          hourCycle: 'h23',
        })
        const offset = zoneOffsets(timeZone)(at as Instant)
        expect(localHourOf(at as Instant, offset)).toBe(Number(clock.format(at)))
      },
    ),
    {seed: 21, numRuns: 1_500},
  )
})

test.each([
  // Berlin sets its clocks from 2:00 to 3:00 …
  {iso: '2026-03-29T01:59:59+01:00', hour: 1},
  {iso: '2026-03-29T03:00:00+02:00', hour: 3},
  // … and from 3:00 back to 2:00, so that this hour comes twice.
  {iso: '2026-10-25T02:30:00+02:00', hour: 2},
  {iso: '2026-10-25T02:30:00+01:00', hour: 2},
  {iso: '2026-06-01T00:15:00+05:45', hour: 0},
  {iso: '2026-06-01T23:15:00-03:30', hour: 23},
  {iso: '1969-12-31T22:00:00Z', hour: 22},
])('$iso is hour $hour', ({iso, hour}) => {
  const offset = /([+-])(\d\d):(\d\d)$/.exec(iso)
  const minutes = offset
    ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3]))
    : 0
  expect(localHourOf(parseInstant(iso) as Instant, minutes)).toBe(hour)
})

test('only cards in review count for the success of an hour', () => {
  const tally = hourTally()
  const add = (kind: AnswerKind, rating: 'again' | 'good', answers: number) =>
    tally.add({hour: 7, kind, rating, answers})
  add('new', 'again', 5)
  add('relearning', 'good', 2)
  add('young', 'again', 1)
  add('mature', 'good', 3)
  const hours = tally.hours()
  expect(hours).toHaveLength(24)
  expect(hours[7]).toEqual({hour: 7, answers: 11, reviewed: 4, passed: 3})
  expect(hours[8]).toEqual({hour: 8, answers: 0, reviewed: 0, passed: 0})
})

test('mean and median of how long answers took', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({max: 900_000}), {maxLength: 40, minLength: 1}), durations => {
      const tally = paceTally()
      for (const duration of durations) tally.add(duration)
      const sorted = durations.toSorted((a, b) => a - b)
      const median = sorted[Math.ceil(sorted.length / 2) - 1] as number
      const {meanSeconds, medianSeconds, answersPerMinute, ...sums} = tally.pace()
      const total = durations.reduce((a, b) => a + b, 0)
      expect(sums).toEqual({answers: durations.length, durationMs: total})
      expect(meanSeconds).toBeCloseTo(total / durations.length / 1_000, 9)
      expect(medianSeconds).toBeCloseTo(Math.min(600, Math.round(median / 100) / 10), 9)
      if (total > 0) expect(answersPerMinute).toBeCloseTo(60 / (meanSeconds as number), 9)
      else expect(answersPerMinute).toBeUndefined()
    }),
    {seed: 22},
  )
})

test('groups of answers count as the answers would', () => {
  const [single, grouped] = [paceTally(), paceTally()]
  for (const duration of [3_000, 3_000, 3_000, 9_000]) single.add(duration)
  grouped.add(3_000, 3)
  grouped.add(9_000, 1)
  expect(grouped.pace()).toEqual(single.pace())
  expect(paceTally().pace()).toEqual({
    answers: 0,
    durationMs: 0,
    meanSeconds: undefined,
    medianSeconds: undefined,
    answersPerMinute: undefined,
  })
})
