import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Card} from '../../src/core/card.ts'
import {budgetOf} from '../../src/core/queue.ts'
import {
  ALL_DUE,
  budgetFor,
  cramQueue,
  isNarrowed,
  limitQueue,
  type ReviewChoice,
} from '../../src/core/review-choice.ts'
import {MS_PER_MINUTE} from '../../src/core/time.ts'
import {learningDue, makeCard, minutesIn, reviewDue} from '../support/ui-cards.ts'

const NOW = {moment: minutesIn(0), learnAheadMs: 20 * MS_PER_MINUTE}

const names = (cards: readonly Card[]): string => cards.map(({noteId}) => noteId).join(' ')

test.each<{change: Partial<ReviewChoice>; narrowed: boolean}>([
  {change: {}, narrowed: false},
  {change: {limit: undefined, aheadDays: 0}, narrowed: false},
  {change: {decks: ['Rivers']}, narrowed: true},
  {change: {tags: ['sql']}, narrowed: true},
  {change: {flags: [1]}, narrowed: true},
  {change: {leeches: true}, narrowed: true},
  {change: {needsFixing: true}, narrowed: true},
  {change: {limit: 5}, narrowed: true},
  {change: {minutes: 5}, narrowed: true},
  {change: {newCards: 0}, narrowed: true},
  {change: {aheadDays: 1}, narrowed: true},
  {change: {cram: true}, narrowed: true},
])('$change narrows the choice: $narrowed', ({change, narrowed}) => {
  expect(isNarrowed({...ALL_DUE, ...change})).toBe(narrowed)
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
    {limit: undefined, left: 'later soon now', then: 'first second'},
    {limit: 0, left: '', then: ''},
    {limit: 1, left: 'now', then: ''},
    {limit: 3, left: 'now soon', then: 'first'},
    {limit: 4, left: 'now soon', then: 'first second'},
    {limit: 5, left: 'now soon later', then: 'first second'},
    {limit: 99, left: 'now soon later', then: 'first second'},
  ])('of $limit leaves of learning “$left” and of the others “$then”', ({limit, left, then}) => {
    const limited = limitQueue({learning, main}, limit, NOW)
    expect([names(limited.learning), names(limited.main)]).toEqual([left, then])
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
