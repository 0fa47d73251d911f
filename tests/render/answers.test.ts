import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {facesOf, variantsOf} from '../../src/core/faces.ts'
import {importDocument} from '../../src/importer/import-document.ts'
import {highlightCode} from '../../src/render/highlight.ts'
import type {StyledLine} from '../../src/render/line.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'
import {faultsOf} from '../support/render-faults.ts'

const WIDTHS = [20, 40, 60, 90, 120]

/** Our own decks, and all documents of a folder that a developer names: there are never enough to try. */
const folders = [
  fileURLToPath(new URL('../../decks', import.meta.url)),
  ...(process.env['EBB_TEST_DOCUMENTS'] === undefined ? [] : [process.env['EBB_TEST_DOCUMENTS']]),
]

const documents = folders.flatMap(folder =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.md'))
    .map(name => ({name, path: join(folder, name)}))
    .filter(({path}) => statSync(path).isFile()),
)

describe('every question and answer', () => {
  test.each(documents)(
    'of $name is shown whole at any width',
    ({path, name}) => {
      const {notes} = importDocument(readFileSync(path), {path: name})
      const faults = notes.flatMap(({content, line}) =>
        variantsOf(content).flatMap(variant => {
          const {front, back} = facesOf(content, variant)
          return [front, back].flatMap(side => faultsAtAnyWidth(side, `${name}:${line}`))
        }),
      )
      expect(faults).toEqual([])
    },
    120_000,
  )

  test.each(documents)(
    'and all that $name says besides',
    ({path, name}) => {
      expect(faultsAtAnyWidth(readFileSync(path, 'utf8'), name)).toEqual([])
    },
    120_000,
  )
})

function faultsAtAnyWidth(source: string, place: string): readonly string[] {
  return WIDTHS.flatMap(width =>
    [true, false].flatMap(ascii => {
      const faults = faultsOf(
        renderMarkdown(source, {width, ascii, highlight: highlightCode}),
        width,
        ascii,
      )
      return faults.map(fault => `${place} at ${width}${ascii ? ' in ASCII' : ''}: ${fault}`)
    }),
  )
}

describe('what is looked for is found', () => {
  const border = (text: string) => ({text, style: {color: 'border' as const}})
  const HEAD = [[{text: 'a '}, border(' │ '), {text: 'b'}], [border('───┼──')]]
  test.each<[string, readonly StyledLine[], readonly RegExp[]]>([
    ['nothing', [[{text: 'List<T> of <b'}], []], []],
    ['a tag', [[{text: 'two<br/>lines'}]], [/^<br\/> in/]],
    ['a tag in parts', [[{text: '<sub'}, {text: ' class="x">'}]], [/^<sub class="x"> in/]],
    [
      'a tag as code',
      [[{text: '<br>', style: {color: 'code'}}], [border('┆ '), {text: '<p>'}]],
      [],
    ],
    ['a comment', [[{text: 'a <!-- b'}]], [/^<!-- in/]],
    ['a wide line', [[{text: '行'.repeat(11)}]], [/^22 columns/]],
    ['an escape', [[{text: '\u001b[2J'}]], [/^control/]],
    ['a whole table', [...HEAD, [{text: '行'}, border(' │ ')]], []],
    ['a torn table', [...HEAD, [{text: '行 '}, border(' │ ')]], [/^torn/]],
    ['a row without borders', [...HEAD, [{text: 'b'}]], [/^torn/]],
  ])('%s', (_, lines, expected) => {
    const faults = faultsOf(lines, 20, false)
    expect(faults).toHaveLength(expected.length)
    for (const [index, fault] of faults.entries()) expect(fault).toMatch(expected[index] as RegExp)
  })
})
