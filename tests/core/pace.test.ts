import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {cardCostsOf, formatTimeLeft, type PaceAnswer, timeLeftMs} from '../../src/core/pace.ts'
import type {Phase} from '../../src/core/schedule.ts'

const answers = (
  count: number,
  before: Phase,
  after: Phase,
  seconds: number,
): readonly PaceAnswer[] =>
  Array.from({length: count}, () => ({before, after: {phase: after}, durationMs: seconds * 1000}))

describe('what a card costs', () => {
  test('is its median time where it is never asked again', () => {
    const {review} = cardCostsOf([
      ...answers(3000, 'review', 'review', 4),
      ...answers(2000, 'review', 'review', 59),
    ])
    expect(review).toBeCloseTo(4000, -2)
  })

  test('counts an answer that lasted hours as a minute', () => {
    const {review} = cardCostsOf(answers(100_000, 'review', 'review', 7200))
    expect(review / 1000).toBeCloseTo(60, 0)
  })

  test('holds the answers of learning that are still to come', () => {
    // One half of learning answers stay: two answers of 10 s each; every new card goes there.
    const costs = cardCostsOf([
      ...answers(50_000, 'learning', 'learning', 10),
      ...answers(50_000, 'relearning', 'review', 10),
      ...answers(100_000, 'new', 'learning', 30),
      ...answers(75_000, 'review', 'review', 8),
      ...answers(25_000, 'review', 'relearning', 8),
    ])
    expect(costs.learning / 1000).toBeCloseTo(20, 1)
    expect(costs.new / 1000).toBeCloseTo(50, 1)
    expect(costs.review / 1000).toBeCloseTo(13, 1)
  })

  test('is the usual one for somebody unknown, and after one long answer', () => {
    expect(cardCostsOf(answers(1, 'review', 'review', 60)).review).toBeLessThan(
      cardCostsOf([]).review + 1,
    )
  })

  test('is finite and above nothing, whatever the answers were', () => {
    const phase = fc.constantFrom<Phase>('new', 'learning', 'review', 'relearning')
    const answer = fc.record({
      before: phase,
      after: fc.record({phase}),
      durationMs: fc.integer({min: 0, max: 1e7}),
    })
    fc.assert(
      fc.property(fc.array(answer, {maxLength: 250}), list => {
        for (const cost of Object.values(cardCostsOf(list))) {
          expect(cost).toBeGreaterThanOrEqual(0)
          // At most 250 of 260 answers stay in learning.
          expect(cost).toBeLessThan(60_000 * 60)
        }
      }),
    )
  })
})

test('the time left is the sum of what the cards cost', () => {
  const costs = {new: 50_000, learning: 20_000, review: 13_000}
  expect(timeLeftMs({new: 2, learning: 1, review: 10}, costs)).toBe(250_000)
  expect(timeLeftMs({new: 0, learning: 0, review: 0}, costs)).toBe(0)
})

test.each([
  [0, 'nothing'],
  [1, 'less than a minute'],
  [59_999, 'less than a minute'],
  [60_000, 'about 1 min'],
  [8.4 * 60_000, 'about 8 min'],
  [19.6 * 60_000, 'about 20 min'],
  [22 * 60_000, 'about 20 min'],
  [23 * 60_000, 'about 25 min'],
  [58 * 60_000, 'about 1 h'],
  [78 * 60_000, 'about 1 h 20 min'],
  [125 * 60_000, 'about 2 h 10 min'],
])('%d ms are %s', (durationMs, words) => {
  expect(formatTimeLeft(durationMs)).toBe(words)
})
