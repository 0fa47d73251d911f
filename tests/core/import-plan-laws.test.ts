import fc from 'fast-check'
import {expect, test} from 'vitest'
import {
  type GoneSource,
  type ImportedDocument,
  type ImportPlan,
  type ImportSnapshot,
  planImport,
} from '../../src/core/import-plan.ts'
import type {NoteContent, NoteId} from '../../src/core/note.ts'
import {after, NOTHING} from '../support/importing.ts'
import {basic, cloze, documentOf} from '../support/makers-note.ts'

const CONTENTS: readonly NoteContent[] = [
  basic('What is a stack?', 'A list that grows and shrinks at one end'),
  basic('What is a stack?', 'A list with one end at which it grows and shrinks'),
  basic('What is a stack good for?', 'A list that grows and shrinks at one end. It undoes things.'),
  basic('What is a heap?', 'A tree in which no child is greater than its parent'),
  basic(
    'What are stack and heap?',
    'A list that grows and shrinks at one end. A tree in which no child is greater than its parent',
  ),
  {
    kind: 'reversed',
    question: 'What is a heap?',
    answer: 'A tree in which no child is greater than its parent',
  },
  basic('Is TCP reliable?', 'Yes'),
  basic('is tcp reliable', 'Yes'),
  basic('Is UDP reliable?', 'No'),
  basic('Why?', 'Because'),
  cloze('{{1:Paris}} is the capital of France'),
  cloze('{{1:Paris}} is the capital of {{2:France}}'),
]

const PATHS = ['a.md', 'b.md', 'c.md', 'd.md']

/** A folder: the contents of some documents, some of them with errors or without a byte. */
const folder = fc.dictionary(
  fc.constantFrom(...PATHS),
  fc.record({
    contents: fc.array(fc.constantFrom(...CONTENTS), {maxLength: 5}),
    error: fc.oneof({weight: 5, arbitrary: fc.constant(false)}, fc.constant(true)),
  }),
  {maxKeys: 3},
)

const round = fc.record({folder, isFolder: fc.boolean(), accept: fc.boolean()})

type Round = typeof round extends fc.Arbitrary<infer Value> ? Value : never

function documentsOf({folder: documents}: Round): readonly ImportedDocument[] {
  return Object.entries(documents).map(([path, {contents, error}]) =>
    documentOf(path, contents, {error}),
  )
}

function goneIn({folder: documents, isFolder}: Round): readonly GoneSource[] {
  const gone = PATHS.filter(path => !(path in documents))
  return gone.map(path => ({path, isInImportedFolder: isFolder}))
}

function numbered(): () => NoteId {
  let count = 0
  return () => {
    count += 1
    return `n${count}` as NoteId
  }
}

/** Imports one folder after another, and calls `check` with each plan and what was stored before. */
function play(rounds: readonly Round[], check: (plan: ImportPlan, before: ImportSnapshot) => void) {
  const newNoteId = numbered()
  const planOf = (step: Round, snapshot: ImportSnapshot) =>
    planImport(documentsOf(step), snapshot, newNoteId, {
      goneSources: goneIn(step),
      accept: step.accept,
    })
  let snapshot = NOTHING
  for (const step of rounds) {
    const plan = planOf(step, snapshot)
    check(plan, snapshot)
    snapshot = after(plan, snapshot)
  }
  return {snapshot, planOf}
}

const readIn = ({documents}: ImportPlan) =>
  documents.flatMap(planned => (planned.outcome === 'read' ? [planned] : []))

test('no stored note is two notes, and none is lost', () => {
  const property = fc.property(fc.array(round, {maxLength: 5}), rounds => {
    play(rounds, (plan, {notes}) => {
      const matched = readIn(plan).flatMap(({notes: planned}) => planned.map(({id}) => id))
      const absent = [...readIn(plan), ...plan.gone].flatMap(({absent: lost}) =>
        lost.map(({id}) => id),
      )
      expect(new Set([...matched, ...absent]).size).toBe(matched.length + absent.length)
      const kept = new Set(
        plan.documents.flatMap(({outcome, document}) => (outcome === 'kept' ? document.path : [])),
      )
      const read = new Set(readIn(plan).map(({document}) => document.path))
      for (const note of notes) {
        const isNamed = matched.includes(note.id) || absent.includes(note.id)
        if (kept.has(note.sourcePath)) expect(isNamed).toBe(false)
        else if (read.has(note.sourcePath) && !note.isAbsent) expect(isNamed).toBe(true)
      }
    })
  })
  fc.assert(property, {numRuns: 300})
})

