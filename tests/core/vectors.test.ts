import {describe, expect, test} from 'vitest'
import {memoryFromSm2} from '../../src/core/memory-from-sm2.ts'
import {DEFAULT_PARAMETERS} from '../../src/core/options.ts'
import type {MemoryState, Schedule} from '../../src/core/schedule.ts'
import {NEW} from '../../src/core/schedule.ts'
import {createScheduler, intervalFunction, retrievability} from '../../src/core/scheduler.ts'
import {
  CARD,
  fromFsrs5,
  inReview,
  momentOf,
  optionsOf,
  ratingOf,
  TODAY,
  whenDue,
  withoutSameDay,
} from '../support/makers-schedule.ts'

/** Scheduled days as ts-fsrs reports them: 0 for a card in (re)learning. */
function daysOf(schedules: readonly Schedule[]): number[] {
  return schedules.map(schedule =>
    schedule.phase === 'review' ? schedule.due - schedule.lastDay : 0,
  )
}

function lastMemory(schedules: readonly Schedule[]): MemoryState {
  const last = schedules.at(-1)
  if (last === undefined || last.phase === 'new') throw new Error('no review')
  return last.memory
}

/** The memory after grades that were given a number of study days apart, whatever was due. */
function memoryAfter(
  grades: readonly number[],
  gaps: readonly number[],
  parameters: readonly number[],
): MemoryState {
  const scheduler = createScheduler(optionsOf({parameters}))
  let day: number = TODAY
  const schedules: Schedule[] = []
  grades.forEach((grade, index) => {
    day += gaps[index] ?? 0
    const before = schedules.at(-1) ?? NEW
    schedules.push(scheduler.review(CARD, before, ratingOf(grade), momentOf(day, 600 + index)))
  })
  return lastMemory(schedules)
}

// From ts-fsrs 5, packages/fsrs/__tests__/FSRS-6.test.ts (MIT).
describe('FSRS-6 as ts-fsrs has it', () => {
  test('V1: intervals of good ×6, again ×2, good ×5, each when due', () => {
    const schedules = whenDue([3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3], optionsOf())
    expect(daysOf(schedules)).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  })

  test.each([
    {sameDay: true, stability: 53.62691, parameters: DEFAULT_PARAMETERS},
    {sameDay: false, stability: 53.335106, parameters: withoutSameDay(DEFAULT_PARAMETERS)},
  ])('V2: memory after 1,3,3,3,3,3, same-day formulas: $sameDay', ({stability, parameters}) => {
    const memory = memoryAfter([1, 3, 3, 3, 3, 3], [0, 0, 1, 3, 8, 21], parameters)
    expect(memory.stability).toBeCloseTo(stability, 4)
    expect(memory.difficulty).toBeCloseTo(6.3574867, 4)
  })

  test.each([
    {grade: 1, stability: 0.212, difficulty: 6.4133},
    {grade: 2, stability: 1.2931, difficulty: 5.11217071},
    {grade: 3, stability: 2.3065, difficulty: 2.11810397},
    {grade: 4, stability: 8.2956, difficulty: 1},
  ])('V3: a first $grade gives S $stability, D $difficulty', ({grade, ...memory}) => {
    expect(memoryAfter([grade], [0], DEFAULT_PARAMETERS)).toEqual(memory)
  })
})

// From ts-fsrs 5, packages/fsrs/__tests__/algorithm.test.ts, and fsrs-rs, src/inference.rs (test_next_interval).
test.each([
  {retention: 0.1, days: 3_116_769},
  {retention: 0.2, days: 34_793},
  {retention: 0.3, days: 2_508},
  {retention: 0.4, days: 387},
  {retention: 0.5, days: 90},
  {retention: 0.6, days: 27},
  {retention: 0.7, days: 9},
  {retention: 0.8, days: 3},
  {retention: 0.9, days: 1},
  {retention: 1, days: 1},
])('V4: a stability of 1 keeps $retention for $days days', ({retention, days}) => {
  const intervalOf = intervalFunction(
    optionsOf({desiredRetention: retention, maximumInterval: 2 ** 31}),
  )
  expect(intervalOf(1)).toBe(days)
})

// From ts-fsrs 5, packages/fsrs/__tests__/algorithm.test.ts: the curve with a decay of 0.2.
test.each([
  {elapsed: 0, chance: 1},
  {elapsed: 1, chance: 0.9},
  {elapsed: 2, chance: 0.84028935},
  {elapsed: 3, chance: 0.7985001},
])('V5: after $elapsed days a stability of 1 leaves a chance of $chance', ({elapsed, chance}) => {
  const parameters = DEFAULT_PARAMETERS.with(20, 0.2)
  expect(retrievability({stability: 1, difficulty: 5}, elapsed, parameters)).toBeCloseTo(chance, 6)
})

