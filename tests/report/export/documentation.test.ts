import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {ARCHIVE_VERSION} from '../../../src/core/archive.ts'
import {ARCHIVE_TABLES} from '../../../src/core/archive-columns.ts'
import {DECK_HEADER} from '../../../src/core/deck-notation.ts'
import {importDocument} from '../../../src/importer/import-document.ts'
import {CARD_COLUMNS} from '../../../src/report/export/cards.ts'
import type {Column} from '../../../src/report/export/columns.ts'
import {FORMATS, FORMATS_OF, SUBJECTS} from '../../../src/report/export/formats.ts'
import {DAY_COLUMNS, DECK_COLUMNS} from '../../../src/report/export/progress.ts'
import {FSRS_COLUMNS, REVIEW_COLUMNS} from '../../../src/report/export/reviews.ts'
import {ROOT} from '../../support/program.ts'

const documentation = readFileSync(join(ROOT, 'docs', 'export.md'), 'utf8')

/** The part below a heading, up to the next heading of any rank. */
function part(heading: string): string {
  const [, below = ''] = documentation.split(`\n${heading}\n`)
  return below.split(/\n#{2,3} /)[0] as string
}

/** The first column of the table below a heading. */
const documented = (heading: string) =>
  [...part(heading).matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)

const namesOf = (columns: readonly Column<never>[]) => columns.map(({name}) => name)

test.each<readonly [heading: string, names: readonly string[]]>([
  ['## Reviews', namesOf(REVIEW_COLUMNS)],
  ['### `--layout fsrs`', namesOf(FSRS_COLUMNS)],
  ['## Cards', namesOf(CARD_COLUMNS)],
  ['## Decks', namesOf(DECK_COLUMNS)],
  ['## Stats', namesOf(DAY_COLUMNS)],
  ...ARCHIVE_TABLES.map(
    ({name, columns}) => [`### ${name}`, columns.map(column => column.name)] as const,
  ),
])('%s names exactly the columns that are written', (heading, names) => {
  expect(documented(heading)).toEqual(names)
})

test('the table of formats is the one that the program has', () => {
  const [, table = ''] = documentation.split('\n| | json')
  const rows = [...table.matchAll(/^\| `(\w+)` \|(.*)\|$/gm)].slice(0, SUBJECTS.length)
  const formats = rows.map(([, subject, cells = '']) => [
    subject,
    cells.split('|').flatMap((cell, index) => (cell.trim() === '' ? [] : FORMATS[index])),
  ])
  expect(Object.fromEntries(formats)).toEqual(FORMATS_OF)
})

test('the versions are those that are written', () => {
  expect(documentation).toContain(`{"format":"ebb-archive","version":${ARCHIVE_VERSION},`)
  expect(documentation).toContain(DECK_HEADER)
})

test('the deck that is shown can be imported', () => {
  const [deck = ''] = documentation.split('```markdown\n')[1]?.split('```\n') ?? []
  const {layout, notes, diagnostics} = importDocument(Buffer.from(deck), {path: 'deck.md'})
  expect(layout).toBe('ebb')
  expect(diagnostics).toEqual([])
  expect(notes.map(({content, deck: name}) => [content.kind, name])).toEqual([
    ['basic', 'Rivers'],
    ['cloze', 'Rivers'],
  ])
})
