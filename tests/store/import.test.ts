import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Card, CardId} from '../../src/core/card.ts'
import {newNoteId} from '../../src/core/id.ts'
import {planImport} from '../../src/core/import-plan.ts'
import {NO_MARKS} from '../../src/core/marks.ts'
import type {DeckName} from '../../src/core/note.ts'
import {ANY_CARD} from '../../src/core/review-choice.ts'
import type {Instant} from '../../src/core/time.ts'
import type {Store} from '../../src/store/open.ts'
import {learnerOf} from '../support/learner.ts'
import {basic, cloze, documentOf, importInto, noteOf, seeded} from '../support/makers-note.ts'
import {momentOf, TODAY} from '../support/makers-schedule.ts'
import {temporaryFolder, temporaryStore} from '../support/store.ts'

const questionsOf = (cards: readonly Card[]) =>
  cards.map(({content}) => (content.kind === 'cloze' ? content.text : content.question))

const variantsIn = (store: Store) => store.findCards('').map(({variant}) => variant)

test('a card carries all that its note and its source say', () => {
  const store = temporaryStore()
  const content = cloze('The {{1:moon}} circles the {{2:earth}}', 'In 27 days')
  const note = noteOf(content, {
    section: ['Sky', 'Moons'],
    tags: ['astro'],
    deck: 'Sky::Moons' as DeckName,
  })
  importInto(store, [documentOf('/notes/sky.md', [basic('p'), note])])
  const [, card, ...others] = store.findCards('')
  expect(others.map(({variant}) => variant)).toEqual(['cloze-2'])
  expect(card).toEqual({
    id: `${card?.noteId}.c1`,
    noteId: expect.stringMatching(/^.{12}$/),
    variant: 'cloze-1',
    deck: 'Sky::Moons',
    section: ['Sky', 'Moons'],
    tags: ['astro'],
    content,
    source: {path: '/notes/sky.md', line: 4},
    marks: NO_MARKS,
    schedule: {phase: 'new'},
  })
})

test('what is stored is read back for the next plan', () => {
  const store = temporaryStore()
  const document = documentOf('a.md', [
    noteOf(basic('p'), {authorId: 'x', tags: ['t']}),
    cloze('{{1:q}}'),
  ])
  importInto(store, [document], {at: 5 as Instant})
  expect(store.sources()).toEqual([
    {path: 'a.md', hash: document.hash, deck: 'Deck', layout: 'headings', importedAt: 5},
  ])
  const stored = store.snapshotOf('a.md')
  expect(stored.map(({content, line, authorId}) => ({content, line, authorId}))).toEqual([
    {content: basic('p'), line: 1, authorId: 'x'},
    {content: cloze('{{1:q}}'), line: 4, authorId: undefined},
  ])
  expect(store.importSnapshot(['a.md', 'unknown.md']).notes).toEqual(stored)
})

test('importing twice changes nothing, not even the time of import', () => {
  const path = join(temporaryFolder(), 'ebb.db')
  const store = temporaryStore(path)
  const documents = [
    documentOf('a.md', [basic('p'), basic('p'), noteOf(basic('q'), {tags: ['t']})]),
    documentOf('b.md', [basic('p'), cloze('{{1:a}} {{2:b}}')]),
  ]
  importInto(store, documents, {at: 1 as Instant})
  const before = store.importSnapshot(['a.md', 'b.md'])
  const plan = importInto(store, documents, {at: 2 as Instant})
  const statuses = plan.documents.flatMap(document =>
    document.outcome === 'read' ? document.notes.map(({status}) => status) : [],
  )
  expect(new Set(statuses)).toEqual(new Set(['unchanged']))
  expect(store.importSnapshot(['a.md', 'b.md'])).toEqual(before)
})

test('an edited note keeps its schedule', () => {
  const store = temporaryStore()
  const learner = learnerOf(store, seeded(2))
  importInto(store, [documentOf('a.md', [basic('What is a stack?', 'A list')])])
  const [card] = store.findCards('')
  const {after} = learner.rate(card?.id as CardId, 'good', momentOf(TODAY))
  importInto(store, [documentOf('a.md', [basic('What is a stack?', 'A list with one end')])])
  expect(store.findCards('')).toEqual([
    {...card, content: basic('What is a stack?', 'A list with one end'), schedule: after},
  ])
})