// From ts-fsrs 5, packages/fsrs/__tests__/FSRS-5.test.ts (MIT).
describe('V6: FSRS-5 weights', () => {
  const weights = fromFsrs5([
    0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046, 1.54575, 0.1192, 1.01925,
    1.9395, 0.11, 0.29605, 2.2698, 0.2315, 2.9898, 0.51655, 0.6621,
  ])

  test('intervals of good ×6, again ×2, good ×5, each when due', () => {
    const grades = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3]
    const schedules = whenDue(grades, optionsOf({parameters: weights}))
    expect(daysOf(schedules)).toEqual([0, 4, 14, 44, 125, 328, 0, 0, 7, 16, 34, 71, 142])
  })

  test('memory after 1,3,3,3,3,3', () => {
    const memory = memoryAfter([1, 3, 3, 3, 3, 3], [0, 0, 1, 3, 8, 21], weights)
    expect(memory.stability).toBeCloseTo(48.26549438, 4)
    expect(memory.difficulty).toBeCloseTo(7.10441712, 4)
  })
})

// From ts-fsrs 5, packages/fsrs/__tests__/impl/long-term_scheduler.test.ts (MIT).
describe('V7: without steps and same-day formulas', () => {
  const weights = [
    0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178, 2.0225,
    0.0904, 0.3025, 2.1214, 0.2498, 2.9466, 0.4891, 0.6468,
  ]
  const options = optionsOf({
    parameters: withoutSameDay(fromFsrs5(weights)),
    learningSteps: [],
    relearningSteps: [],
  })

  test.each([
    {
      grades: '3333331133333',
      days: [3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773],
      stability: 772.94026648,
      difficulty: 4.26464541,
    },
    {
      grades: '12341234',
      days: [1, 2, 6, 41, 4, 7, 21, 133],
      stability: 132.81849454,
      difficulty: 5.36588547,
    },
    {
      grades: '23412341',
      days: [2, 7, 54, 5, 8, 26, 171, 8],
      stability: 8.11072373,
      difficulty: 5.71619151,
    },
    {
      grades: '34123412',
      days: [3, 33, 4, 7, 26, 193, 9, 14],
      stability: 14.31323867,
      difficulty: 5.34697075,
    },
    {
      grades: '41234123',
      days: [15, 3, 6, 27, 240, 10, 17, 60],
      stability: 59.59547542,
      difficulty: 4.24020203,
    },
  ])('$grades, each when due', ({grades, days, stability, difficulty}) => {
    const schedules = whenDue([...grades].map(Number), options)
    expect(daysOf(schedules)).toEqual(days)
    expect(lastMemory(schedules).stability).toBeCloseTo(stability, 6)
    expect(lastMemory(schedules).difficulty).toBeCloseTo(difficulty, 6)
  })
})

// From fsrs-rs, src/inference.rs (test_memory_from_sm2; BSD-3). It computes with 32 bits.
test.each([
  {ease: 2.5, interval: 10, retention: 0.9, stability: 10, difficulty: 6.9140563},
  {ease: 2.5, interval: 10, retention: 0.8, stability: 3.01572, difficulty: 9.393428},
  {ease: 2.5, interval: 10, retention: 0.95, stability: 24.841097, difficulty: 1.2974405},
  {ease: 1.3, interval: 20, retention: 0.9, stability: 20, difficulty: 10},
])('V8: ease $ease and $interval days at $retention', ({stability, difficulty, ...card}) => {
  const memory = memoryFromSm2(card, DEFAULT_PARAMETERS)
  expect(memory.stability).toBeCloseTo(stability, 4)
  expect(memory.difficulty).toBeCloseTo(difficulty, 4)
})

// From fsrs-rs, src/inference.rs (PARAMETERS, test_memo_state, test_next_states; BSD-3).
describe('V9: fsrs-rs with weights of its own', () => {
  const weights = fromFsrs5([
    0.6845422, 1.6790825, 4.7349424, 10.042885, 7.4410233, 0.64219797, 1.071918, 0.0025195254,
    1.432437, 0.1544, 0.8692766, 2.0696752, 0.0953, 0.2975, 2.4691248, 0.19542035, 3.201072,
    0.18046261, 0.121442534,
  ])

  test.each([
    {grade: 1, stability: 2.9691455, difficulty: 8.000659},
    {grade: 2, stability: 17.091452, difficulty: 7.6913934},
    {grade: 3, stability: 31.722992, difficulty: 7.382128},
    {grade: 4, stability: 71.7502, difficulty: 7.0728626},
  ])('1,3,3,3 and $grade after 0,1,3,8,21 days', ({grade, stability, difficulty}) => {
    const memory = memoryAfter([1, 3, 3, 3, grade], [0, 1, 3, 8, 21], weights)
    expect(memory.stability / stability).toBeCloseTo(1, 5)
    expect(memory.difficulty).toBeCloseTo(difficulty, 4)
  })

  test('good after 21 days on S 20.925528, D 7.005062', () => {
    const before = inReview({stability: 20.925528, difficulty: 7.005062})
    const scheduler = createScheduler(optionsOf({parameters: weights}))
    const {memory} = scheduler.review(CARD, before, 'good', momentOf(TODAY + 21))
    expect(memory.stability).toBeCloseTo(40.87456, 3)
    expect(memory.difficulty).toBeCloseTo(6.9913807, 4)
  })
})