test('each note of a document is planned once, or left out as a copy', () => {
  const property = fc.property(fc.array(round, {maxLength: 4}), rounds => {
    play(rounds, plan => {
      for (const {document, notes, copies} of readIn(plan)) {
        const accounted = new Set([...notes.map(({note}) => note), ...copies])
        expect(accounted).toEqual(new Set(document.parsed.notes))
        expect(notes.length + copies.length).toBe(document.parsed.notes.length)
        expect(new Set(notes.map(({position}) => position)).size).toBe(notes.length)
      }
    })
  })
  fc.assert(property, {numRuns: 200})
})

test('importing twice leaves everything unchanged', () => {
  const property = fc.property(fc.array(round, {maxLength: 4}), round, (rounds, last) => {
    const {snapshot, planOf} = play([...rounds, last], () => {})
    const plan = planOf(last, snapshot)
    for (const {notes, absent} of readIn(plan)) {
      expect(notes.filter(({status}) => status !== 'unchanged')).toEqual([])
      expect(absent).toEqual([])
    }
    expect(plan.gone).toEqual([])
    expect(plan.uncertain).toEqual([])
  })
  fc.assert(property, {numRuns: 300})
})

const WORDS = [
  'amber',
  'birch',
  'cedar',
  'delta',
  'ember',
  'fjord',
  'gorge',
  'heath',
  'islet',
  'jetty',
] as const

/** Notes that nobody could take for one another. */
const distinct = (index: number) => {
  const [word, other] = [WORDS[index % 10], WORDS[Math.floor(index / 10)]]
  return basic(
    `Where does the ${word} ${other} road lead to (${index})?`,
    `To ${other} hill number ${index * 7919}, past the ${word} gate`,
  )
}

test('notes that an edit does not touch keep their ids, wherever they go', () => {
  const script = fc.record({
    before: fc.array(fc.constantFrom('a.md', 'b.md', 'c.md'), {minLength: 1, maxLength: 40}),
    after: fc.array(fc.constantFrom('a.md', 'b.md', 'd.md'), {minLength: 40, maxLength: 40}),
    fate: fc.array(fc.constantFrom('keep', 'keep', 'edit', 'delete'), {
      minLength: 40,
      maxLength: 40,
    }),
    order: fc.array(fc.nat(), {minLength: 40, maxLength: 40}),
    isMoved: fc.boolean(),
  })
  const property = fc.property(script, ({before, after: places, fate, order, isMoved}) => {
    const newNoteId = numbered()
    const all = before.map((path, index) => ({index, path, content: distinct(index)}))
    const folderOf = (notes: readonly {path: string; content: NoteContent}[]) =>
      [...new Set(notes.map(({path}) => path))].map(path =>
        documentOf(
          path,
          notes.filter(note => note.path === path).map(({content}) => content),
        ),
      )
    const first = planImport(folderOf(all), NOTHING, newNoteId)
    const snapshot = after(first, NOTHING)
    const idOf = new Map(snapshot.notes.map(({id, content}) => [JSON.stringify(content), id]))
    const edited = all
      .filter(({index}) => fate[index] !== 'delete')
      .sort((a, b) => (order[a.index] ?? 0) - (order[b.index] ?? 0))
      .map(note => ({
        ...note,
        path: isMoved ? (places[note.index] ?? note.path) : note.path,
        content:
          fate[note.index] === 'edit'
            ? basic('Something else entirely?', `${note.index}`)
            : note.content,
      }))
    const documents = folderOf(edited)
    const goneSources = ['a.md', 'b.md', 'c.md']
      .filter(path => documents.every(document => document.path !== path))
      .map(path => ({path, isInImportedFolder: true}))
    const plan = planImport(documents, snapshot, newNoteId, {goneSources})
    for (const {notes} of readIn(plan)) {
      for (const {id, note} of notes) {
        const expected = idOf.get(JSON.stringify(note.content))
        if (expected !== undefined) expect(id).toBe(expected)
      }
    }
  })
  fc.assert(property, {numRuns: 200})
})

test('20,000 equal notes in each of two documents are planned in linear time', () => {
  const many = Array.from({length: 20_000}, () => basic('Why is that so?', 'Because'))
  const documents = [documentOf('a.md', many), documentOf('b.md', many)]
  const plan = planImport(documents, NOTHING, numbered())
  expect(readIn(plan).map(({notes, copies}) => [notes.length, copies.length])).toEqual([
    [20_000, 0],
    [0, 20_000],
  ])
}, 5_000)
