import {describe, expect, test} from 'vitest'
import {type ImportPlan, planImport, type StoredNote} from '../../src/core/import-plan.ts'
import type {NoteContent, NoteId, ParsedNote} from '../../src/core/note.ts'
import {basic, cloze, documentOf, noteOf} from '../support/makers-note.ts'

type Written = NoteContent | ParsedNote

/** Stored notes with the ids `a`, `b`, … in the order of the document. */
function stored(notes: readonly Written[], path = 'a.md', ids = 'abcdefgh', isAbsent = false) {
  return documentOf(path, notes).parsed.notes.map(
    (note, position): StoredNote => ({
      id: ids[position] as NoteId,
      sourcePath: path,
      position,
      line: note.line,
      endLine: note.endLine,
      deck: documentOf(path, []).deck,
      content: note.content,
      section: note.section,
      tags: note.tags,
      ...(note.authorId !== undefined && {authorId: note.authorId}),
      isAbsent,
    }),
  )
}

/** `b unchanged, new`: which stored note each note is, and what happened to it. */
function brief(plan: ImportPlan, index = 0): string {
  const planned = plan.documents[index]
  if (planned?.outcome !== 'read') return 'kept'
  const notes = planned.notes.map(({id, status}) => (status === 'new' ? 'new' : `${id} ${status}`))
  return [...notes, ...planned.absent.map(({id}) => `${id} absent`)].join(', ')
}

function planned(before: readonly StoredNote[], after: readonly Written[]): string {
  const snapshot = {sources: [], notes: before}
  return brief(planImport([documentOf('a.md', after)], snapshot, () => 'fresh' as NoteId))
}

const LONG = 'A value that stands for the eventual outcome of an operation that has not ended yet.'
const OTHER = 'Memory in which every process keeps its own stack, heap, code and static data.'

describe('within a document', () => {
  const cases: {
    name: string
    before: readonly Written[]
    after: readonly Written[]
    expected: string
  }[] = [
    {
      name: 'nothing changes',
      before: [basic('p'), basic('q')],
      after: [basic('p'), basic('q')],
      expected: 'a unchanged, b unchanged',
    },
    {
      name: 'the order changes',
      before: [basic('p'), basic('q')],
      after: [basic('q'), basic('p')],
      expected: 'b unchanged, a unchanged',
    },
    {
      name: 'a note is inserted',
      before: [basic('p'), basic('q')],
      after: [basic('p'), basic('n'), basic('q')],
      expected: 'a unchanged, new, b unchanged',
    },
    {
      name: 'a note is removed',
      before: [basic('p'), basic('q')],
      after: [basic('q')],
      expected: 'b unchanged, a absent',
    },
    {
      name: 'an answer is rewritten',
      before: [basic('Port of SSH?', '21')],
      after: [basic('Port of SSH?', '22')],
      expected: 'a changed',
    },
    {
      name: 'a question is rewritten, its long answer kept',
      before: [basic('Promise?', LONG), basic('x')],
      after: [basic('Explain what one gets from an async function', LONG), basic('x')],
      expected: 'a changed, b unchanged',
    },
    {
      name: 'a typo is mended in a question with a short answer',
      before: [basic('What is the captial of Australia?', 'Canberra')],
      after: [basic('What is the capital of Australia?', 'Canberra')],
      expected: 'a changed',
    },
    {
      name: 'question and answer are edited a little',
      before: [basic('What is a promise in JavaScript?', LONG)],
      after: [basic('What is a Promise in modern JavaScript?', `${LONG} It settles once.`)],
      expected: 'a changed',
    },
    {
      name: 'a note makes room for another',
      before: [basic('What is a promise?', LONG)],
      after: [basic('What is a process?', OTHER)],
      expected: 'new, a absent',
    },
    {
      name: 'a note makes room for one with the same short answer',
      before: [basic('Is HTTP stateless?', 'Yes'), basic('x')],
      after: [basic('Is UDP stateless?', 'Yes'), basic('x')],
      expected: 'new, b unchanged, a absent',
    },
    {
      name: 'one of several equal answers',
      before: [basic('Paris?', LONG), basic('Rome?', LONG)],
      after: [basic('A wholly different thing', LONG), basic('Rome?', LONG)],
      expected: 'a changed, b unchanged',
    },
    {
      name: 'the text is composed differently',
      before: [basic('Caf\u00e9?')],
      after: [noteOf({kind: 'basic', question: 'Cafe\u0301?', answer: 'Answer to Caf\u00e9?'})],
      expected: 'a changed',
    },
    {
      name: 'line ends change',
      before: [basic('q', 'one\ntwo')],
      after: [basic('q', 'one\r\ntwo')],
      expected: 'a changed',
    },
    {
      name: 'tags change',
      before: [basic('q')],
      after: [noteOf(basic('q'), {tags: ['t']})],
      expected: 'a changed',
    },
    {
      name: 'a heading above is renamed',
      before: [noteOf(basic('q'), {section: ['S']})],
      after: [noteOf(basic('q'), {section: ['T']})],
      expected: 'a moved',
    },
    {
      name: 'the deck changes',
      before: [basic('q')],
      after: [{...noteOf(basic('q')), deck: 'Other' as ParsedNote['deck'] & string}],
      expected: 'a moved',
    },
    {
      name: 'a backward card is asked for',
      before: [basic('q')],
      after: [{kind: 'reversed', question: 'q', answer: 'Answer to q'}],
      expected: 'a changed',
    },
    {
      name: 'a deletion is added to a cloze',
      before: [cloze('The {{1:moon}} circles the earth')],
      after: [cloze('The {{1:moon}} circles the {{2:earth}}')],
      expected: 'a changed',
    },
    {
      name: 'equal questions are matched in order',
      before: [basic('Output?', '1'), basic('Output?', '2'), basic('Output?', '3')],
      after: [basic('Output?', '1'), basic('Output?', 'two'), basic('Output?', 'three')],
      expected: 'a unchanged, b changed, c changed',
    },
    {
      name: 'equal questions in sections that change places',
      before: [
        noteOf(basic('Why?', '1'), {section: ['S']}),
        noteOf(basic('Why?', '2'), {section: ['T']}),
      ],
      after: [
        noteOf(basic('Why?', 'two'), {section: ['T']}),
        noteOf(basic('Why?', 'one'), {section: ['S']}),
      ],
      expected: 'b changed, a changed',
    },
    {
      name: 'wholly equal notes are matched in order',
      before: [basic('q'), basic('q')],
      after: [basic('q'), basic('q'), basic('q')],
      expected: 'a unchanged, b unchanged, new',
    },
    {
      name: 'the author’s id decides, whatever the words',
      before: [noteOf(basic('p'), {authorId: '1'}), noteOf(basic('q'), {authorId: '2'})],
      after: [noteOf(basic('q'), {authorId: '1'}), noteOf(basic('p'), {authorId: '2'})],
      expected: 'a changed, b changed',
    },
    {
      name: 'an id is added to a note',
      before: [basic('q')],
      after: [noteOf(basic('q'), {authorId: '1'})],
      expected: 'a changed',
    },
    {
      name: 'an id is made anew',
      before: [noteOf(basic('q'), {authorId: '1'})],
      after: [noteOf(basic('q'), {authorId: '2'})],
      expected: 'a changed',
    },
    {
      name: 'notes with ids of their own are never taken for alike',
      before: [noteOf(basic('What is a promise?', LONG), {authorId: '1'})],
      after: [noteOf(basic('What is a promise really?', `${LONG}.`), {authorId: '2'})],
      expected: 'new, a absent',
    },
  ]
  test.each(cases)('$name: $expected', ({before, after, expected}) => {
    expect(planned(stored(before), after)).toBe(expected)
  })
})

