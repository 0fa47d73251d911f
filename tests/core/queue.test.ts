import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Card} from '../../src/core/card.ts'
import type {NoteId} from '../../src/core/note.ts'
import {
  budgetOf,
  type Candidates,
  countDue,
  type DayBudget,
  planQueue,
  type Queue,
  type QueueContext,
} from '../../src/core/queue.ts'
import {mixEvenly} from '../../src/core/queue-order.ts'
import {currentCard, startSession} from '../../src/core/session.ts'
import {type Instant, MS_PER_DAY, MS_PER_MINUTE} from '../../src/core/time.ts'
import {
  learningDue,
  makeCard,
  makeContext,
  minutesIn,
  reviewDue,
  TODAY,
} from '../support/ui-cards.ts'

const NO_LIMIT = budgetOf({newPerDay: 999, reviewsPerDay: 999}, {introduced: 0, reviewed: 0})
const CONTEXT: QueueContext = {
  moment: minutesIn(0),
  learnAheadMs: 20 * MS_PER_MINUTE,
  buriedNotes: new Set(),
  seed: 7,
}

const many = (count: number, name: string, schedule?: Card['schedule']): readonly Card[] =>
  Array.from({length: count}, (_, index) => makeCard(`${name}${index}`, schedule))

/** As they come: reviews from the longest overdue. */
const candidates = (some: Partial<Candidates>): Candidates => ({
  learning: [],
  new: [],
  ...some,
  review: [...(some.review ?? [])].sort(byDay),
})

const dayOf = ({schedule}: Card) => (schedule.phase === 'review' ? schedule.due : 0)
const byDay = (a: Card, b: Card) => dayOf(a) - dayOf(b)

const names = (cards: readonly Card[]): string => cards.map(card => card.noteId).join(' ')

describe('the day’s budget', () => {
  test.each([
    {limit: 20, done: 0, left: 20},
    {limit: 20, done: 7, left: 13},
    {limit: 20, done: 20, left: 0},
    {limit: 20, done: 31, left: 0},
    {limit: 0, done: 0, left: 0},
  ])('$limit a day, $done done: $left left', ({limit, done, left}) => {
    const budget = budgetOf(
      {newPerDay: limit, reviewsPerDay: limit},
      {introduced: done, reviewed: done},
    )
    expect([budget.newLeft, budget.reviewsLeft]).toEqual([left, left])
  })
})

