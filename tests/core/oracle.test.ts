import {expect, test} from 'vitest'
import {DEFAULT_PARAMETERS, type SchedulingOptions} from '../../src/core/options.ts'
import {gradeOf, RATINGS} from '../../src/core/rating.ts'
import {NEW, type Schedule} from '../../src/core/schedule.ts'
import {createScheduler, type ReviewedSchedule, retrievability} from '../../src/core/scheduler.ts'
import {CARD, momentOf, optionsOf, TODAY, withoutSameDay} from '../support/makers-schedule.ts'
import {type OracleMemory, oracleOf} from '../support/oracle.ts'
import {seededRandom} from '../support/seeded-random.ts'

const LEARNERS = 250
const HISTORIES_PER_LEARNER = 400

const random = seededRandom('oracle')
const between = (low: number, high: number): number => low + random() * (high - low)
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T

/** Somebody’s options: the published weights, or such as shake all formulas far from their middle. */
function someOptions(): SchedulingOptions {
  const shaken = DEFAULT_PARAMETERS.map(weight => weight * between(0.6, 1.3))
    .with(4, between(4, 9))
    .with(7, between(0.001, 0.3))
    .with(16, between(1, 3))
    .with(20, between(0.1, 0.8))
  return optionsOf({
    parameters: pick([DEFAULT_PARAMETERS, shaken, shaken, withoutSameDay(shaken)]),
    desiredRetention: pick([0.9, 0.7, 0.8, 0.85, 0.95, 0.99]),
    maximumInterval: pick([36_500, 36_500, 365]),
    // Without steps every rating leads to an interval, so that intervals are compared throughout.
    learningSteps: [],
    relearningSteps: [],
  })
}

/** Study days until the next review: on the same day, early, when due, late. */
function someGap(schedule: Schedule): number {
  if (schedule.phase !== 'review') return 0
  const interval = schedule.due - schedule.lastDay
  return pick([
    0,
    1,
    Math.floor(interval * random()),
    interval,
    interval,
    interval + 7,
    interval * 3,
  ])
}

/** The four intervals by the formulas, in the order that the buttons keep: again < hard ≤ good < easy. */
function buttons(exact: readonly number[], maximum: number): readonly number[] {
  const bounded = (days: number): number => Math.min(Math.max(Math.round(days), 1), maximum)
  const [again = 0, hard = 0, good = 0, easy = 0] = exact.map(bounded)
  const atLeast = (days: number, floor: number): number => Math.min(Math.max(days, floor), maximum)
  const hardDays = atLeast(hard, again + 1)
  const goodDays = atLeast(good, hardDays)
  return [again, hardDays, goodDays, atLeast(easy, goodDays + 1)]
}

/** How far an interval is from where rounding turns, relative to its length. */
function distanceFromHalf(days: number): number {
  return Math.abs(days - Math.floor(days) - 0.5) / days
}

test('memory and intervals follow the formulas over 100,000 random histories', () => {
  let reviews = 0
  const worst = {stability: 0, difficulty: 0, chance: 0}
  const ties: number[] = []

  for (let learner = 0; learner < LEARNERS; learner += 1) {
    const options = someOptions()
    const scheduler = createScheduler(options)
    const oracle = oracleOf(options.parameters)

    for (let history = 0; history < HISTORIES_PER_LEARNER; history += 1) {
      let schedule: Schedule = NEW
      let memory: OracleMemory | undefined
      let day: number = TODAY
      for (let left = 1 + Math.floor(random() ** 2 * 14); left > 0; left -= 1) {
        const gap = someGap(schedule)
        day += gap
        const preview: Readonly<Record<string, ReviewedSchedule>> = scheduler.preview(
          CARD,
          schedule,
          momentOf(day),
        )
        if (memory !== undefined && schedule.phase !== 'new') {
          const chance = retrievability(schedule.memory, gap, options.parameters)
          const error = Math.abs(chance - oracle.retrievability(gap, memory.s))
          worst.chance = Math.max(worst.chance, error)
        }
        const before: OracleMemory | undefined = memory
        const memories = RATINGS.map(rating =>
          before === undefined
            ? oracle.first(gradeOf(rating))
            : oracle.next(before, gap, gradeOf(rating)),
        )
        const exact = memories.map(({s}) => oracle.exactInterval(s, options.desiredRetention))
        const expected = buttons(exact, options.maximumInterval)
        const days = RATINGS.map(rating => Number(preview[rating]?.due) - day)
        if (days.join() !== expected.join()) ties.push(Math.min(...exact.map(distanceFromHalf)))

        const chosen = pick([0, 1, 2, 2, 2, 3])
        schedule = preview[RATINGS[chosen] as string] as ReviewedSchedule
        memory = memories[chosen] as OracleMemory
        const {stability, difficulty} = schedule.memory
        worst.stability = Math.max(worst.stability, Math.abs(stability / memory.s - 1))
        worst.difficulty = Math.max(worst.difficulty, Math.abs(difficulty / memory.d - 1))
        reviews += 1
      }
    }
  }

  expect(reviews).toBeGreaterThan(500_000)
  // ts-fsrs cuts its numbers to 8 decimals: 0.001 days are known to 5e-6.
  expect(worst.stability).toBeLessThan(1e-5)
  expect(worst.difficulty).toBeLessThan(1e-6)
  expect(worst.chance).toBeLessThan(1e-6)
  // For the same reason an interval that lies on a half may fall to either side (about 1 in 150,000 does);
  // no other may differ.
  expect(ties.filter(distance => distance > 2e-6)).toEqual([])
  expect(ties.length).toBeLessThan((4 * reviews) / 100_000)
})
