import {join} from 'node:path'
import type {Database} from 'better-sqlite3'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {CardId} from '../../src/core/card.ts'
import type {NoteContent} from '../../src/core/note.ts'
import type {EntryId} from '../../src/core/review-log.ts'
import type {Instant} from '../../src/core/time.ts'
import {openDatabase} from '../../src/store/database.ts'
import type {Store} from '../../src/store/open.ts'
import {storeOn} from '../../src/store/store.ts'
import {importStep, undoImportIn} from '../support/importing.ts'
import {learnerOf} from '../support/learner.ts'
import {basic, cloze, documentOf, seeded} from '../support/makers-note.ts'
import {momentOf, TODAY} from '../support/makers-schedule.ts'
import {MIGRATIONS, temporaryFolder, temporaryStore} from '../support/store.ts'

const questionsIn = (store: Store) =>
  store
    .findCards('')
    .map(({content}) => (content.kind === 'cloze' ? content.text : content.question))

const gone = (path: string) => ({path, isInImportedFolder: true})

test('what an import added is gone when it is taken back', () => {
  const store = temporaryStore()
  importStep(store, [documentOf('a.md', [basic('p'), cloze('{{1:q}} {{2:r}}')])])
  expect(undoImportIn(store)).toEqual({removed: 2, retired: 0, restored: 0})
  expect(store.findCards('')).toEqual([])
  expect(store.sources()).toEqual([])
  expect(store.newestStep()).toBeUndefined()
})

test('what an import changed is as it was when it is taken back', () => {
  const store = temporaryStore()
  importStep(store, [documentOf('a.md', [basic('p', 'old'), basic('q')])])
  const before = {cards: store.findCards(''), sources: store.sources()}
  importStep(store, [
    documentOf('a.md', [basic('n'), {kind: 'reversed', question: 'p', answer: 'new'}]),
  ])
  expect(undoImportIn(store)).toEqual({removed: 1, retired: 0, restored: 2})
  expect({cards: store.findCards(''), sources: store.sources()}).toEqual(before)
})

test('a note that was answered since becomes absent, and its log stays', () => {
  const store = temporaryStore()
  const learner = learnerOf(store, seeded(2))
  importStep(store, [documentOf('a.md', [basic('p'), basic('q')])])
  const card = store.findCards('')[0]?.id as CardId
  learner.rate(card, 'good', momentOf(TODAY))
  learner.undo(momentOf(TODAY))
  expect(undoImportIn(store, 9)).toEqual({removed: 1, retired: 1, restored: 0})
  expect(questionsIn(store)).toEqual([])
  expect(store.cardById(card)?.isAbsent).toBe(true)
  expect(store.entriesOf(card)).toHaveLength(2)
  expect(learner.findings()).toEqual([])

  importStep(store, [documentOf('a.md', [basic('p'), basic('q')])])
  expect(questionsIn(store)).toEqual(['p', 'q'])
  expect(store.findCards('')[0]?.id).toBe(card)
})

test('steps are taken back from the newest on, ratings and imports in turn', () => {
  const store = temporaryStore()
  const learner = learnerOf(store, seeded(2))
  importStep(store, [documentOf('a.md', [basic('p')])], {at: momentOf(TODAY).at})
  const card = store.findCards('')[0]?.id as CardId
  const review = learner.rate(card, 'good', momentOf(TODAY))
  importStep(store, [documentOf('b.md', [basic('q')])], {at: momentOf(TODAY).at})

  expect(store.newestStep()).toMatchObject({
    kind: 'import',
    step: {sources: ['b.md'], added: 1, changed: 0},
  })
  undoImportIn(store, momentOf(TODAY).at)
  expect(store.newestStep()).toEqual({kind: 'review', review})
  learner.undo(momentOf(TODAY))
  expect(store.newestStep()).toMatchObject({kind: 'import', step: {sources: ['a.md']}})
  undoImportIn(store, momentOf(TODAY).at)
  expect(store.newestStep()).toBeUndefined()
})

test('the ids of steps and ratings ascend together, also when the clock goes back', () => {
  const store = temporaryStore()
  const learner = learnerOf(store, seeded(2))
  importStep(store, [documentOf('a.md', [basic('p')])], {at: momentOf(TODAY).at})
  learner.rate(store.findCards('')[0]?.id as CardId, 'good', momentOf(TODAY - 1))
  expect(store.newestStep()?.kind).toBe('review')
  importStep(store, [documentOf('a.md', [basic('q')])], {at: momentOf(TODAY - 2).at})
  expect(store.newestStep()?.kind).toBe('import')
})

test('an import that changes nothing is no step', () => {
  const store = temporaryStore()
  const documents = [documentOf('a.md', [basic('p')])]
  importStep(store, documents)
  const {kind} = store.newestStep() ?? {}
  importStep(store, documents)
  expect(kind).toBe('import')
  undoImportIn(store)
  expect(store.newestStep()).toBeUndefined()
})

test('an import that is not the newest step any more is not taken back', () => {
  const path = join(temporaryFolder(), 'ebb.db')
  const [one, two] = [temporaryStore(path), temporaryStore(path)]
  importStep(one, [documentOf('a.md', [basic('p')])])
  const step = one.newestStep()
  if (step?.kind !== 'import') throw new Error('expected an import')
  importStep(two, [documentOf('a.md', [basic('q')])])
  const undo = {at: 0 as Instant, id: '0'.repeat(26) as EntryId}
  expect(() => one.undoImport(step.step.id, undo)).toThrow(
    expect.objectContaining({
      name: 'UserError',
      message: 'Another ebb has changed the collection in the meantime',
    }),
  )
  expect(questionsIn(one)).toEqual(['q'])
})

