import {describe, expect, test} from 'vitest'
import {NEW, type Schedule} from '../../src/core/schedule.ts'
import type {Instant} from '../../src/core/time.ts'
import {
  dueDayOf,
  formatWait,
  formatWaitInWords,
  isDue,
  type Wait,
  waitOf,
} from '../../src/core/wait.ts'
import {inReview, momentOf, TODAY} from '../support/makers-schedule.ts'

const MEMORY = {stability: 4, difficulty: 5}

/** A card that was rated at noon today and stands at a step of so many minutes. */
function atStep(minutes: number): Schedule {
  const {at, studyDay} = momentOf(TODAY)
  return {
    phase: 'learning',
    step: 0,
    memory: MEMORY,
    lastReview: at,
    lastDay: studyDay,
    reps: 1,
    lapses: 0,
    due: (at + minutes * 60_000) as Instant,
  }
}

test('a card in review is due from the beginning of its day', () => {
  const schedule = inReview(MEMORY, TODAY, TODAY + 4)
  expect(isDue(schedule, momentOf(TODAY + 3, 1_439))).toBe(false)
  expect(isDue(schedule, momentOf(TODAY + 4, 0))).toBe(true)
  expect(isDue(schedule, momentOf(TODAY + 40))).toBe(true)
  expect(waitOf(schedule, momentOf(TODAY))).toEqual({unit: 'days', amount: 4})
  expect(waitOf(schedule, momentOf(TODAY + 9))).toEqual({unit: 'days', amount: 0})
})

test('a learning card is due at an instant', () => {
  const schedule = atStep(10)
  expect(isDue(schedule, momentOf(TODAY, 729))).toBe(false)
  expect(isDue(schedule, momentOf(TODAY, 730))).toBe(true)
  expect(dueDayOf(schedule)).toBeUndefined()
  expect(waitOf(schedule, momentOf(TODAY, 725))).toEqual({unit: 'minutes', amount: 5})
  expect(waitOf(schedule, momentOf(TODAY, 900))).toEqual({unit: 'minutes', amount: 0})
})

test('a learning step of a day or more ends with the beginning of its day', () => {
  const schedule = atStep(2 * 1_440)
  expect(dueDayOf(schedule)).toBe(TODAY + 2)
  expect(isDue(schedule, momentOf(TODAY + 1, 1_439))).toBe(false)
  expect(isDue(schedule, momentOf(TODAY + 2, 0))).toBe(true)
  expect(waitOf(schedule, momentOf(TODAY))).toEqual({unit: 'days', amount: 2})
})

test('a new card is not due, and can be asked at once', () => {
  expect(isDue(NEW, momentOf(TODAY))).toBe(false)
  expect(waitOf(NEW, momentOf(TODAY))).toEqual({unit: 'minutes', amount: 0})
})

describe('a wait is written', () => {
  const minutes = (amount: number): Wait => ({unit: 'minutes', amount})
  const days = (amount: number): Wait => ({unit: 'days', amount})

  test.each([
    [minutes(0), 'now', 'now'],
    [days(0), 'now', 'now'],
    [minutes(0.5), '<1m', 'less than a minute'],
    [minutes(1), '1m', '1 minute'],
    [minutes(5.5), '6m', '6 minutes'],
    [minutes(10), '10m', '10 minutes'],
    [minutes(59.4), '59m', '59 minutes'],
    [minutes(59.6), '1h', '1 hour'],
    [minutes(90), '1.5h', '1.5 hours'],
    [minutes(23 * 60), '23h', '23 hours'],
    [minutes(1_439), '1d', '1 day'],
    [days(1), '1d', '1 day'],
    [days(4), '4d', '4 days'],
    [days(29), '29d', '29 days'],
    [days(30), '1mo', '1 month'],
    [days(70), '2.3mo', '2.3 months'],
    [days(364), '12mo', '12 months'],
    [days(365), '1y', '1 year'],
    [days(511), '1.4y', '1.4 years'],
    [days(36_500), '100y', '100 years'],
  ])('%o as %s and %s', (wait, short, long) => {
    expect(formatWait(wait)).toBe(short)
    expect(formatWaitInWords(wait)).toBe(long)
  })
})
