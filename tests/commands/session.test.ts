import {describe, expect, test} from 'vitest'
import {ALL_DUE, type ReviewRequest} from '../../src/commands/chosen-cards.ts'
import {gatherDecks} from '../../src/commands/deck-offer.ts'
import {prepareQuestion, prepareSession} from '../../src/commands/session.ts'
import type {Card, CardId} from '../../src/core/card.ts'
import {entryIds} from '../../src/core/id.ts'
import type {CardAction} from '../../src/core/marks.ts'
import type {DeckName} from '../../src/core/note.ts'

import type {Rating} from '../../src/core/rating.ts'
import {currentCard} from '../../src/core/session.ts'
import {MS_PER_MINUTE, type StudyDay} from '../../src/core/time.ts'
import type {Store} from '../../src/store/open.ts'
import {learnerOf} from '../support/learner.ts'
import {basic, documentOf, importInto, noteOf, seeded} from '../support/makers-note.ts'
import {momentOf, TODAY} from '../support/makers-schedule.ts'
import {temporaryStore} from '../support/store.ts'

/** Twelve new cards in three decks; and who asks for a session this morning. */
function collection() {
  const store = temporaryStore()
  const names = [...'abcdefghijkl']
  const notes = names.map((name, index) =>
    noteOf(basic(name), {deck: ['X', 'X::Y', 'Z'][index % 3] as DeckName, tags: [`t${index % 2}`]}),
  )
  importInto(store, [documentOf('a.md', notes)])
  const idOf = (name: string) =>
    store.findCards('').find(card => questionOf(card) === name)?.id as CardId
  const learner = learnerOf(store, seeded(4))
  const rate = (name: string, rating: Rating, day: number, minute = 600) =>
    learner.rate(idOf(name), rating, momentOf(day as StudyDay, minute))
  const outside = (minute = 700) => ({
    openStore: () => store,
    clock: {now: () => momentOf(TODAY, minute).at, utcOffsetMinutes: () => 0},
    random: seeded(1),
  })
  return {store, idOf, rate, outside}
}

const questionOf = ({content}: Card) => (content.kind === 'basic' ? content.question : '')

/** What would be asked, the first question included. */
function planned(outside: Parameters<typeof prepareSession>[0], change: Partial<ReviewRequest>) {
  const {session} = prepareSession(outside, {...ALL_DUE, ...change})
  const present = currentCard(session)
  const rest = session.main.slice(session.taken)
  return [...(present ? [present] : []), ...rest, ...session.learning].map(questionOf).join('')
}

/** The store, counting how many cards are read with their texts. */
function counting(store: Store) {
  let cards = 0
  const cardsByIds: Store['cardsByIds'] = ids => {
    cards += ids.length
    return store.cardsByIds(ids)
  }
  return {store: {...store, cardsByIds}, read: () => cards}
}

describe('the question that comes first', () => {
  test.each<{what: string; before: (rate: ReturnType<typeof collection>['rate']) => void}>([
    {what: 'everything is new', before: () => {}},
    {what: 'a card in learning is due', before: rate => rate('f', 'again', TODAY, 690)},
    {what: 'a card in learning is due later', before: rate => rate('f', 'hard', TODAY, 699)},
    {what: 'reviews are due', before: rate => rate('k', 'good', TODAY - 40, 600)},
  ])('is that of the whole session where $what', ({before}) => {
    const {store, rate, outside} = collection()
    before(rate)
    const whole = prepareSession(outside(), ALL_DUE)
    const {store: counted, read} = counting(store)
    const first = prepareQuestion({...outside(), openStore: () => counted}, ALL_DUE)
    expect(currentCard(first.session)?.id).toBe(currentCard(whole.session)?.id)
    expect(read()).toBeLessThanOrEqual(2)
  })
})

test.each<{change: Partial<ReviewRequest>; names: string}>([
  {change: {}, names: 'abcdefghijkl'},
  {change: {decks: ['x::y']}, names: 'behk'},
  {change: {decks: ['X'], tags: ['T0']}, names: 'aegk'},
  {change: {limit: 3}, names: 'abc'},
  {change: {limit: 2, decks: ['Z']}, names: 'cf'},
  {change: {newCards: 5}, names: 'abcde'},
  {change: {newCards: 0}, names: ''},
  {change: {leeches: true}, names: ''},
])('$change asks “$names”', ({change, names}) => {
  expect(planned(collection().outside(), change)).toBe(names)
})

