import type {Rating} from './rating.ts'
import {MINUTES_PER_DAY} from './time.ts'

/** Where a rating leads a card that is on its way through (re)learning steps. */
export type StepOutcome =
  | {
      readonly kind: 'step'
      /** Index of the step that the card then stands at. */
      readonly step: number
      /** Minutes until it is asked again. */
      readonly minutes: number
    }
  | {readonly kind: 'graduate'}

const GRADUATE: StepOutcome = {kind: 'graduate'}

/**
 * The step that follows a rating, as Anki’s manual defines it: again goes back to the first step, hard repeats the
 * current one, good goes on to the next or graduates from the last, easy graduates. Without steps, every rating
 * graduates.
 *
 * @param steps Minutes, each above 0.
 * @param current Index of the step that the card stands at, 0 for a new card; an index past the end
 *   (steps were removed since) counts as the last.
 */
export function stepAfter(steps: readonly number[], current: number, rating: Rating): StepOutcome {
  const index = Math.min(current, steps.length - 1)
  switch (rating) {
    case 'again':
      return stepAt(steps, 0)
    case 'hard': {
      const minutes = index === 0 ? hardMinutesOfFirst(steps) : steps[index]
      return minutes === undefined ? GRADUATE : {kind: 'step', step: index, minutes}
    }
    case 'good':
      return stepAt(steps, index + 1)
    case 'easy':
      return GRADUATE
  }
}

/** The outcome of reaching a step: its delay, or graduation where there is no such step. */
export function stepAt(steps: readonly number[], step: number): StepOutcome {
  const minutes = steps[step]
  return minutes === undefined ? GRADUATE : {kind: 'step', step, minutes}
}

/**
 * Minutes after hard on the first step, which would otherwise equal again: half-way to the second step, or half as
 * much again as the only one, but no more than a day more. Above a day, whole days.
 */
function hardMinutesOfFirst(steps: readonly number[]): number | undefined {
  const [first, second] = steps
  if (first === undefined) return undefined
  const minutes =
    second === undefined ? Math.min(first * 1.5, first + MINUTES_PER_DAY) : (first + second) / 2
  return minutes > MINUTES_PER_DAY
    ? Math.round(minutes / MINUTES_PER_DAY) * MINUTES_PER_DAY
    : minutes
}
