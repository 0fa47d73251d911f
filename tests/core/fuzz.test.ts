import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {CardId} from '../../src/core/card.ts'
import {fuzzFactor, fuzzInterval} from '../../src/core/fuzz.ts'

const WIDE = {minimum: 1, maximum: 36_500}

// One day, and 15 % of the days from 2.5 to 7, 10 % from 7 to 20, 5 % above: computed by hand.
test.each([
  {interval: 1, earliest: 1, middle: 1, latest: 1},
  {interval: 2, earliest: 2, middle: 2, latest: 2},
  {interval: 3, earliest: 2, middle: 3, latest: 4},
  {interval: 7, earliest: 5, middle: 7, latest: 9},
  {interval: 17, earliest: 14, middle: 17, latest: 20},
  {interval: 37, earliest: 33, middle: 37, latest: 41},
  {interval: 100, earliest: 93, middle: 100, latest: 107},
])('an interval of $interval comes out from $earliest to $latest', ({interval, ...expected}) => {
  expect({
    earliest: fuzzInterval(interval, 0, WIDE),
    middle: fuzzInterval(interval, 0.5, WIDE),
    latest: fuzzInterval(interval, 0.999_999, WIDE),
  }).toEqual(expected)
})

test('fuzz stays inside its limits, and the maximum rules the minimum', () => {
  const days = fc.integer({min: 1, max: 40_000})
  const factor = fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true})
  fc.assert(
    fc.property(days, factor, days, days, (interval, chance, minimum, maximum) => {
      const result = fuzzInterval(interval, chance, {minimum, maximum})
      expect(Number.isInteger(result)).toBe(true)
      expect(result).toBeLessThanOrEqual(maximum)
      expect(result).toBeGreaterThanOrEqual(Math.min(minimum, maximum))
    }),
    {seed: 1},
  )
})

test('a longer interval never comes out shorter by the same chance', () => {
  const factor = fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true})
  fc.assert(
    fc.property(fc.integer({min: 1, max: 2_000}), factor, (interval, chance) => {
      expect(fuzzInterval(interval + 1, chance, WIDE)).toBeGreaterThanOrEqual(
        fuzzInterval(interval, chance, WIDE),
      )
    }),
    {seed: 2, numRuns: 1_000},
  )
})

test('the factor depends on card and repetition alone', () => {
  const card = 'venus0000001.1' as CardId
  expect(fuzzFactor(card, 3)).toBe(fuzzFactor(card, 3))
  expect(fuzzFactor(card, 3)).not.toBe(fuzzFactor(card, 4))
  // Written down, because a change would move the replayed due day of every card there is.
  expect(fuzzFactor(card, 3)).toBe(0.9212595212738961)
})

test('neighbouring cards and repetitions spread evenly', () => {
  const bins = Array.from({length: 10}, () => 0)
  for (let note = 0; note < 2_000; note += 1) {
    for (let reps = 0; reps < 10; reps += 1) {
      const factor = fuzzFactor(`venus${note}.1` as CardId, reps)
      expect(factor).toBeGreaterThanOrEqual(0)
      expect(factor).toBeLessThan(1)
      const bin = Math.floor(factor * 10)
      bins[bin] = (bins[bin] ?? 0) + 1
    }
  }
  // 2,000 expected in each; the standard deviation is 42.
  expect(Math.min(...bins)).toBeGreaterThan(1_800)
  expect(Math.max(...bins)).toBeLessThan(2_200)
})