describe('the queue', () => {
  test('asks learning cards by due time, also those that are due later', () => {
    const learning = [
      makeCard('late', learningDue(30)),
      makeCard('old', learningDue(-5)),
      makeCard('now', learningDue(0)),
    ]
    const queue = planQueue(candidates({learning}), NO_LIMIT, CONTEXT)
    expect(names(queue.learning)).toBe('old now late')
    expect(queue.main).toEqual([])
  })

  test('asks a card whose step is a day long when that day has begun, and not before', () => {
    const dayLong = (name: string, learnedAt: number) => {
      const {at, studyDay} = minutesIn(learnedAt)
      const due = (at + MS_PER_DAY) as Instant
      return makeCard(name, {
        ...learningDue(0),
        lastReview: at,
        lastDay: studyDay,
        due,
      })
    }
    // Learned yesterday evening: due today, though not yet 24 hours ago.
    const learning = [dayLong('yesterday', -12 * 60), dayLong('today', -30)]
    const queue = planQueue(candidates({learning}), NO_LIMIT, CONTEXT)
    expect(names(queue.learning)).toBe('yesterday')
    expect(countDue(candidates({learning}), NO_LIMIT, CONTEXT).learning).toBe(1)
    const session = startSession({queue, moment: minutesIn(0)}, makeContext())
    expect(currentCard(session)?.noteId).toBe('yesterday')
  })

  test('asks the longest overdue reviews first', () => {
    const review = [
      makeCard('today', reviewDue(0)),
      makeCard('week', reviewDue(-7)),
      makeCard('yesterday', reviewDue(-1)),
    ]
    const queue = planQueue(candidates({review}), NO_LIMIT, CONTEXT)
    expect(names(queue.main)).toBe('week yesterday today')
  })

  test('reads no more days of a backlog than the limit asks', () => {
    const read: string[] = []
    const backlog = many(4, 'a', reviewDue(-9)).concat(
      many(4, 'b', reviewDue(-8)),
      many(4, 'c', reviewDue(-7)),
    )
    const review = {
      *[Symbol.iterator]() {
        for (const card of backlog) {
          read.push(card.noteId)
          yield card
        }
      },
    }
    const budget = budgetOf({newPerDay: 0, reviewsPerDay: 6}, {introduced: 0, reviewed: 0})
    const {main} = planQueue({learning: [], review, new: []}, budget, CONTEXT)
    expect(main.map(dayOf)).toEqual([...Array(4).fill(TODAY - 9), ...Array(2).fill(TODAY - 8)])
    expect(read.at(-1)).toBe('c0')
  })

  test('shuffles reviews that are equally due, in one order for one seed', () => {
    const review = many(30, 'card', reviewDue(0))
    const order = (seed: number, cards = review): string =>
      names(planQueue(candidates({review: cards}), NO_LIMIT, {...CONTEXT, seed}).main)
    expect(order(1)).not.toBe(names(review))
    expect(order(1)).toBe(order(1, review.toReversed()))
    expect(order(1)).not.toBe(order(2))
  })

  test('keeps new cards in document order and spreads them among the reviews', () => {
    const queue = planQueue(
      candidates({review: many(9, 'r', reviewDue(0)), new: many(2, 'n')}),
      NO_LIMIT,
      CONTEXT,
    )
    expect(queue.main.map(card => card.noteId.charAt(0)).join('')).toBe('rrrnrrrnrrr')
    expect(names(queue.main.filter(card => card.schedule.phase === 'new'))).toBe('n0 n1')
  })

  test('takes no more than the limits leave, learning cards aside', () => {
    const budget = budgetOf({newPerDay: 5, reviewsPerDay: 10}, {introduced: 3, reviewed: 6})
    const queue = planQueue(
      candidates({
        learning: many(8, 'l', learningDue(0)),
        review: many(30, 'r', reviewDue(0)),
        new: many(30, 'n'),
      }),
      budget,
      CONTEXT,
    )
    expect(queue.learning).toHaveLength(8)
    expect(queue.main.filter(card => card.schedule.phase === 'review')).toHaveLength(4)
    expect(queue.main.filter(card => card.schedule.phase === 'new')).toHaveLength(2)
  })

  test('reads no more new cards than it takes', () => {
    let read = 0
    function* endless(): Generator<Card> {
      for (;;) yield makeCard(`n${read++}`)
    }
    const budget = budgetOf({newPerDay: 3, reviewsPerDay: 0}, {introduced: 0, reviewed: 0})
    planQueue(candidates({new: endless()}), budget, CONTEXT)
    expect(read).toBe(3)
  })

  test('asks one card of a note, the first in order', () => {
    const review = [
      makeCard('a', reviewDue(0)),
      makeCard('a', reviewDue(-3), {variant: 'backward'}),
    ]
    const fresh = [
      makeCard('b'),
      makeCard('b', undefined, {variant: 'backward'}),
      makeCard('a', undefined, {variant: 'cloze-3'}),
    ]
    const queue = planQueue(candidates({review, new: fresh}), NO_LIMIT, CONTEXT)
    expect(queue.main.map(card => card.id)).toEqual(['a.2', 'b.1'])
  })

  test('leaves out siblings of cards answered today, but no card in learning', () => {
    const queue = planQueue(
      candidates({
        learning: [makeCard('a', learningDue(5))],
        review: [makeCard('a', reviewDue(0), {variant: 'backward'})],
        new: [makeCard('b', undefined, {variant: 'backward'}), makeCard('c')],
      }),
      NO_LIMIT,
      {...CONTEXT, buriedNotes: new Set(['b'] as NoteId[])},
    )
    expect(names(queue.learning)).toBe('a')
    expect(names(queue.main)).toBe('c')
  })
})