test('a document is read again after its import was taken back', () => {
  const store = temporaryStore()
  const [first, second] = [documentOf('a.md', [basic('p')]), documentOf('a.md', [basic('q')])]
  importStep(store, [first])
  importStep(store, [second])
  expect(store.unchangedSources([second])).toEqual(new Set(['a.md']))
  undoImportIn(store)
  expect(store.unchangedSources([second])).toEqual(new Set())
  expect(store.unchangedSources([first])).toEqual(new Set(['a.md']))
})

const CONTENTS: readonly NoteContent[] = [
  basic('What is a stack?', 'A list that grows and shrinks at one end'),
  basic('What is a stack?', 'A list with one end at which it grows and shrinks'),
  basic('What is a heap?', 'A tree in which no child is greater than its parent'),
  {
    kind: 'reversed',
    question: 'What is a heap?',
    answer: 'A tree in which no child is greater than its parent',
  },
  basic('Is TCP reliable?', 'Yes'),
  cloze('{{1:Paris}} is the capital of France'),
  cloze('{{1:Paris}} is the capital of {{2:France}}'),
]

const PATHS = ['a.md', 'b.md', 'c.md']

const imports = fc.array(
  fc.record({
    folder: fc.dictionary(
      fc.constantFrom(...PATHS),
      fc.record({
        contents: fc.array(fc.constantFrom(...CONTENTS), {maxLength: 5}),
        deck: fc.constantFrom('One', 'Two'),
        error: fc.constantFrom(false, false, true),
      }),
      {maxKeys: 3},
    ),
    isFolder: fc.boolean(),
    accept: fc.boolean(),
  }),
  {minLength: 1, maxLength: 6},
)

/** All rows of all tables but those of the steps, and what the words find. */
function dump(db: Database): unknown {
  const tables = [
    'sources',
    'notes',
    'cards',
    'note_index',
    'reviews',
    'settings',
    'scheduling_options',
  ]
  const rows = tables.map(table => db.prepare(`select * from ${table} order by 1`).all())
  const words = ['stack', 'heap', 'tree', 'paris', 'yes', 'end'].map(word =>
    db.prepare('select rowid from note_words where note_words match ? order by rowid').all(word),
  )
  return [rows, words]
}

test('taking imports back restores every table, import by import', () => {
  const property = fc.property(imports, rounds => {
    const db = openDatabase({path: ':memory:', migrationsDirectory: MIGRATIONS})
    const store = storeOn(db)
    const random = seeded(rounds.length)
    const states: unknown[] = []
    for (const [round, {folder, isFolder, accept}] of rounds.entries()) {
      const documents = Object.entries(folder).map(([path, {contents, ...more}]) =>
        documentOf(path, contents, more),
      )
      const goneSources = PATHS.filter(path => !(path in folder)).map(path => ({
        path,
        isInImportedFolder: isFolder,
      }))
      const steps = db.prepare('select count(*) from steps').pluck()
      const [before, count] = [dump(db), steps.get()]
      importStep(store, documents, {gone: goneSources, accept, at: round + 1, random})
      if (steps.get() === count) expect(dump(db)).toEqual(before)
      else states.push(before)
    }
    for (const state of states.reverse()) {
      undoImportIn(store, 99)
      expect(dump(db)).toEqual(state)
    }
    expect(store.checkFile()).toEqual([])
    db.close()
  })
  fc.assert(property, {numRuns: 150})
})

test('a source that is gone is read again when it is back, and its notes return', () => {
  const store = temporaryStore()
  const [kept, away] = [documentOf('a.md', [basic('p')]), documentOf('b.md', [basic('q')])]
  importStep(store, [kept, away])
  const [, card] = store.findCards('')
  importStep(store, [kept], {gone: [gone('b.md')]})
  expect(questionsIn(store)).toEqual(['p'])
  expect(store.unchangedSources([kept, away])).toEqual(new Set(['a.md']))
  importStep(store, [away])
  expect(store.findCards('')[1]).toEqual(card)
})

test('a renamed document keeps all progress', () => {
  const store = temporaryStore()
  const learner = learnerOf(store, seeded(2))
  importStep(store, [documentOf('a.md', [basic('p'), basic('q')])])
  const cards = store.findCards('')
  const {after} = learner.rate(cards[0]?.id as CardId, 'good', momentOf(TODAY))
  importStep(store, [documentOf('b.md', [basic('p'), basic('q')])], {gone: [gone('a.md')]})
  expect(store.findCards('').map(({id, schedule, source}) => [id, schedule, source.path])).toEqual([
    [cards[0]?.id, after, 'b.md'],
    [cards[1]?.id, {phase: 'new'}, 'b.md'],
  ])
})

test('a copy is no second card, takes its place when the original goes, and is looked at every time', () => {
  const store = temporaryStore()
  const [original, copy] = [
    documentOf('a.md', [basic('p')]),
    documentOf('b.md', [basic('p'), basic('q')]),
  ]
  importStep(store, [original])
  const plan = importStep(store, [copy])
  expect(plan.duplicates).toEqual([
    {
      question: 'p',
      kind: 'copy',
      places: [
        {path: 'a.md', line: 1},
        {path: 'b.md', line: 1},
      ],
    },
  ])
  expect(questionsIn(store)).toEqual(['p', 'q'])
  const [card] = store.findCards('')
  expect(store.unchangedSources([original, copy])).toEqual(new Set(['a.md']))
  importStep(store, [documentOf('a.md', []), copy])
  expect(store.findCards('').find(({id}) => id === card?.id)?.source.path).toBe('b.md')
  expect(store.unchangedSources([copy])).toEqual(new Set(['b.md']))
})
