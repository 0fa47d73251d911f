import {expect, test} from 'vitest'
import {newNoteId} from '../../src/core/id.ts'
import {type ImportedDocument, planImport, type StoredNote} from '../../src/core/import-plan.ts'
import type {DeckName, NoteContent, NoteId} from '../../src/core/note.ts'
import {changesOf} from '../../src/report/import-changes.ts'
import {basic, cloze, documentOf, noteOf, seeded} from '../support/makers-note.ts'

const FEN = 'What is a fen?'

function storedNotes(contents: readonly NoteContent[], tags: readonly string[]): StoredNote[] {
  return contents.map((content, position) => ({
    id: `note${position}` as NoteId,
    sourcePath: 'a.md',
    position,
    line: position + 1,
    endLine: position + 1,
    deck: 'documents' as DeckName,
    content,
    section: [],
    tags,
    isAbsent: false,
  }))
}

/** What is told of an import that finds other notes in a document than the import before. */
function changesBetween(
  before: readonly NoteContent[],
  document: ImportedDocument,
  {tags = []}: {readonly tags?: readonly string[]} = {},
) {
  const snapshot = {sources: [], notes: storedNotes(before, tags)}
  const chance = seeded(1)
  const plan = planImport([document], snapshot, () => newNoteId(chance))
  return changesOf(plan, {read: [{name: 'docs/a.md', document}], skipped: 0})
}

const linesBetween = (before: readonly NoteContent[], after: readonly NoteContent[]) =>
  changesBetween(before, inDeck(documentOf('a.md', after))).flatMap(({title, lines}) =>
    lines.map(line => `${title} ${line.replace(/^docs\/a\.md:\d+: /, '')}`),
  )

const inDeck = (document: ImportedDocument, deck = 'documents'): ImportedDocument => ({
  ...document,
  deck: deck as DeckName,
})

test.each<[string, NoteContent, NoteContent, string]>([
  ['an answer', basic(FEN, 'Wet.'), basic(FEN, 'Peat.'), `Changed “${FEN}”: answer changed`],
  [
    'a question',
    basic('What is a fan?', 'A wet land.'),
    basic(FEN, 'A wet land.'),
    `Changed “What is a fan?” → “${FEN}”`,
  ],
  [
    'a question below its first line',
    basic(`${FEN}\n\nIn a single word, please.`, 'A wet land.'),
    basic(`${FEN}\n\nIn a single word, please!`, 'A wet land.'),
    `Changed “${FEN}”: question changed`,
  ],
  [
    'the direction',
    basic(FEN, 'Wet.'),
    {kind: 'reversed', question: FEN, answer: 'Wet.'},
    `Changed “${FEN}”: kind changed (2 cards)`,
  ],
  [
    'a deletion',
    cloze('A {{1:fen}} is a wet land'),
    cloze('A fen is a {{1:wet}} land'),
    'Changed “A fen is a wet land”: deletions changed',
  ],
])('%s that is another is told', (_, before, after, line) => {
  expect(linesBetween([before], [after])).toEqual([line])
})

test('tags that are others are told', () => {
  const contents = [basic(FEN)]
  expect(changesBetween(contents, inDeck(documentOf('a.md', contents)), {tags: ['old']})).toEqual([
    {title: 'Changed', lines: [expect.stringContaining(`“${FEN}”: tags changed`)]},
  ])
})

test('what is left alone, and what is new, is not told', () => {
  expect(linesBetween([basic(FEN)], [basic(FEN), basic('What is a bog?')])).toEqual([])
})

test('many that are retired are counted, and the first are told, a line each, with where they stood', () => {
  const contents = Array.from({length: 32}, (_, i) => basic(`What is ${i}\u001b[31m?\n\nSay it.`))
  const [section, ...others] = changesBetween(contents, inDeck(documentOf('a.md', [basic(FEN)])))
  expect(others).toEqual([])
  expect(section?.title).toBe('Retired')
  expect(section?.lines).toHaveLength(21)
  expect(section?.lines.join('')).not.toMatch(/\p{Cc}/u)
  expect(section?.lines[1]).toMatch(/^docs\/a\.md:2: “What is 1.*\?”$/)
  expect(section?.lines.at(-1)).toBe('… and 12 more')
})

test('a long question is shortened', () => {
  const [line] = linesBetween([basic('ah '.repeat(1000))], [basic(FEN)])
  expect(line).toHaveLength('Retired “”'.length + 161)
})

test('cards that go to another deck are counted by deck', () => {
  const contents = [basic(FEN), cloze('A {{1:fen}} is a {{2:wet}} land'), basic('What is a bog?')]
  const document = inDeck(documentOf('a.md', []), 'wet')
  const notes = contents.map((content, i) =>
    noteOf(content, i === 2 ? {deck: 'bogs' as DeckName} : {}),
  )
  expect(changesBetween(contents, {...document, parsed: {...document.parsed, notes}})).toEqual([
    {
      title: 'To another deck',
      lines: ['docs/a.md: documents → wet, 3 cards', 'docs/a.md: documents → bogs, 1 card'],
    },
  ])
})
