import {join} from 'node:path'
import {expect, test} from 'vitest'
import {chosenDecks} from '../../src/commands/chosen-decks.ts'
import type {CardId} from '../../src/core/card.ts'
import type {DeckName} from '../../src/core/note.ts'
import {DEFAULT_SETTINGS} from '../../src/core/options.ts'
import type {Instant, StudyDay} from '../../src/core/time.ts'
import {learnerOf} from '../support/learner.ts'
import {basic, cloze, documentOf, importInto, noteOf, seeded} from '../support/makers-note.ts'
import {momentOf, TODAY} from '../support/makers-schedule.ts'
import {temporaryFolder, temporaryStore} from '../support/store.ts'

const inDeck = (question: string, deck: string) => noteOf(basic(question), {deck: deck as DeckName})

/** Six notes in four decks: `x1` was answered easily, `x2` again; the others are new. */
function collection() {
  const store = temporaryStore()
  const notes = [
    inDeck('x1', 'X'),
    inDeck('x2', 'X'),
    inDeck('x3', 'X'),
    inDeck('xy', 'X::Y'),
    inDeck('xyz', 'XY'),
    inDeck('z', 'Z::A::B'),
  ]
  importInto(store, [documentOf('a.md', notes)])
  const cards = store.findCards('')
  const idOf = (question: string) =>
    cards.find(({content}) => content.kind === 'basic' && content.question === question)
      ?.id as CardId
  const learner = learnerOf(store, seeded(4))
  learner.rate(idOf('x1'), 'easy', momentOf(TODAY, 600))
  learner.rate(idOf('x2'), 'again', momentOf(TODAY, 601))
  const due = (decks: string[], today: StudyDay = TODAY) => {
    const found = store.dueCards({decks: decks as DeckName[], today})
    const questions = (dueCards: Iterable<{id: CardId}>) =>
      store
        .cardsByIds([...dueCards].map(({id}) => id))
        .map(({content}) => (content.kind === 'basic' ? content.question : ''))
    return {
      learning: questions(found.learning),
      review: questions(found.review),
      new: questions(found.new),
    }
  }
  return {store, learner, idOf, due}
}

const NEXT_MONTH = (TODAY + 30) as StudyDay

test('cards in learning, due reviews and new cards come in order', () => {
  const {due} = collection()
  expect(due([])).toEqual({learning: ['x2'], review: [], new: ['x3', 'xy', 'xyz', 'z']})
  expect(due([], NEXT_MONTH).review).toEqual(['x1'])
})

test.each([
  {names: [], fresh: ['x3', 'xy', 'xyz', 'z']},
  {names: ['X'], fresh: ['x3', 'xy']},
  {names: ['x::y'], fresh: ['xy']},
  {names: ['Z'], fresh: ['z']},
  {names: ['Z::A', 'XY'], fresh: ['xyz', 'z']},
])('decks $names and those below them have the new cards $fresh', ({names, fresh}) => {
  const {store, due} = collection()
  expect(due([...chosenDecks(store, names)]).new).toEqual(fresh)
})

test.each(['Z::', '%', 'Y'])('there is no deck %s', name => {
  const {store} = collection()
  expect(() => chosenDecks(store, [name])).toThrow(expect.objectContaining({name: 'UserError'}))
})

test('reviews are read only as far as they are asked for, from the longest overdue', () => {
  const {store, learner, idOf} = collection()
  learner.rate(idOf('z'), 'easy', momentOf(TODAY - 30))
  for (const {id} of store.dueCards({decks: [], today: NEXT_MONTH}).review) {
    expect(id).toBe(idOf('z'))
    break
  }
  learner.undo(momentOf(TODAY, 700))
})

test('new cards are read only as far as they are asked for', () => {
  const {store, learner} = collection()
  for (const {id} of store.dueCards({decks: [], today: TODAY}).new) {
    expect(store.cardById(id)?.schedule.phase).toBe('new')
    break
  }
  learner.undo(momentOf(TODAY, 700))
})

