import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Card} from '../../src/core/card.ts'
import {type Marks, NO_MARKS} from '../../src/core/marks.ts'
import type {DeckName} from '../../src/core/note.ts'
import {budgetOf} from '../../src/core/queue.ts'
import {
  ANY_CARD,
  budgetFor,
  type CardFilter,
  cramQueue,
  isAnyCard,
  isChosen,
  limitQueue,
  tagsNamed,
} from '../../src/core/review-choice.ts'
import {NEW, type Schedule} from '../../src/core/schedule.ts'
import {LEECH_LAPSES} from '../../src/core/statistics/leeches.ts'
import {MS_PER_MINUTE} from '../../src/core/time.ts'
import {learningDue, makeCard, minutesIn, reviewDue} from '../support/ui-cards.ts'

const NOW = {moment: minutesIn(0), learnAheadMs: 20 * MS_PER_MINUTE}

const names = (cards: readonly Card[]): string => cards.map(({noteId}) => noteId).join(' ')

test.each<{change: Partial<CardFilter>; any: boolean}>([
  {change: {}, any: true},
  {change: {decks: ['Rivers' as DeckName]}, any: false},
  {change: {tags: ['sql']}, any: false},
  {change: {flags: [1]}, any: false},
  {change: {leeches: true}, any: false},
  {change: {needsFixing: true}, any: false},
])('$change lets every card through: $any', ({change, any}) => {
  expect(isAnyCard({...ANY_CARD, ...change})).toBe(any)
})

const leech: Schedule = {
  ...(reviewDue(0) as Extract<Schedule, {phase: 'review'}>),
  lapses: LEECH_LAPSES,
}
const marked = (marks: Partial<Marks>) => ({marks: {...NO_MARKS, ...marks}})

test.each<{what: string; card: Card; filter: Partial<CardFilter>; chosen: boolean}>([
  {what: 'anything', card: makeCard('a'), filter: {}, chosen: true},
  {
    what: 'its deck',
    card: makeCard('a', NEW, {deck: 'A'}),
    filter: {decks: ['B', 'A'] as DeckName[]},
    chosen: true,
  },
  {
    what: 'the deck above',
    card: makeCard('a', NEW, {deck: 'A::B'}),
    filter: {decks: ['A'] as DeckName[]},
    chosen: false,
  },
  {
    what: 'one of its tags',
    card: {...makeCard('a'), tags: ['x', 'y']},
    filter: {tags: ['y', 'z']},
    chosen: true,
  },
  {
    what: 'another tag',
    card: {...makeCard('a'), tags: ['x']},
    filter: {tags: ['X']},
    chosen: false,
  },
  {
    what: 'its flag',
    card: {...makeCard('a'), ...marked({flag: 2})},
    filter: {flags: [1, 2]},
    chosen: true,
  },
  {what: 'a flag where it has none', card: makeCard('a'), filter: {flags: [1]}, chosen: false},
  {what: 'leeches', card: makeCard('a', leech), filter: {leeches: true}, chosen: true},
  {
    what: 'leeches, one lapse too few',
    card: makeCard('a', {...leech, lapses: LEECH_LAPSES - 1}),
    filter: {leeches: true},
    chosen: false,
  },
  {what: 'leeches, and it is new', card: makeCard('a'), filter: {leeches: true}, chosen: false},
  {
    what: 'what needs fixing',
    card: {...makeCard('a'), ...marked({needsFixing: true})},
    filter: {needsFixing: true},
    chosen: true,
  },
  {
    what: 'what needs fixing, and it does not',
    card: makeCard('a'),
    filter: {needsFixing: true},
    chosen: false,
  },
  {
    what: 'a leech with a flag that it has not',
    card: makeCard('a', leech),
    filter: {leeches: true, flags: [1]},
    chosen: false,
  },
])('a card is among $what: $chosen', ({card, filter, chosen}) => {
  expect(isChosen(card, {...ANY_CARD, ...filter})).toBe(chosen)
})

test.each([
  {name: 'sql', named: ['SQL', 'sql::joins', 'sql/joins']},
  {name: '#Sql', named: ['SQL', 'sql::joins', 'sql/joins']},
  {name: 'sql::joins', named: ['sql::joins']},
  {name: 'sq', named: []},
])('the tag $name stands for $named', ({name, named}) => {
  expect(tagsNamed(name, ['SQL', 'sql::joins', 'sqlite', 'sql/joins'])).toEqual(named)
})

describe('the day’s budget', () => {
  const budget = budgetOf({newPerDay: 20, reviewsPerDay: 200}, {introduced: 15, reviewed: 190})

  test.each([
    {choice: {newCards: undefined, aheadDays: 0}, left: [5, 10]},
    {choice: {newCards: 0, aheadDays: 0}, left: [0, 10]},
    {choice: {newCards: 30, aheadDays: 0}, left: [30, 10]},
    {choice: {newCards: undefined, aheadDays: 2}, left: [5, Number.POSITIVE_INFINITY]},
  ])('leaves $left for $choice', ({choice, left}) => {
    const {newLeft, reviewsLeft, done} = budgetFor(choice, budget)
    expect([newLeft, reviewsLeft]).toEqual(left)
    expect(done).toBe(budget.done)
  })
})

describe('a limit', () => {
  const learning = [
    makeCard('later', learningDue(45)),
    makeCard('soon', learningDue(10)),
    makeCard('now', learningDue(-1)),
  ]
  const main = [makeCard('first', reviewDue(0)), makeCard('second')]

  test.each([
    {limit: undefined, left: 'later soon now', rest: 'first second'},
    {limit: 0, left: '', rest: ''},
    {limit: 1, left: 'now', rest: ''},
    {limit: 3, left: 'now soon', rest: 'first'},
    {limit: 4, left: 'now soon', rest: 'first second'},
    {limit: 5, left: 'now soon later', rest: 'first second'},
    {limit: 99, left: 'now soon later', rest: 'first second'},
  ])('of $limit leaves of learning “$left” and of the others “$rest”', ({limit, left, rest}) => {
    const limited = limitQueue({learning, main}, limit, NOW)
    expect([names(limited.learning), names(limited.main)]).toEqual([left, rest])
  })
})

test('cramming asks every card once, in an order that depends on the seed alone', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...'abcdefghijklmnop'], {minLength: 1}),
      fc.nat(1000),
      (letters, seed) => {
        const cards = letters.map(letter => makeCard(letter))
        const {learning, main} = cramQueue(cards, seed)
        expect(learning).toEqual([])
        expect(main).toHaveLength(cards.length)
        expect(new Set(main)).toEqual(new Set(cards))
        expect(names(cramQueue(cards.toReversed(), seed).main)).toBe(names(main))
      },
    ),
  )
})
