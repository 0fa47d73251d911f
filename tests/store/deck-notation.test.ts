import {expect, test} from 'vitest'
import type {CardId} from '../../src/core/card.ts'
import {deckLines} from '../../src/report/export/deck.ts'
import type {Store} from '../../src/store/open.ts'
import {RIVERS} from '../support/documents.ts'
import {importStep, readAll} from '../support/importing.ts'
import {learnerOf} from '../support/learner.ts'
import {seeded} from '../support/makers-note.ts'
import {momentOf, TODAY} from '../support/makers-schedule.ts'
import {temporaryStore} from '../support/store.ts'

const deckOf = (store: Store) => [...deckLines(store.exportedNotes({}))].join('')

/** A collection of one document, in which the first card was answered. */
function answered() {
  const store = temporaryStore()
  importStep(store, readAll({'rivers.md': RIVERS}))
  const [first] = store.findCards('')
  learnerOf(store, seeded(1)).rate(first?.id as CardId, 'good', momentOf(TODAY))
  return {store, first: first?.id as CardId}
}

const factsOf = (store: Store) =>
  store.findCards('').map(({id, variant, deck, section, tags, content}) => {
    return {id, variant, deck, section, tags, content}
  })

test('an exported deck makes the same cards in another collection, ids and all', () => {
  const {store} = answered()
  const other = temporaryStore()
  importStep(other, readAll({'deck.md': deckOf(store)}))
  expect(factsOf(other)).toEqual(factsOf(store))
  expect(deckOf(other)).toBe(deckOf(store))
})

test('own tags become tags of the document', () => {
  const {store, first} = answered()
  learnerOf(store, seeded(2)).act([first], {kind: 'tag', ownTags: ['exam']}, momentOf(TODAY))
  const other = temporaryStore()
  importStep(other, readAll({'deck.md': deckOf(store)}))
  expect(other.cardById(first)?.tags).toEqual(['water', 'exam'])
  expect(other.cardById(first)?.marks.ownTags).toEqual([])
})

test('absent cards are not exported', () => {
  const {store} = answered()
  importStep(store, readAll({'rivers.md': 'Q: Where is the Po?\nA: In Italy.\n'}))
  expect(deckOf(store)).toContain('Where is the Po?')
  expect(deckOf(store)).not.toContain('Rhine')
})

test('imported beside its own documents, a deck changes nothing', () => {
  const {store} = answered()
  const before = factsOf(store)
  const plan = importStep(store, readAll({'deck.md': deckOf(store)}))
  expect(plan.documents).toMatchObject([{outcome: 'read', notes: []}])
  expect(factsOf(store)).toEqual(before)
})

test('once its document is gone, a deck takes the progress over, whatever was rewritten meanwhile', () => {
  const {store, first} = answered()
  const schedule = store.cardById(first)?.schedule
  const deck = deckOf(store)
    .replace('Which river flows through Vienna?', 'Wien?')
    .replace('The Danube.', 'Donau')
  importStep(store, readAll({'deck.md': deck}), {
    gone: [{path: 'rivers.md', isInImportedFolder: true}],
  })
  const card = store.cardById(first)
  expect(card?.content).toEqual({kind: 'basic', question: 'Wien?', answer: 'Donau'})
  expect(card?.source.path).toBe('deck.md')
  expect(card?.isAbsent).toBeUndefined()
  expect(card?.schedule).toEqual(schedule)
  expect(store.findCards('')).toHaveLength(4)
})

test('an id that stands in two notes is that of the first, and no note of another document is taken by its id', () => {
  const {store} = answered()
  const [first] = store.findCards('')
  const stolen = deckOf(store).replaceAll(/"id":"\w+"/g, `"id":"${first?.noteId}"`)
  const changed = stolen.replaceAll(/(river|Rhine|flows)/g, 'stream')
  importStep(store, readAll({'deck.md': changed}))
  expect(store.cardById(first?.id as CardId)?.source.path).toBe('rivers.md')
  const ids = store.findCards('').map(({id}) => id)
  expect(new Set(ids).size).toBe(ids.length)

  const other = temporaryStore()
  importStep(other, readAll({'deck.md': changed}))
  const notes = new Set(other.findCards('').map(({noteId}) => noteId))
  expect(notes.size).toBe(3)
  expect(notes.has(first?.noteId as never)).toBe(true)
})