describe('between documents', () => {
  const plan = (
    before: readonly StoredNote[],
    documents: readonly ReturnType<typeof documentOf>[],
  ) => {
    const result = planImport(documents, {sources: [], notes: before}, () => 'fresh' as NoteId)
    return result.documents.map((_, index) => brief(result, index))
  }

  test('a note with the same words moves, in either order of the documents', () => {
    const before = [...stored([basic('p'), basic('q')]), ...stored([basic('r')], 'b.md', 'xyz')]
    const shortened = documentOf('a.md', [basic('p')])
    const grown = documentOf('b.md', [basic('r'), basic('q')])
    expect(plan(before, [shortened, grown])).toEqual(['a unchanged', 'x unchanged, b moved'])
    expect(plan(before, [grown, shortened])).toEqual(['x unchanged, b moved', 'a unchanged'])
  })

  test('a renamed document takes its notes along, the old one imported as empty', () => {
    const before = stored([basic('p'), basic('q')])
    const after = [documentOf('a.md', []), documentOf('new.md', [basic('p'), basic('q')])]
    expect(plan(before, after)).toEqual(['', 'a moved, b moved'])
  })

  test('an absent note of a document that is not imported returns', () => {
    const before = stored([basic('q')], 'old.md', 'abc', true)
    expect(plan(before, [documentOf('new.md', [basic('q')])])).toEqual(['a returned'])
  })

  test('a present note of a document that is not imported stays there', () => {
    const before = stored([basic('q')], 'old.md')
    expect(plan(before, [documentOf('new.md', [basic('q')])])).toEqual(['new'])
  })

  test('a document with an error keeps its notes, also from other documents', () => {
    const before = stored([basic('p'), basic('q')])
    const after = [
      documentOf('a.md', [basic('p')], {error: true}),
      documentOf('b.md', [basic('q')]),
    ]
    // Its own document may still hold it, so the other one is left out as a copy.
    expect(plan(before, after)).toEqual(['kept', ''])
  })

  test('of two equal notes the present one is matched before the absent one', () => {
    const before = [
      ...stored([basic('q')], 'a.md', 'a', true),
      ...stored([basic('q')], 'a.md', 'b'),
    ]
    expect(plan(before, [documentOf('a.md', [basic('q')])])).toEqual(['b unchanged'])
  })
})

test('an absent note returns when its question does', () => {
  expect(planned(stored([basic('q', 'old')], 'a.md', 'a', true), [basic('q', 'new')])).toBe(
    'a returned',
  )
})

test('an absent note returns when it was edited a little', () => {
  const before = stored([basic('What is a promise?', LONG)], 'a.md', 'a', true)
  expect(planned(before, [basic('What is a promise, in short?', `${LONG} Briefly.`)])).toBe(
    'a returned',
  )
})

test.each([
  {name: 'equal notes', note: () => basic('q')},
  {
    name: 'notes that were all edited',
    note: (index: number, edit: string) =>
      basic(
        `Which is number ${index}${edit}?`,
        `The one after ${index - 1}, and before ${index + 1}${edit}`,
      ),
  },
])(
  '20,000 $name are matched in linear time',
  ({note}) => {
    const count = 20_000
    const notes = (edit: string) => Array.from({length: count}, (_, index) => note(index, edit))
    const before = stored(notes('')).map((old, index) => ({...old, id: String(index) as NoteId}))
    const plan = planImport(
      [documentOf('a.md', notes(' now'))],
      {sources: [], notes: before},
      () => 'fresh' as NoteId,
    )
    const [planned] = plan.documents
    const ids = planned?.outcome === 'read' ? planned.notes.map(({id}) => id) : []
    expect(ids).toEqual(before.map(({id}) => id))
  },
  20_000,
)