test('what comes next is what is learned, and the first day with reviews', () => {
  const {store, learner, idOf} = collection()
  learner.rate(idOf('z'), 'easy', momentOf(TODAY + 50))
  const upcoming = (decks: string[], today: number) => {
    const found = store.upcoming({decks: decks as DeckName[], today: today as StudyDay})
    return {learning: [...found.learning].map(({phase}) => phase), reviews: [...found.reviews]}
  }
  const dueOf = (question: string) => {
    const schedule = store.cardById(idOf(question))?.schedule
    return schedule?.phase === 'review' ? schedule.due : undefined
  }
  const [x1, z] = [
    {day: dueOf('x1'), cards: 1},
    {day: dueOf('z'), cards: 1},
  ]
  expect(upcoming(['X'], TODAY)).toEqual({learning: ['learning'], reviews: [x1]})
  expect(upcoming(['Z::A::B'], TODAY)).toEqual({learning: [], reviews: [z]})
  expect(upcoming([], TODAY)).toEqual({learning: ['learning'], reviews: [x1]})
  expect(upcoming([], TODAY + 365)).toEqual({learning: ['learning'], reviews: [x1, z]})
  expect(upcoming(['XY'], TODAY)).toEqual({learning: [], reviews: []})
})

test('whether anything was imported', () => {
  expect(temporaryStore().hasSources()).toBe(false)
  expect(collection().store.hasSources()).toBe(true)
})

test('decks are counted by themselves', () => {
  const {store} = collection()
  const until = (momentOf(TODAY).at + 3_600_000) as Instant
  expect(store.deckCounts({today: NEXT_MONTH, until})).toEqual([
    {deck: 'X', cards: 3, new: 1, learning: 1, review: 1},
    {deck: 'X::Y', cards: 1, new: 1, learning: 0, review: 0},
    {deck: 'XY', cards: 1, new: 1, learning: 0, review: 0},
    {deck: 'Z::A::B', cards: 1, new: 1, learning: 0, review: 0},
  ])
  expect(store.deckCounts({today: TODAY, until: 0 as Instant})[0]).toMatchObject({
    learning: 0,
    review: 0,
  })
})

test('notes reviewed on a day are those whose review still counts', () => {
  const {store, learner, idOf} = collection()
  const noteIds = ['x1', 'x2'].map(question => store.cardById(idOf(question))?.noteId)
  expect(store.notesReviewedOn(TODAY)).toEqual(new Set(noteIds))
  learner.undo(momentOf(TODAY, 700))
  expect(store.notesReviewedOn(TODAY)).toEqual(new Set([noteIds[0]]))
  expect(store.notesReviewedOn((TODAY + 1) as StudyDay)).toEqual(new Set())
})

test('a day’s activity counts what was not taken back', () => {
  const {store, learner, idOf} = collection()
  learner.rate(idOf('x3'), 'good', momentOf(TODAY, 700))
  learner.undo(momentOf(TODAY, 701))
  learner.rate(idOf('x1'), 'hard', momentOf(NEXT_MONTH))
  expect(store.dayActivity(TODAY)).toEqual({
    introduced: 2,
    reviewed: 0,
    answers: 2,
    durationMs: 8_000,
    ratings: {again: 1, hard: 0, good: 0, easy: 1},
  })
  expect(store.dayActivity(NEXT_MONTH)).toMatchObject({
    introduced: 0,
    reviewed: 1,
    answers: 1,
  })
  expect(store.studyDays()).toEqual([TODAY, NEXT_MONTH])
})

