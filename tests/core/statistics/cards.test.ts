import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {CardId} from '../../../src/core/card.ts'
import {DEFAULT_PARAMETERS} from '../../../src/core/options.ts'
import {NEW, type Schedule} from '../../../src/core/schedule.ts'
import {retrievability} from '../../../src/core/scheduler.ts'
import type {CardRow} from '../../../src/core/statistics/card-row.ts'
import {cardTally} from '../../../src/core/statistics/card-tally.ts'
import {totalOf} from '../../../src/core/statistics/decks.ts'
import {
  DAY_EDGES,
  DIFFICULTY_EDGES,
  distributionOf,
  histogramOf,
  quantile,
  SHARE_EDGES,
} from '../../../src/core/statistics/distribution.ts'
import {type Instant, MS_PER_MINUTE, type StudyDay} from '../../../src/core/time.ts'
import {inReview, momentOf, TODAY} from '../../support/makers-schedule.ts'

const memories = fc.record({
  stability: fc.double({min: 0.001, max: 3_000, noNaN: true}),
  difficulty: fc.double({min: 1, max: 10, noNaN: true}),
})

const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.constant(NEW),
  fc
    .record({
      memory: memories,
      back: fc.nat({max: 100}),
      days: fc.integer({min: 1, max: 120}),
      lapses: fc.nat({max: 12}),
    })
    .map(({memory, back, days, lapses}) => ({
      ...inReview(memory, TODAY - back, TODAY - back + days),
      lapses,
    })),
  fc
    .record({
      phase: fc.constantFrom('learning' as const, 'relearning' as const),
      memory: memories,
      back: fc.nat({max: 3}),
      stepMinutes: fc.constantFrom(1, 10, 3 * 24 * 60),
      lapses: fc.nat({max: 12}),
    })
    .map(({phase, memory, back, stepMinutes, lapses}) => {
      const {at, studyDay} = momentOf(TODAY - back)
      const due = (at + stepMinutes * MS_PER_MINUTE) as Instant
      return {phase, memory, lastReview: at, lastDay: studyDay, reps: 2, lapses, step: 0, due}
    }),
)

const collections: fc.Arbitrary<readonly CardRow[]> = fc
  .array(
    fc.record({
      deck: fc.constantFrom('A', 'A::B', 'A B', 'Z'),
      schedule: schedules,
      isAbsent: fc.nat({max: 6}).map(chance => chance === 0),
      isSuspended: fc.nat({max: 6}).map(chance => chance === 0),
    }),
    {maxLength: 60},
  )
  .map(cards => cards.map((card, index) => ({...card, id: `card${index + 100}` as CardId})))

function statisticsOf(cards: readonly CardRow[]) {
  const tally = cardTally({today: TODAY, parameters: DEFAULT_PARAMETERS})
  for (const card of cards) tally.add(card)
  return tally.statistics()
}

type Reviewed = Exclude<Schedule, {readonly phase: 'new'}>

const studied = (cards: readonly CardRow[]) =>
  cards.flatMap(({schedule, ...card}) =>
    schedule.phase === 'new' ? [] : [{...card, schedule: schedule as Reviewed}],
  )
const chanceOf = ({memory, lastDay}: Reviewed) =>
  retrievability(memory, TODAY - lastDay, DEFAULT_PARAMETERS)
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
/** By the words of the doc comment: a step of three days lasts three, a shorter one none. */
const dueDayOf = (schedule: Reviewed): number => {
  if (schedule.phase === 'review') return schedule.due
  return schedule.lastDay + Math.floor((schedule.due - schedule.lastReview) / 86_400_000)
}

test('decks count their cards, what is due and what is known', () => {
  fc.assert(
    fc.property(collections, cards => {
      const {decks} = statisticsOf(cards)
      const order = ['A', 'A::B', 'A B', 'Z'].filter(deck => cards.some(card => card.deck === deck))
      expect(decks.map(({deck}) => deck)).toEqual(order)
      for (const {deck, counts, due, known, lapses, studied: studiedCards} of decks) {
        const all = cards.filter(card => card.deck === deck)
        const present = all.filter(card => !card.isAbsent)
        const active = present.filter(card => !card.isSuspended)
        const inPhase = (phase: string) => active.filter(card => card.schedule.phase === phase)
        const mature = inPhase('review').filter(({schedule}) => {
          return schedule.phase === 'review' && schedule.due - schedule.lastDay >= 21
        })
        expect(counts).toEqual({
          new: inPhase('new').length,
          learning: inPhase('learning').length,
          relearning: inPhase('relearning').length,
          young: inPhase('review').length - mature.length,
          mature: mature.length,
          suspended: present.length - active.length,
          absent: all.length - present.length,
        })
        expect(due).toBe(studied(active).filter(card => dueDayOf(card.schedule) <= TODAY).length)
        expect(studiedCards).toBe(studied(present).length)
        expect(known).toBeCloseTo(sum(studied(present).map(card => chanceOf(card.schedule))), 5)
        expect(lapses).toBe(sum(studied(present).map(card => card.schedule.lapses)))
      }
      expect(sum(Object.values(totalOf(decks).counts))).toBe(cards.length)
    }),
    {seed: 41},
  )
})

