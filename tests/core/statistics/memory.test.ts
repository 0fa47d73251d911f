import fc from 'fast-check'
import {expect, test} from 'vitest'
import {DEFAULT_PARAMETERS} from '../../../src/core/options.ts'
import {RATINGS} from '../../../src/core/rating.ts'
import {replay} from '../../../src/core/replay.ts'
import type {Review} from '../../../src/core/review-log.ts'
import {type MemoryState, NEW, type Schedule} from '../../../src/core/schedule.ts'
import {memoryAfter, retrievability} from '../../../src/core/scheduler.ts'
import {calibrationTally} from '../../../src/core/statistics/calibration.ts'
import {cardTally} from '../../../src/core/statistics/card-tally.ts'
import {totalOf} from '../../../src/core/statistics/decks.ts'
import {forgettingCurve} from '../../../src/core/statistics/forgetting-curve.ts'
import {knowledgeTally, sampleDays} from '../../../src/core/statistics/knowledge.ts'
import {memoryModel} from '../../../src/core/statistics/memory-model.ts'
import {memoryTally} from '../../../src/core/statistics/memory-tally.ts'
import {lastDays} from '../../../src/core/statistics/periods.ts'
import type {StudyDay} from '../../../src/core/time.ts'
import {logBuilder, momentOf, optionsOf, TODAY} from '../../support/makers-schedule.ts'
import {histories, rowsOf} from './logs.ts'

const RUNS = {seed: 11, numRuns: 150}
const OTHER_PARAMETERS = DEFAULT_PARAMETERS.with(2, 4.1).with(20, 0.4)

/** The memory that a card’s reviews leave, by the replay that schedules are made with. */
function naiveMemory(
  reviews: readonly Review[],
  parameters: readonly number[],
): MemoryState | undefined {
  const schedule = replay(reviews, {optionsOf: () => optionsOf(), parameters})
  return schedule.phase === 'new' ? undefined : schedule.memory
}

interface Predicted {
  readonly day: StudyDay
  readonly p: number
  readonly y: 0 | 1
  readonly bin: string
}