test('a note that vanishes is kept but not asked, and returns with its schedule', () => {
  const store = temporaryStore()
  const learner = learnerOf(store, seeded(2))
  const full = documentOf('a.md', [basic('p'), basic('q')])
  importInto(store, [full])
  const cards = store.findCards('')
  const {after} = learner.rate(cards[1]?.id as CardId, 'good', momentOf(TODAY))

  importInto(store, [documentOf('a.md', [basic('p')])], {at: 7 as Instant})
  expect(questionsOf(store.findCards(''))).toEqual(['p'])
  expect(store.dueCards({decks: [], today: TODAY}).learning).toEqual([])
  const states = store.withDashboardRows(ANY_CARD, ({cards: rows}) =>
    rows.map(({schedule, isAbsent}) => [schedule.phase, isAbsent]),
  )
  expect(states.toSorted()).toEqual([
    ['learning', true],
    ['new', false],
  ])
  expect(learner.findings()).toEqual([])

  importInto(store, [full])
  expect(store.findCards('')).toEqual([cards[0], {...cards[1], schedule: after}])
})

test('an absent note returns in another document', () => {
  const store = temporaryStore()
  importInto(store, [documentOf('a.md', [basic('p')])])
  const [card] = store.findCards('')
  importInto(store, [documentOf('a.md', [])])
  importInto(store, [documentOf('b.md', [basic('p')])])
  expect(store.findCards('')).toEqual([{...card, source: {path: 'b.md', line: 1}}])
})

test('a note moves to another document of the same import', () => {
  const store = temporaryStore()
  importInto(store, [documentOf('a.md', [basic('p'), basic('q')]), documentOf('b.md', [])])
  const ids = store.findCards('').map(({id}) => id)
  importInto(store, [documentOf('a.md', [basic('p')]), documentOf('b.md', [basic('q')])])
  expect(store.findCards('').map(({id, source}) => [id, source.path])).toEqual([
    [ids[0], 'a.md'],
    [ids[1], 'b.md'],
  ])
})

test('a deletion that is removed takes its card away until it is back', () => {
  const store = temporaryStore()
  const learner = learnerOf(store, seeded(2))
  const both = documentOf('a.md', [cloze('The {{1:moon}} circles the {{2:earth}}')])
  importInto(store, [both])
  const second = store.findCards('').at(1)?.id as CardId
  const {after} = learner.rate(second, 'good', momentOf(TODAY))
  importInto(store, [documentOf('a.md', [cloze('The {{1:moon}} circles the earth')])])
  expect(variantsIn(store)).toEqual(['cloze-1'])
  importInto(store, [both])
  expect(variantsIn(store)).toEqual(['cloze-1', 'cloze-2'])
  expect(store.cardById(second)?.schedule).toEqual(after)
})

test('a note that becomes reversed gets a backward card', () => {
  const store = temporaryStore()
  importInto(store, [documentOf('a.md', [basic('p', 'a')])])
  importInto(store, [documentOf('a.md', [{kind: 'reversed', question: 'p', answer: 'a'}])])
  expect(variantsIn(store)).toEqual(['forward', 'backward'])
})

test('a document with an error leaves its notes as they were', () => {
  const store = temporaryStore()
  importInto(store, [documentOf('a.md', [basic('p')])])
  const before = store.findCards('')
  importInto(store, [documentOf('a.md', [basic('broken')], {error: true})])
  expect(store.findCards('')).toEqual(before)
})

test('new cards are introduced in the order of the documents, also after editing', () => {
  const store = temporaryStore()
  importInto(store, [
    documentOf('a.md', [basic('1'), basic('3')]),
    documentOf('b.md', [basic('4')]),
  ])
  importInto(store, [documentOf('a.md', [basic('1'), basic('2'), basic('3')])])
  expect(questionsOf(store.findCards(''))).toEqual(['1', '2', '3', '4'])
})

test('an import that fails midway changes nothing', () => {
  const store = temporaryStore()
  importInto(store, [documentOf('a.md', [basic('p')])])
  const before = store.importSnapshot(['a.md', 'b.md', 'c.md'])
  const documents = [
    documentOf('a.md', [basic('q')]),
    documentOf('b.md', [basic('r')]),
    documentOf('c.md', [noteOf(basic('s'), {deck: '' as DeckName})]), // no deck has an empty name
  ]
  expect(() => importInto(store, documents)).toThrow(/constraint failed/)
  expect(store.importSnapshot(['a.md', 'b.md', 'c.md'])).toEqual(before)
  expect(questionsOf(store.findCards(''))).toEqual(['p'])
})

test('a plan that another import has overtaken is refused', () => {
  const path = join(temporaryFolder(), 'ebb.db')
  const [one, two] = [temporaryStore(path), temporaryStore(path)]
  const documents = [documentOf('a.md', [basic('p')])]
  const plan = planImport(documents, one.importSnapshot(['a.md']), () => newNoteId(seeded(9)))
  importInto(two, documents)
  expect(() => one.applyImport(plan, {at: 3 as Instant})).toThrow(
    expect.objectContaining({
      name: 'UserError',
      message: 'a.md was imported by another ebb in the meantime',
    }),
  )
  expect(one.findCards('')).toHaveLength(1)
})