test('the forecast has each active card once: in the backlog, on its day, or later', () => {
  fc.assert(
    fc.property(collections, cards => {
      const {forecast} = statisticsOf(cards)
      const active = studied(cards.filter(card => !card.isAbsent && !card.isSuspended))
      const dueIn = (days: number) =>
        active.filter(card => dueDayOf(card.schedule) === TODAY + days).length
      expect(forecast.days.map(({day}) => day - TODAY)).toEqual([...Array(30).keys()])
      forecast.days.forEach(({learning, young, mature}, index) => {
        expect(learning + young + mature).toBe(dueIn(index))
      })
      expect(forecast.backlog).toBe(active.filter(card => dueDayOf(card.schedule) < TODAY).length)
      const onDays = sum(forecast.days.map(each => each.learning + each.young + each.mature))
      expect(forecast.backlog + onDays + forecast.later).toBe(active.length)
      const load = active.map(({schedule}) =>
        schedule.phase === 'review' ? 1 / (schedule.due - schedule.lastDay) : 0,
      )
      expect(forecast.dailyLoad).toBeCloseTo(sum(load), 9)
    }),
    {seed: 42},
  )
})

test('leeches are the cards with eight lapses or more, the worst first', () => {
  fc.assert(
    fc.property(collections, cards => {
      const {leeches} = statisticsOf(cards)
      const expected = studied(cards)
        .filter(card => !card.isAbsent && card.schedule.lapses >= 8)
        .map(({id}) => id)
      expect(leeches.map(({id}) => id).toSorted()).toEqual(expected.toSorted())
      expect(leeches.map(({lapses}) => lapses)).toEqual(
        leeches.map(({lapses}) => lapses).toSorted((a, b) => b - a),
      )
    }),
    {seed: 43},
  )
})

test('distributions are those of the cards that are in a source', () => {
  fc.assert(
    fc.property(collections, cards => {
      const {stability, difficulty, retrievability: chances, intervals} = statisticsOf(cards)
      const present = studied(cards.filter(card => !card.isAbsent)).map(({schedule}) => schedule)
      const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b)
      expect([...stability.values]).toEqual(ascending(present.map(({memory}) => memory.stability)))
      expect([...difficulty.values]).toEqual(
        ascending(present.map(({memory}) => memory.difficulty)),
      )
      expect(chances.mean ?? 0).toBeCloseTo(sum(present.map(chanceOf)) / (present.length || 1), 5)
      expect([...intervals.values]).toEqual(
        ascending(
          present.flatMap(each => (each.phase === 'review' ? [each.due - each.lastDay] : [])),
        ),
      )
      const bins = histogramOf(stability, DAY_EDGES)
      expect(sum(bins.map(({count}) => count))).toBe(present.length)
      expect(sum(histogramOf(difficulty, DIFFICULTY_EDGES).map(({count}) => count))).toBe(
        present.length,
      )
      expect(sum(histogramOf(chances, SHARE_EDGES).map(({count}) => count))).toBe(present.length)
    }),
    {seed: 44},
  )
})

test('a histogram counts what lies within each bin, the upper end in the last one alone', () => {
  const edges = fc.uniqueArray(fc.integer({min: -5, max: 20}), {minLength: 2, maxLength: 8})
  fc.assert(
    fc.property(fc.array(fc.integer({min: -8, max: 24})), edges, (values, unsorted) => {
      const ascending = unsorted.toSorted((a, b) => a - b)
      const bins = histogramOf(distributionOf(Float64Array.from(values)), ascending)
      bins.forEach(({from, to, count}, index) => {
        const isLast = index === bins.length - 1
        const inside = values.filter(
          value => value >= from && (value < to || (isLast && value === to)),
        )
        expect(count).toBe(inside.length)
      })
    }),
    {seed: 45},
  )
})

test.each([
  {values: [], share: 0.5, expected: undefined},
  {values: [7], share: 0.9, expected: 7},
  {values: [1, 2, 3, 10], share: 0.5, expected: 2.5},
  {values: [0, 10], share: 0.25, expected: 2.5},
  {values: [0, 10], share: 1, expected: 10},
])('the $share quantile of $values is $expected', ({values, share, expected}) => {
  expect(quantile(Float64Array.from(values), share)).toBe(expected)
})

test('a step of less than a day counts for the day on which it began', () => {
  const {at, studyDay} = momentOf(TODAY - 1, 23 * 60)
  const due = (at + 90 * MS_PER_MINUTE) as Instant
  const memory = {stability: 1, difficulty: 5}
  const learning = {
    phase: 'learning' as const,
    memory,
    lastReview: at,
    lastDay: studyDay as StudyDay,
  }
  const card = {deck: 'A', isAbsent: false, isSuspended: false, id: 'one' as CardId}
  const {forecast} = statisticsOf([
    {...card, schedule: {...learning, reps: 1, lapses: 0, step: 0, due}},
  ])
  expect(forecast.backlog).toBe(1)
})