/** Every prediction by itself, its bin as srs-benchmark writes it. */
function naivePredictions(
  reviews: readonly Review[],
  parameters: readonly number[],
): readonly Predicted[] {
  return reviews.flatMap((review, index): Predicted[] => {
    const earlier = reviews.slice(0, index).filter(({cardId}) => cardId === review.cardId)
    const last = earlier.at(-1)
    const memory = naiveMemory(earlier, parameters)
    if (last === undefined || memory === undefined) return []
    const days = review.studyDay - last.studyDay
    if (days < 1) return []
    const longTerm = earlier.filter(
      (each, at) => at > 0 && each.studyDay > (earlier[at - 1] as Review).studyDay,
    )
    const lapses = longTerm.filter(({rating}) => rating === 'again').length
    const scale = (factor: number, base: number, value: number) =>
      factor * base ** Math.floor(Math.log(value) / Math.log(base))
    const bin = [
      scale(2.48, 3.62, days).toFixed(2),
      scale(1.99, 1.89, longTerm.length + 2).toFixed(0),
      lapses === 0 ? '0' : scale(1.65, 1.73, lapses).toFixed(0),
    ].join()
    const y = review.rating === 'again' ? 0 : 1
    return [{day: review.studyDay, p: retrievability(memory, days, parameters), y, bin}]
  })
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  return [...new Set(items.map(keyOf))].map(key => items.filter(item => keyOf(item) === key))
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

function expectCalibration(
  reviews: readonly Review[],
  parameters: readonly number[],
  since?: StudyDay,
) {
  const tally = memoryTally({
    parameters,
    samples: sampleDays(lastDays(0 as StudyDay, 1), 1),
    ...(since !== undefined && {since}),
  })
  for (const row of rowsOf(reviews)) tally.add(row)
  const {calibration} = tally.statistics()
  const predictions = naivePredictions(reviews, parameters).filter(
    ({day}) => since === undefined || day >= since,
  )
  expect(calibration.reviews).toBe(predictions.length)
  if (predictions.length === 0) {
    expect(calibration).toMatchObject({logLoss: undefined, rmseBins: undefined, points: []})
    return
  }
  const loss = mean(predictions.map(({p, y}) => -Math.log(y === 1 ? p : 1 - p)))
  expect(calibration.logLoss).toBeCloseTo(loss, 5)
  const squares = groupsOf(predictions, ({bin}) => bin).map(
    bin => bin.length * (mean(bin.map(({p}) => p)) - mean(bin.map(({y}) => y))) ** 2,
  )
  const rmse = Math.sqrt(squares.reduce((a, b) => a + b, 0) / predictions.length)
  expect(calibration.rmseBins).toBeCloseTo(rmse, 5)
  expect(calibration.predicted).toBeCloseTo(mean(predictions.map(({p}) => p)), 5)
  expect(calibration.recalled).toBeCloseTo(mean(predictions.map(({y}) => y)), 9)
  const {points} = calibration
  expect(points.reduce((sum, point) => sum + point.reviews, 0)).toBe(predictions.length)
  for (const {from, to, predicted} of points) {
    expect(predicted).toBeGreaterThanOrEqual(from)
    expect(predicted).toBeLessThanOrEqual(to)
  }
}

test.each([
  ['the parameters of the log', DEFAULT_PARAMETERS],
  ['other parameters', OTHER_PARAMETERS],
])('calibration under %s agrees with predictions made one by one', (_, parameters) => {
  fc.assert(
    fc.property(histories, ({reviews}) => expectCalibration(reviews, parameters)),
    RUNS,
  )
})

test('calibration since a day knows the memory from before', () => {
  fc.assert(
    fc.property(histories, fc.nat({max: 400}), ({reviews, today}, back) =>
      expectCalibration(reviews, DEFAULT_PARAMETERS, (today - back) as StudyDay),
    ),
    RUNS,
  )
})

test('reviews of a card that is forgotten over and over lie in bins by their lapses', () => {
  const log = logBuilder({default: optionsOf()})
  let schedule: Schedule = NEW
  for (let review = 0; review < 60; review += 1) {
    const rating = review % 3 === 0 ? 'good' : 'again'
    schedule = log.rate(schedule, rating, momentOf(TODAY + review * (1 + (review % 2))))
  }
  expectCalibration(log.entries as Review[], DEFAULT_PARAMETERS)
})

test('knowledge on a day is the retrievability of every card by its last review until then', () => {
  fc.assert(
    fc.property(histories, fc.integer({min: 1, max: 30}), ({reviews, today}, count) => {
      const samples = sampleDays(lastDays(today, 900), count)
      const tally = memoryTally({parameters: DEFAULT_PARAMETERS, samples})
      for (const row of rowsOf(reviews)) tally.add(row)
      const {knowledge} = tally.statistics()
      expect(knowledge.at(-1)?.day).toBe(today)
      expect(knowledge.length).toBeLessThanOrEqual(count)
      for (const {day, known, studied} of knowledge) {
        const until = reviews.filter(({studyDay}) => studyDay <= day)
        const cards = groupsOf(until, ({cardId}) => cardId)
        const chances = cards.map(history =>
          retrievability(
            naiveMemory(history, DEFAULT_PARAMETERS) as MemoryState,
            day - (history.at(-1) as Review).studyDay,
            DEFAULT_PARAMETERS,
          ),
        )
        expect(studied).toBe(cards.length)
        expect(known).toBeCloseTo(
          chances.reduce((a, b) => a + b, 0),
          4,
        )
      }
    }),
    RUNS,
  )
})

test('what the log says is known today is what the cards say', () => {
  fc.assert(
    fc.property(histories, ({reviews, schedules, today}) => {
      const memory = memoryTally({
        parameters: DEFAULT_PARAMETERS,
        samples: sampleDays(lastDays(today, 1), 1),
      })
      for (const row of rowsOf(reviews)) memory.add(row)
      const cards = cardTally({today, parameters: DEFAULT_PARAMETERS})
      for (const [id, schedule] of schedules) {
        cards.add({id, deck: 'A', schedule, isAbsent: false, isSuspended: false})
      }
      const now = memory.statistics().knowledge.at(-1)
      const total = totalOf(cards.statistics().decks)
      expect(now?.studied).toBe(total.studied)
      expect(now?.known).toBeCloseTo(total.known, 4)
    }),
    RUNS,
  )
})

test('rows may come card by card as well as by time', () => {
  fc.assert(
    fc.property(histories, ({reviews, today}) => {
      const rows = rowsOf(reviews)
      const samples = sampleDays(lastDays(today, 400), 20)
      const [byTime, byCard] = [rows, rows.toSorted((a, b) => a.card - b.card)].map(order => {
        const tally = memoryTally({parameters: DEFAULT_PARAMETERS, samples})
        for (const row of order) tally.add(row)
        return tally.statistics()
      })
      expect(byCard?.calibration.logLoss ?? 0).toBeCloseTo(byTime?.calibration.logLoss ?? 0, 9)
      expect(byCard?.calibration.rmseBins ?? 0).toBeCloseTo(byTime?.calibration.rmseBins ?? 0, 9)
      expect(byCard?.knowledge.map(({studied}) => studied)).toEqual(
        byTime?.knowledge.map(({studied}) => studied),
      )
    }),
    RUNS,
  )
})

test('the memory model is the scheduler’s', () => {
  const rating = fc.constantFrom(...RATINGS)
  const reviews = fc.array(
    fc.record({rating, days: fc.oneof(fc.constant(0), fc.nat({max: 400}))}),
    {
      maxLength: 20,
    },
  )
  // Around the defaults, w7 up from its least value.
  const factors = DEFAULT_PARAMETERS.map((_, index) =>
    fc.double(index === 7 ? {min: 1, max: 300, noNaN: true} : {min: 0.7, max: 1.3, noNaN: true}),
  )
  const weights = fc
    .tuple(...factors)
    .map(factors => DEFAULT_PARAMETERS.map((weight, index) => weight * (factors[index] as number)))
  const parameters = fc.oneof(fc.constant(DEFAULT_PARAMETERS), weights)
  fc.assert(
    fc.property(parameters, rating, reviews, (weights, first, later) => {
      const model = memoryModel(weights)
      const memory = {stability: 0, difficulty: 0}
      model.begin(memory, first)
      let expected = memoryAfter(undefined, 0, first, weights)
      for (const {rating, days} of later) {
        model.follow(memory, days, rating, model.retrievability(days, memory.stability))
        expected = memoryAfter(expected, days, rating, weights)
        // Each from the same state, for what ts-fsrs cuts off at the eighth decimal grows with every review.
        expect(Math.abs(memory.stability / expected.stability - 1)).toBeLessThan(1e-4)
        expect(memory.difficulty).toBeCloseTo(expected.difficulty, 5)
        Object.assign(memory, expected)
      }
    }),
    {seed: 8, numRuns: 1_000},
  )
})

test('the forgetting curve is the scheduler’s', () => {
  fc.assert(
    fc.property(
      fc.nat({max: 40_000}),
      fc.double({min: 0.001, max: 36_500, noNaN: true}),
      fc.double({min: 0.1, max: 0.8, noNaN: true}),
      (days, stability, w20) => {
        const parameters = DEFAULT_PARAMETERS.with(20, w20)
        expect(forgettingCurve(parameters)(days, stability)).toBeCloseTo(
          retrievability({stability, difficulty: 5}, days, parameters),
          // ts-fsrs cuts its constant to eight decimals, which a long wait multiplies.
          5,
        )
      },
    ),
    {seed: 3, numRuns: 2_000},
  )
})

test('log loss and RMSE(bins) of four predictions, worked by hand', () => {
  const tally = calibrationTally()
  const alike = {elapsedDays: 1, reviews: 1, lapses: 0}
  tally.add({predicted: 0.9, recalled: true, ...alike})
  tally.add({predicted: 0.7, recalled: false, ...alike})
  // Another interval, another number of lapses: bins of their own.
  tally.add({predicted: 0.5, recalled: true, ...alike, elapsedDays: 30})
  tally.add({predicted: 1, recalled: true, ...alike, lapses: 2})
  const {logLoss, rmseBins, points} = tally.calibration()
  // (−ln 0.9 − ln 0.3 − ln 0.5 − ln 1) / 4
  expect(logLoss).toBeCloseTo((0.105361 + 1.203973 + Math.LN2) / 4, 6)
  // √((2·(0.8 − 0.5)² + 0.5² + 0²) / 4)
  expect(rmseBins).toBeCloseTo(Math.sqrt(0.43 / 4), 9)
  expect(points.map(({from, reviews, recalled}) => [from, reviews, recalled])).toEqual([
    [0.5, 1, 1],
    [0.7, 1, 0],
    [0.9, 1, 1],
    [0.95, 1, 1],
  ])
})

test('a certain prediction that fails costs much, not endlessly much', () => {
  const tally = calibrationTally()
  tally.add({predicted: 1, recalled: false, elapsedDays: 1, reviews: 1, lapses: 0})
  expect(tally.calibration().logLoss).toBeCloseTo(15.94, 2)
})

test('a card that is reviewed counts with its new memory from that day on', () => {
  const tally = knowledgeTally(
    {first: 10 as StudyDay, step: 2, count: 3},
    (days, stability) => stability - days,
  )
  tally.hold(100, 9, 12)
  tally.hold(200, 12, Number.POSITIVE_INFINITY)
  tally.hold(50, 14, Number.POSITIVE_INFINITY)
  expect(tally.knowledge()).toEqual([
    {day: 10, known: 99, studied: 1},
    {day: 12, known: 200, studied: 1},
    {day: 14, known: 198 + 50, studied: 2},
  ])
})

test.each([
  {days: 10, count: 5, samples: {first: 92, step: 2, count: 5}},
  {days: 11, count: 5, samples: {first: 91, step: 3, count: 4}},
  {days: 3, count: 60, samples: {first: 98, step: 1, count: 3}},
  {days: 0, count: 60, samples: {first: 101, step: 1, count: 0}},
])('$days days in at most $count samples', ({days, count, samples}) => {
  expect(sampleDays(lastDays(100 as StudyDay, days), count)).toEqual(samples)
})
