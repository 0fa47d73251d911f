import {expect, test} from 'vitest'
import {stepAfter} from '../../src/core/learning-steps.ts'
import type {Rating} from '../../src/core/rating.ts'

const DAY = 1_440

/** `STEP@MINUTES`, or `graduates`. */
function outcome(steps: readonly number[], current: number, rating: Rating): string {
  const result = stepAfter(steps, current, rating)
  return result.kind === 'step' ? `${result.step}@${result.minutes}` : 'graduates'
}

// The rules are those of Anki’s manual, “Learning Steps”; the numbers are computed from them by hand.
test.each([
  {steps: [1, 10], at: 0, again: '0@1', hard: '0@5.5', good: '1@10'},
  {steps: [1, 10], at: 1, again: '0@1', hard: '1@10', good: 'graduates'},
  {steps: [10], at: 0, again: '0@10', hard: '0@15', good: 'graduates'},
  {steps: [1, 10, 100], at: 1, again: '0@1', hard: '1@10', good: '2@100'},
  {steps: [0.5], at: 0, again: '0@0.5', hard: '0@0.75', good: 'graduates'},
  {steps: [], at: 0, again: 'graduates', hard: 'graduates', good: 'graduates'},
  // A card that stands at a step which was removed since: at the last one.
  {steps: [1, 10], at: 5, again: '0@1', hard: '1@10', good: 'graduates'},
  // Hard on a single step is at most a day longer than again.
  {steps: [3 * DAY], at: 0, again: `0@${3 * DAY}`, hard: `0@${4 * DAY}`, good: 'graduates'},
  // Above a day, hard is whole days: half-way between 1 and 4 days is 2.5, so 3.
  {steps: [DAY, 4 * DAY], at: 0, again: `0@${DAY}`, hard: `0@${3 * DAY}`, good: `1@${4 * DAY}`},
])('steps $steps at step $at', ({steps, at, again, hard, good}) => {
  expect(outcome(steps, at, 'again')).toBe(again)
  expect(outcome(steps, at, 'hard')).toBe(hard)
  expect(outcome(steps, at, 'good')).toBe(good)
  expect(outcome(steps, at, 'easy')).toBe('graduates')
})
