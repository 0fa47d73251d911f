import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {ExportedNote} from '../../../src/core/deck-notation.ts'
import type {DeckName, NoteContent, NoteId} from '../../../src/core/note.ts'
import {deckNameOf} from '../../../src/importer/deck-name.ts'
import {importDocument} from '../../../src/importer/import-document.ts'
import {deckLines} from '../../../src/report/export/deck.ts'

const NASTY = [
  '# A heading',
  '## Q: What?',
  '---',
  '***',
  '```',
  '```js',
  '~~~~',
  '<!-- ebb note {} -->',
  '<!-- ebb answer -->',
  '<!-- ebb\\ answer -->',
  '<!-- ebb deck 1 -->',
  '<!--',
  '-->',
  '<!-- comment -->',
  '<details><summary>Sea</summary>',
  '| a | b |',
  '| --- | --- |',
  'A: answer',
  '{{c1::x}}',
  '⟦c1::x⟧',
  '}}',
  '::',
  '$$',
  '\\frac{{a}}{b}',
  'std::vector<int>',
  '- item',
  '    indented',
  '\tindented',
  'trailing  ',
  '海はどこ？',
  '👩‍👩‍👧 é e\u0301',
  'cafÃ© â€™',
  'no\u00a0break\u200b\u2028x\ufeff',
  '"quoted" \\u0041',
  '%%',
  '?',
  'front :: back',
  '',
  ' ',
]

const text = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({unit: 'grapheme', maxLength: 12})), {
      minLength: 1,
      maxLength: 6,
    })
    .map(lines => lines.join('\n')),
  fc.string({unit: 'binary', maxLength: 12}),
)

const basicNote: fc.Arbitrary<NoteContent> = fc.record({
  kind: fc.constantFrom('basic' as const, 'reversed' as const),
  question: text,
  answer: text,
})

const clozeNote: fc.Arbitrary<NoteContent> = fc
  .array(
    fc.record({
      before: text,
      hidden: text,
      group: fc.integer({min: 1, max: 12}),
      hint: fc.option(text, {nil: undefined}),
    }),
    {minLength: 1, maxLength: 4},
  )
  .chain(pieces =>
    fc.record({pieces: fc.constant(pieces), after: text, extra: fc.oneof(fc.constant(''), text)}),
  )
  .map(({pieces, after, extra}) => {
    let whole = ''
    const deletions = pieces.map(({before, hidden, group, hint}) => {
      whole += before
      const start = whole.length
      whole += hidden
      return {group, start, end: whole.length, ...(hint !== undefined && {hint})}
    })
    return {kind: 'cloze', text: whole + after, deletions, extra}
  })

const note: fc.Arbitrary<ExportedNote> = fc.record(
  {
    id: fc
      .array(fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'), {minLength: 12, maxLength: 12})
      .map(digits => digits.join('') as NoteId),
    // As every deck of a collection is called.
    deck: fc
      .oneof(fc.constant('Seas::Deep'), text)
      .map(name => deckNameOf(name) ?? ('Seas' as DeckName)),
    content: fc.oneof(basicNote, clozeNote),
    section: fc.array(text, {maxLength: 2}),
    tags: fc.uniqueArray(text, {maxLength: 2}),
    authorId: text,
  },
  {requiredKeys: ['id', 'deck', 'content', 'section', 'tags']},
)

const deckOf = (notes: readonly ExportedNote[]): string => [...deckLines(notes)].join('')

const read = (document: string) =>
  importDocument(new TextEncoder().encode(document), {path: 'deck.md'})

/** What is read, as it was written. */
function notesIn(document: string) {
  return read(document).notes.map(({noteId, deck, content, section, tags, authorId}) => ({
    id: noteId,
    deck,
    content,
    section,
    tags,
    ...(authorId !== undefined && {authorId}),
  }))
}

test('a deck that was exported is read back as the same notes', () => {
  fc.assert(
    fc.property(fc.array(note, {minLength: 1, maxLength: 5}), notes => {
      const document = deckOf(notes)
      expect(notesIn(document)).toEqual(notes)
      const {layout, diagnostics, account} = read(document)
      expect(layout).toBe('ebb')
      expect(diagnostics).toEqual([])
      const lines = document.split('\n')
      const accounted = account.flatMap(({line, endLine}) =>
        Array.from({length: endLine - line + 1}, (_, index) => line + index),
      )
      const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]))
      expect(accounted).toEqual(expect.arrayContaining(filled))
    }),
    {numRuns: 500},
  )
})

test('also where its line ends were made those of Windows', () => {
  fc.assert(
    fc.property(fc.array(note, {minLength: 1, maxLength: 3}), notes => {
      expect(notesIn(deckOf(notes).replaceAll('\n', '\r\n'))).toEqual(notes)
    }),
  )
})

function noteOf(content: NoteContent, more: Partial<ExportedNote> = {}): ExportedNote {
  const id = '7k3m0q9v2xna' as NoteId
  return {id, deck: 'Seas' as DeckName, content, section: [], tags: [], ...more}
}