test('what a session does comes after what was done elsewhere meanwhile, also when the clock went back', () => {
  const {store, idOf, rate, outside} = collection()
  const {newEntryId} = prepareSession(outside(700), ALL_DUE)
  const elsewhere = rate('k', 'good', TODAY, 720)
  const {at} = momentOf(TODAY, 700)
  const step = {
    id: newEntryId(at),
    at,
    action: {kind: 'flag', flag: 3} as const,
    cardIds: [idOf('a')],
  }
  expect(step.id > elsewhere.id).toBe(true)
  store.recordAction({step, studyDay: TODAY})
  store.revertAction(step.id, {id: newEntryId(at), at})
  expect(store.newestStep()).toMatchObject({kind: 'review', review: {id: elsewhere.id}})
})

test('flags, and notes that need a fix, are found together with decks', () => {
  const {store, idOf, outside} = collection()
  const act = (name: string, action: CardAction) => {
    const id = entryIds(seeded(3), store.lastEntryId())(momentOf(TODAY, 650).at)
    const step = {id, at: momentOf(TODAY, 650).at, action, cardIds: [idOf(name)]}
    store.recordAction({step, studyDay: TODAY})
  }
  act('a', {kind: 'flag', flag: 1})
  act('c', {kind: 'flag', flag: 2})
  act('f', {kind: 'flag', flag: 3})
  act('f', {kind: 'fix', needsFixing: true})
  act('i', {kind: 'tag', ownTags: ['mine']})
  act('c', {kind: 'suspend', isSuspended: true})
  expect(planned(outside(), {flags: [1, 2, 3]})).toBe('af')
  expect(planned(outside(), {flags: [1, 3], decks: ['Z']})).toBe('f')
  expect(planned(outside(), {needsFixing: true})).toBe('f')
  expect(planned(outside(), {tags: ['mine']})).toBe('i')
  expect([...planned(outside(), {mode: 'cram', decks: ['Z']})].sort().join('')).toBe('fil')
})

test('days ahead bring their reviews, whatever the daily limit', () => {
  const {store, rate, outside} = collection()
  store.changeSettings(settings => ({...settings, newPerDay: 0, reviewsPerDay: 1}))
  for (const name of 'abc') rate(name, 'easy', TODAY - 2)
  const due = store.findCards('').flatMap(({schedule}) => {
    return schedule.phase === 'review' ? [schedule.due - TODAY] : []
  })
  const last = Math.max(...due)
  expect(planned(outside(), {aheadDays: Math.min(...due) - 1})).toBe('')
  expect([...planned(outside(), {aheadDays: last})].sort().join('')).toBe('abc')
})

test('cramming asks every card of the choice, in another order each time', () => {
  const {rate, outside} = collection()
  rate('c', 'easy', TODAY - 1)
  rate('f', 'again', TODAY, 699)
  const orders = [700, 701, 702].map(minute => {
    return planned(outside(minute), {mode: 'cram', decks: ['Z']})
  })
  for (const names of orders) expect([...names].sort().join('')).toBe('cfil')
  expect(new Set(orders).size).toBeGreaterThan(1)
})

test('minutes give the session an end', () => {
  const {outside} = collection()
  const {moment, sessionContext} = prepareSession(outside(), {...ALL_DUE, minutes: 15})
  expect(sessionContext.endsAt).toBe(moment.at + 15 * MS_PER_MINUTE)
  expect(prepareSession(outside(), ALL_DUE).sessionContext.endsAt).toBeUndefined()
})

test('every deck is offered with what it would ask if it were chosen alone', () => {
  const {store, outside} = collection()
  store.changeSettings(settings => ({...settings, newPerDay: 3}))
  const {tree, everything, decksWithCards} = gatherDecks(outside())
  expect(everything.total).toBe(3)
  expect(decksWithCards).toBe(3)
  expect(tree.map(({deck, counts}) => [deck, counts.new])).toEqual([
    ['X', 8],
    ['Z', 4],
  ])
  for (const {deck} of tree) expect(planned(outside(), {decks: [deck]})).toHaveLength(3)
})

test('a deck is not offered whose cards the limits of the day keep back', () => {
  const {store, rate, outside} = collection()
  store.changeSettings(settings => ({...settings, newPerDay: 1}))
  rate('c', 'again', TODAY, 690)
  expect(gatherDecks(outside()).tree.map(({deck}) => deck)).toEqual(['Z'])
})
