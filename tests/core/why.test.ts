import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {CardId} from '../../src/core/card.ts'
import type {SchedulingOptions} from '../../src/core/options.ts'
import {RATINGS} from '../../src/core/rating.ts'
import {NEW, type Schedule} from '../../src/core/schedule.ts'
import {createScheduler, retrievability} from '../../src/core/scheduler.ts'
import {MS_PER_MINUTE} from '../../src/core/time.ts'
import {type DaysRule, explainIntervals, type IntervalRule} from '../../src/core/why.ts'
import {CARD, inReview, momentOf, optionsOf, TODAY, whenDue} from '../support/makers-schedule.ts'

function explain(schedule: Schedule, options: SchedulingOptions, day: number = TODAY, id = CARD) {
  const scheduler = createScheduler(options)
  return explainIntervals({id, schedule}, momentOf(day), {scheduler, options})
}

const rules = (schedule: Schedule, options: SchedulingOptions, day?: number): IntervalRule[] => {
  const {ratings} = explain(schedule, options, day)
  return RATINGS.map(rating => ratings[rating].rule)
}

const days = (more: Partial<DaysRule>): Partial<DaysRule> => ({
  kind: 'days',
  graduates: false,
  range: undefined,
  bounds: [],
  ...more,
})

describe('why an interval', () => {
  test('of a new card: learning steps, and the stability of a first easy', () => {
    expect(rules(NEW, optionsOf())).toEqual([
      {kind: 'step', of: 'learning', step: 1, steps: 2, minutes: 1},
      {kind: 'step', of: 'learning', step: 1, steps: 2, minutes: 5.5},
      {kind: 'step', of: 'learning', step: 2, steps: 2, minutes: 10},
      days({graduates: true, wanted: 8, days: 8}),
    ])
  })

  test('of a card in review: a relearning step, then the days until the desired retention', () => {
    const card = inReview({stability: 10, difficulty: 5}, TODAY - 10)
    const why = explain(card, optionsOf())
    expect(why).toMatchObject({
      phase: 'review',
      memory: {stability: 10, difficulty: 5},
      elapsedDays: 10,
      desiredRetention: 0.9,
    })
    expect(why.retrievability).toBeCloseTo(0.9, 6)
    expect(why.ratings.again.rule).toEqual({
      kind: 'step',
      of: 'relearning',
      step: 1,
      steps: 1,
      minutes: 10,
    })
    const {rule, memory} = why.ratings.good
    expect(rule).toEqual(
      days({wanted: Math.round(memory.stability), days: (rule as DaysRule).days}),
    )
    expect(memory.stability).toBeGreaterThan(10)
  })

  test('of a card without steps that lapses: days, not a step', () => {
    const card = inReview({stability: 10, difficulty: 5}, TODAY - 10)
    const [again] = rules(card, optionsOf({relearningSteps: []}))
    expect(again).toMatchObject({kind: 'days', graduates: false})
  })

  test('names the maximum interval where it holds', () => {
    const card = inReview({stability: 400, difficulty: 5}, TODAY - 400)
    const [, hard, good, easy] = rules(card, optionsOf({maximumInterval: 100}))
    for (const rule of [hard, good, easy]) expect(rule).toMatchObject({days: 100})
    expect((good as DaysRule).wanted).toBeGreaterThan(400)
    expect(good).toMatchObject({bounds: ['maximum']})
  })

  test('names the order of ratings where it holds', () => {
    // At a high retention all intervals come down to a day.
    const card = inReview({stability: 1, difficulty: 5}, TODAY)
    const options = optionsOf({desiredRetention: 0.99, relearningSteps: []})
    expect(rules(card, options)).toEqual([
      days({wanted: 1, days: 1}),
      days({wanted: 1, days: 2, bounds: ['order']}),
      days({wanted: 1, days: 2, bounds: ['order']}),
      days({wanted: 1, days: 3, bounds: ['order']}),
    ])
  })

  test('names growth where fuzz alone would have made a growing interval shorter', () => {
    const options = optionsOf({fuzz: true})
    const bounds = Array.from({length: 200}, (_, index) => {
      const card = inReview({stability: 30, difficulty: 9.9}, TODAY - 33)
      const {hard} = explain(card, options, TODAY, `planet${index}.1` as CardId).ratings
      return hard.rule as DaysRule
    })
    const held = bounds.filter(rule => rule.bounds.includes('growth'))
    expect(held.length).toBeGreaterThan(0)
    for (const rule of held) {
      expect(rule.days).toBeGreaterThan(33)
      expect(rule.range?.earliest).toBe(34)
    }
  })

  test('gives the range of fuzz and a result within it', () => {
    const card = inReview({stability: 100, difficulty: 5}, TODAY - 100)
    const {good} = explain(card, optionsOf({fuzz: true})).ratings
    const {range, days: result, wanted} = good.rule as DaysRule
    expect(range?.earliest).toBeLessThan(wanted)
    expect(range?.latest).toBeGreaterThan(wanted)
    expect(result).toBeGreaterThanOrEqual(range?.earliest ?? 0)
    expect(result).toBeLessThanOrEqual(range?.latest ?? 0)
  })
})

const steps = fc.array(fc.constantFrom(1, 5, 10, 60, 1440, 4320), {maxLength: 3})
const options = fc
  .record({
    learningSteps: steps,
    relearningSteps: steps,
    desiredRetention: fc.double({min: 0.7, max: 0.99, noNaN: true}),
    maximumInterval: fc.oneof(fc.integer({min: 1, max: 30}), fc.constant(36_500)),
    fuzz: fc.boolean(),
  })
  .map(optionsOf)

test('what is explained of any card is what its rating leads to', () => {
  fc.assert(
    fc.property(
      options,
      fc.array(fc.integer({min: 1, max: 4}), {maxLength: 8}),
      fc.integer({min: 0, max: 400}),
      fc.integer({min: 0, max: 1e6}),
      (changed, grades, late, name) => {
        const schedule = whenDue(grades, changed).at(-1) ?? NEW
        const day = (schedule.phase === 'new' ? TODAY : schedule.lastDay) + late
        const id = `${name}.1` as CardId
        const why = explain(schedule, changed, day, id)
        const preview = createScheduler(changed).preview(id, schedule, momentOf(day))
        for (const rating of RATINGS) {
          const {rule, memory, schedule: explained} = why.ratings[rating]
          expect(explained).toEqual(preview[rating])
          expect(memory).toEqual(preview[rating].memory)
          const {due, lastDay, lastReview} = preview[rating]
          if (rule.kind === 'step') {
            expect(lastReview + Math.round(rule.minutes * MS_PER_MINUTE)).toBe(due)
            continue
          }
          expect(lastDay + rule.days).toBe(due)
          expect(rule.days).toBeLessThanOrEqual(changed.maximumInterval)
          // The interval before fuzz is where the forgetting curve meets the desired retention.
          const atWanted = (more: number) =>
            retrievability(memory, rule.wanted + more, changed.parameters)
          expect(atWanted(1)).toBeLessThan(changed.desiredRetention)
          if (rule.wanted > 1) expect(atWanted(-1)).toBeGreaterThan(changed.desiredRetention)
          // Nothing but fuzz and the limits that are named moves it.
          if (rule.bounds.length === 0 && rule.range === undefined) {
            expect(rule.days).toBe(rule.wanted)
          }
          if (rule.range) {
            expect(rule.days).toBeGreaterThanOrEqual(rule.range.earliest)
            expect(rule.days).toBeLessThanOrEqual(rule.range.latest)
          }
        }
      },
    ),
  )
})