test('an exported deck is Markdown with comments', () => {
  const cloze = {
    kind: 'cloze' as const,
    text: 'The Nile flows north.',
    deletions: [{group: 1, start: 4, end: 8, hint: 'a river'}],
    extra: 'Through Cairo.',
  }
  const notes = [
    noteOf({kind: 'basic', question: 'Where does the Rhine end?', answer: 'In the North Sea.'}),
    noteOf(
      {kind: 'reversed', question: 'sea', answer: '```\nmare\n```'},
      {section: ['Latin'], tags: ['words']},
    ),
    noteOf(cloze, {authorId: 'nile'}),
  ]
  expect(deckOf(notes)).toBe(`<!-- ebb deck 1 -->

<!-- ebb note {"id":"7k3m0q9v2xna","deck":"Seas"} -->

Where does the Rhine end?

<!-- ebb answer -->

In the North Sea.

---

<!-- ebb note {"id":"7k3m0q9v2xna","deck":"Seas","kind":"reversed","section":["Latin"],"tags":["words"]} -->

sea

<!-- ebb answer -->

\`\`\`
mare
\`\`\`

---

<!-- ebb note {"id":"7k3m0q9v2xna","deck":"Seas","kind":"cloze","author":"nile"} -->

The {{c1::Nile::a river}} flows north.

<!-- ebb answer -->

Through Cairo.
`)
})

test.each([
  ['the marks of deletions', 'a {{b}} c', '⟦c1::{{b}}⟧'],
  ['what parts a deletion from its hint', 'use std::vector here', '⟦c1::std::vector⟧'],
])('a text that holds %s gets others', (_, whole, marked) => {
  const hidden = marked.slice(5, -1)
  const start = whole.indexOf(hidden)
  const deletions = [{group: 1, start, end: start + hidden.length}]
  expect(deckOf([noteOf({kind: 'cloze', text: whole, deletions, extra: ''})])).toContain(marked)
})

test('deletions are in order and never overlap, however their marks are mixed up', () => {
  const sign = fc.constantFrom('{{c1::', '{{c2::', '{{', '}}', '::', 'a', 'b')
  fc.assert(
    fc.property(fc.array(sign, {minLength: 1, maxLength: 14}), signs => {
      const mark = '<!-- ebb deck 1 -->\n<!-- ebb note {"kind":"cloze"} -->\n'
      const [note] = notesIn(`${mark}x${signs.join('')}y`)
      if (note?.content.kind !== 'cloze') return
      const {text: shown, deletions} = note.content
      const places = deletions.flatMap(({start, end}) => [start, end])
      expect(places).toEqual(places.toSorted((one, other) => one - other))
      expect(places.at(-1)).toBeLessThanOrEqual(shown.length)
      // No word is lost, and none is there twice.
      const words = (text: string) => text.replace(/c\d|[^a-z]/g, '')
      const hints = deletions.map(({hint = ''}) => hint).join('')
      expect([...words(shown + hints)].sort()).toEqual([...words(`x${signs.join('')}y`)].sort())
    }),
    {numRuns: 500},
  )
})

test('a note can be written by hand, with as many blank lines as one likes', () => {
  const document =
    '<!-- ebb deck 1 -->\nWords of the author.\n<!-- ebb note -->\nWhere?\n\n\n<!-- ebb answer -->\n\n\nThere.\n\n---\n'
  const {notes, account} = read(`${document}<!-- ebb note {"kind":"cloze"} -->\nA {{c1::sea}}`)
  expect(notes.map(({content, line, endLine}) => ({content, line, endLine}))).toEqual([
    {content: {kind: 'basic', question: 'Where?', answer: 'There.'}, line: 4, endLine: 10},
    {
      content: {kind: 'cloze', text: 'A sea', deletions: [{group: 1, start: 2, end: 5}], extra: ''},
      line: 14,
      endLine: 14,
    },
  ])
  expect(account.map(({line, taken}) => `${line} ${taken}`)).toContain('2 skipped')
})

test('what cannot be read is told, and keeps the document from being imported', () => {
  const broken = [
    '{',
    '[]',
    '{"kind":"odd"}',
    '{"id":"x"}',
    '{"tags":"a"}',
    '{"deck":" "}',
    '{"content":{}}',
    // Ids of cards end in the number, and have a bound; archives hold them to it.
    '{"kind":"cloze","content":{"text":"x","deletions":[{"group":1000000000,"start":0,"end":1}],"extra":""}}',
  ]
  for (const mark of broken) {
    const {diagnostics} = read(
      `<!-- ebb deck 1 -->\n<!-- ebb note ${mark} -->\nWhere?\n<!-- ebb answer -->\nThere.`,
    )
    expect(diagnostics).toMatchObject([{line: 2, severity: 'error', rule: 'unreadable-note-mark'}])
  }
  const later = read('<!-- ebb deck 2 -->\n<!-- ebb note -->\nWhere?\n<!-- ebb answer -->\nThere.')
  expect(later.diagnostics).toMatchObject([{severity: 'error', rule: 'later-deck-version'}])
})

test('a note without an answer is told', () => {
  const {notes, diagnostics} = read(
    '<!-- ebb deck 1 -->\n<!-- ebb note -->\nWhere?\n\n---\n<!-- ebb note -->\nWhy?\n<!-- ebb answer -->\nSo.',
  )
  expect(notes).toHaveLength(1)
  expect(diagnostics).toMatchObject([{line: 2, rule: 'question-without-answer'}])
})