describe('laws of the queue', () => {
  const arbitraryCard = fc
    .record({
      note: fc.integer({min: 0, max: 12}),
      backward: fc.boolean(),
      deck: fc.constantFrom('Git', 'SQL', 'Unix'),
      schedule: fc.oneof(
        fc.constant({phase: 'new'} as const),
        fc.integer({min: -30, max: 60}).map(learningDue),
        fc.integer({min: -9, max: 0}).map(reviewDue),
      ),
    })
    .map(({note, backward, deck, schedule}) =>
      makeCard(`n${note}`, schedule, {variant: backward ? 'backward' : 'forward', deck}),
    )
  const arbitraryCandidates = fc
    .uniqueArray(arbitraryCard, {selector: card => card.id, maxLength: 26})
    .map(
      (cards): Candidates => ({
        learning: cards.filter(card => card.schedule.phase === 'learning'),
        review: cards.filter(card => card.schedule.phase === 'review').sort(byDay),
        new: cards.filter(card => card.schedule.phase === 'new'),
      }),
    )
  const limit = fc.integer({min: 0, max: 12})
  const arbitraryBudget = fc
    .record({newPerDay: limit, reviewsPerDay: limit, introduced: limit, reviewed: limit})
    .map((numbers): DayBudget => budgetOf(numbers, numbers))

  test('what is counted is what is asked', () => {
    fc.assert(
      fc.property(arbitraryCandidates, arbitraryBudget, (cards, budget) => {
        const counts = countDue(cards, budget, CONTEXT)
        const queue = planQueue(cards, budget, CONTEXT)
        const horizon = CONTEXT.moment.at + CONTEXT.learnAheadMs
        const asked = [
          ...queue.learning.filter(
            ({schedule}) => schedule.phase === 'learning' && schedule.due <= horizon,
          ),
          ...queue.main,
        ]
        const of = (some: readonly Card[]) => ({
          total: some.length,
          new: some.filter(card => card.schedule.phase === 'new').length,
          learning: some.filter(card => card.schedule.phase === 'learning').length,
          review: some.filter(card => card.schedule.phase === 'review').length,
        })
        const decks = [...new Set(asked.map(card => card.deck))].sort()
        expect(counts).toEqual({
          ...of(asked),
          decks: decks.map(deck => ({deck, ...of(asked.filter(card => card.deck === deck))})),
        })
      }),
    )
  })

  test('no card is asked twice, no note twice outside learning, no limit passed', () => {
    fc.assert(
      fc.property(arbitraryCandidates, arbitraryBudget, (cards, budget) => {
        const {learning, main} = planQueue(cards, budget, CONTEXT)
        const ids = [...learning, ...main].map(card => card.id)
        expect(new Set(ids).size).toBe(ids.length)
        const notes = main.map(card => card.noteId)
        expect(new Set(notes).size).toBe(notes.length)
        expect(learning).toHaveLength([...cards.learning].length)
        const count = (phase: string) => main.filter(card => card.schedule.phase === phase).length
        expect(count('new')).toBeLessThanOrEqual(budget.newLeft)
        expect(count('review')).toBeLessThanOrEqual(budget.reviewsLeft)
      }),
    )
  })

  test('planning again after every answer asks in the order of the first plan', () => {
    fc.assert(
      fc.property(arbitraryCandidates, limit, limit, (cards, newPerDay, reviewsPerDay) => {
        const planned = planQueue(
          {...cards, learning: []},
          budgetOf({newPerDay, reviewsPerDay}, {introduced: 0, reviewed: 0}),
          CONTEXT,
        ).main
        const asked: Card[] = []
        for (;;) {
          const done = {
            introduced: asked.filter(card => card.schedule.phase === 'new').length,
            reviewed: asked.filter(card => card.schedule.phase === 'review').length,
          }
          const open = (list: Iterable<Card>) => [...list].filter(card => !asked.includes(card))
          const queue: Queue = planQueue(
            {learning: [], review: open(cards.review), new: open(cards.new)},
            budgetOf({newPerDay, reviewsPerDay}, done),
            {...CONTEXT, buriedNotes: new Set(asked.map(card => card.noteId))},
          )
          const [next] = queue.main
          if (!next) break
          asked.push(next)
        }
        expect(names(asked)).toBe(names(planned))
      }),
    )
  })

  test('mixing keeps every item, both orders, and no two new cards side by side where reviews suffice', () => {
    fc.assert(
      fc.property(fc.nat({max: 60}), fc.nat({max: 20}), (reviews, fresh) => {
        const many = Array.from({length: reviews}, (_, index) => `r${index}`)
        const few = Array.from({length: fresh}, (_, index) => `n${index}`)
        const mixed = mixEvenly(many, few, {many: 0, few: 0})
        expect(mixed.filter(item => item.startsWith('r'))).toEqual(many)
        expect(mixed.filter(item => item.startsWith('n'))).toEqual(few)
        if (reviews > 2 * fresh) expect(mixed.join(' ')).not.toMatch(/n\d+ n/)
      }),
    )
  })
})