test.each([
  {text: 'ÉTÉ', found: 1},
  {text: 'e\u0301te\u0301', found: 1},
  {text: 'summer', found: 1},
  {text: '100%', found: 1},
  {text: '%', found: 1},
  {text: '_', found: 0},
  {text: 'moon', found: 2},
  {text: '', found: 4},
])('$found cards hold “$text”', ({text, found}) => {
  const store = temporaryStore()
  const notes = [
    basic('L’été?', 'Summer'),
    basic('All?', '100%'),
    cloze('The {{1:moon}} circles {{2:us}}'),
  ]
  importInto(store, [documentOf('a.md', notes)])
  expect(store.findCards(text)).toHaveLength(found)
})

test('an absent card is found by its id, and says that it is absent', () => {
  const store = temporaryStore()
  importInto(store, [documentOf('a.md', [basic('q')])])
  const [card] = store.findCards('')
  importInto(store, [documentOf('a.md', [])])
  expect(store.cardByIdPrefix(card?.id ?? '')).toEqual({
    outcome: 'found',
    card: {...card, isAbsent: true},
  })
})

test('a card is found by its id or the beginning of it', () => {
  const store = temporaryStore()
  const groups = Array.from({length: 12}, (_, index) => `{{${index + 1}:w}}`).join(' ')
  importInto(store, [documentOf('a.md', [cloze(groups), basic('q')])])
  const cards = store.findCards('')
  const [first] = cards
  const single = cards.at(-1)
  if (!first || !single) throw new Error('expected cards')
  expect(store.cardByIdPrefix(first.id)).toEqual({outcome: 'found', card: first})
  expect(store.cardByIdPrefix(single.noteId.toUpperCase())).toEqual({
    outcome: 'found',
    card: single,
  })
  expect(store.cardByIdPrefix(first.noteId)).toMatchObject({outcome: 'ambiguous'})
  expect(store.cardByIdPrefix('nothing')).toEqual({outcome: 'none'})
  expect(store.cardsByIds([single.id, 'nothing' as CardId, first.id])).toEqual([single, first])
})

test('settings are the defaults until they are changed, and again when they are set back', () => {
  const store = temporaryStore()
  expect(store.readSettings()).toEqual(DEFAULT_SETTINGS)
  const {scheduling} = DEFAULT_SETTINGS
  const changed = {
    ...DEFAULT_SETTINGS,
    newPerDay: 5,
    scheduling: {...scheduling, learningSteps: [], fuzz: false},
  }
  store.changeSettings(() => changed)
  expect(store.readSettings()).toEqual(changed)
  store.changeSettings(() => DEFAULT_SETTINGS)
  expect(store.readSettings()).toEqual(DEFAULT_SETTINGS)
})

test('settings that are changed in two places at once are both changed', () => {
  const path = join(temporaryFolder(), 'ebb.db')
  const [one, two] = [temporaryStore(path), temporaryStore(path)]
  expect(one.readSettings()).toEqual(two.readSettings())
  one.changeSettings(settings => ({...settings, newPerDay: 5}))
  expect(two.changeSettings(settings => ({...settings, rolloverHour: 2}))).toMatchObject({
    newPerDay: 5,
    rolloverHour: 2,
  })
  expect(one.readSettings()).toMatchObject({newPerDay: 5, rolloverHour: 2})
})

test('a change of settings that is refused changes nothing', () => {
  const store = temporaryStore()
  const refuse = () => {
    throw new Error('refused')
  }
  expect(() => store.changeSettings(refuse)).toThrow('refused')
  expect(store.changeSettings(settings => settings)).toEqual(DEFAULT_SETTINGS)
})

test('equal options have one id, others another', () => {
  const store = temporaryStore()
  const {scheduling} = DEFAULT_SETTINGS
  const id = store.optionsIdOf(scheduling)
  expect(id).toMatch(/^[0-9a-f]{16}$/)
  expect(store.optionsIdOf({...scheduling})).toBe(id)
  expect(store.optionsIdOf({...scheduling, fuzz: false})).not.toBe(id)
  expect(() => store.optionsOf(id)).toThrow('No scheduling options have the id')
})
