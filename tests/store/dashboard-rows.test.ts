import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {CardId} from '../../src/core/card.ts'
import type {DeckName} from '../../src/core/note.ts'
import {RATINGS} from '../../src/core/rating.ts'
import {reviewsInForce} from '../../src/core/replay.ts'
import {ANY_CARD, type CardFilter} from '../../src/core/review-choice.ts'
import {type ReviewRow, reviewRowOf} from '../../src/core/statistics/review-tally.ts'
import {
  type Instant,
  type Moment,
  MS_PER_DAY,
  MS_PER_MINUTE,
  momentAt,
} from '../../src/core/time.ts'
import type {Store} from '../../src/store/open.ts'
import {learnerOf} from '../support/learner.ts'
import {basic, documentOf, importInto, noteOf, seeded} from '../support/makers-note.ts'
import {temporaryStore} from '../support/store.ts'
import {ZONES, zoneOffsets} from '../support/zones.ts'

const inDeck = (question: string, deck: string, tags: readonly string[] = []) =>
  noteOf(basic(question), {deck: deck as DeckName, tags})

const NOTES = [
  inDeck('a', 'A', ['x']),
  inDeck('b', 'A::B', ['y']),
  inDeck('c', 'A::B', ['x', 'y']),
  inDeck('d', 'D'),
]

const steps = fc.array(
  fc.record({
    card: fc.nat({max: 3}),
    rating: fc.constantFrom(...RATINGS),
    minutes: fc.oneof(fc.nat({max: 30}), fc.nat({max: 60 * 24 * 60})),
    undoes: fc.nat({max: 3}),
  }),
  {maxLength: 25},
)

/** What the store shows, and what there is by the log of each card. */
function rowsOf(store: Store, filter: CardFilter) {
  return store.withDashboardRows(filter, ({cards, firstDay, forEachReview}) => {
    const shown: ReviewRow[] = []
    forEachReview(review => shown.push({...review}))
    const byCard = cards.map((_, card) => shown.filter(row => row.card === card))
    const expected = cards.map(({id}, card) =>
      reviewsInForce(store.entriesOf(id)).map(review => reviewRowOf(review, card)),
    )
    return {cards, firstDay, byCard, expected}
  })
}

test('the rows are the reviews in force of each card, wherever the learner lives', () => {
  fc.assert(
    fc.property(
      steps,
      fc.constantFrom(...ZONES),
      fc.integer({min: -2_000, max: 60_000}),
      (steps, zone, start) => {
        const store = temporaryStore()
        importInto(store, [documentOf('a.md', NOTES)])
        const ids = store.findCards('').map(({id}) => id)
        const learner = learnerOf(store, seeded(3))
        const boundary = {rolloverHour: 4, utcOffsetMinutes: zoneOffsets(zone)}
        let at = start * MS_PER_DAY
        const later = (minutes: number): Moment => {
          at += minutes * MS_PER_MINUTE
          return momentAt(at as Instant, boundary)
        }
        for (const {card, rating, minutes, undoes} of steps) {
          learner.rate(ids[card] as CardId, rating, later(minutes))
          for (let undone = 0; undone < undoes - 1; undone += 1) learner.undo(later(0))
        }
        const {byCard, expected, firstDay} = rowsOf(store, ANY_CARD)
        expect(byCard).toEqual(expected)
        const days = expected.flat().map(({studyDay}) => studyDay)
        if (days.length > 0) expect(firstDay).toBeLessThanOrEqual(Math.min(...days))
        store.close()
      },
    ),
    {seed: 23, numRuns: 60},
  )
})

test.each<{what: string; filter: Partial<CardFilter>; questions: string[]}>([
  {what: 'a deck', filter: {decks: ['A::B' as DeckName]}, questions: ['b', 'c']},
  {what: 'a tag', filter: {tags: ['x']}, questions: ['a', 'c']},
  {what: 'both', filter: {decks: ['A' as DeckName], tags: ['x']}, questions: ['a']},
  {what: 'nothing there is', filter: {tags: ['z']}, questions: []},
])('$what is all that is read of', ({filter, questions}) => {
  const store = temporaryStore()
  importInto(store, [documentOf('a.md', NOTES)])
  const learner = learnerOf(store, seeded(5))
  const cards = store.findCards('')
  cards.forEach(({id}, index) => {
    const moment = momentAt((index * MS_PER_DAY + 1) as Instant, UTC)
    learner.rate(id, 'good', moment)
    learner.rate(id, 'good', {...moment, at: (moment.at + 60_000) as Instant})
  })
  const rows = rowsOf(store, {...ANY_CARD, ...filter})
  const chosen = cards.filter(({content}) =>
    questions.includes(content.kind === 'basic' ? content.question : ''),
  )
  expect(rows.cards.map(({id}) => id).toSorted()).toEqual(chosen.map(({id}) => id).toSorted())
  expect(rows.byCard).toEqual(rows.expected)
  expect(rows.byCard.every(reviews => reviews.length === 2)).toBe(true)
  expect(rows.firstDay).toBe(
    questions.length === 0
      ? undefined
      : rows.byCard.flat().reduce((day, row) => Math.min(day, row.studyDay), Infinity),
  )
})

const UTC = {rolloverHour: 0, utcOffsetMinutes: () => 0}

test('suspended and absent cards are told apart, and a leech has its question', () => {
  const store = temporaryStore()
  importInto(store, [documentOf('a.md', NOTES)])
  const [a, b] = store.findCards('')
  const learner = learnerOf(store, seeded(7))
  learner.act([a?.id as CardId], {kind: 'suspend', isSuspended: true}, momentAt(0 as Instant, UTC))
  importInto(store, [
    documentOf(
      'a.md',
      NOTES.filter((_, index) => index !== 1),
    ),
  ])
  store.withDashboardRows(ANY_CARD, ({cards, questionOf}) => {
    expect(cards.filter(({isSuspended}) => isSuspended).map(({id}) => id)).toEqual([a?.id])
    expect(cards.filter(({isAbsent}) => isAbsent).map(({id}) => id)).toEqual([b?.id])
    expect(questionOf(b?.id as CardId)).toBe('b')
    expect(questionOf('nonesuch0000.1' as CardId)).toBeUndefined()
  })
})
