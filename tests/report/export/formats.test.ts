import fc from 'fast-check'
import {expect, test} from 'vitest'
import {type Cell, columnsOf, type Table} from '../../../src/report/export/columns.ts'
import {formatRows} from '../../../src/report/export/formats.ts'

type Row = readonly Cell[]

function tableOf(rows: readonly Row[], width = rows[0]?.length ?? 1): Table<Row> {
  const columns = Array.from({length: width}, (_, index) => [`c${index}`, (row: Row) => row[index]])
  return {name: 'rivers', columns: columnsOf<Row>(Object.fromEntries(columns)), rows, zone: () => 0}
}

const written = (rows: readonly Row[], format: Parameters<typeof formatRows>[1]) =>
  [...formatRows(tableOf(rows), format)].join('')

/** A reader of RFC 4180 of its own: fields of each record. */
function recordsIn(text: string, separator: string): readonly (readonly string[])[] {
  const records: string[][] = []
  let record: string[] = []
  let field = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string
    if (isQuoted) {
      if (sign !== '"') field += sign
      else if (text[at + 1] === '"') {
        field += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === separator || text.startsWith('\r\n', at)) {
      record.push(field)
      field = ''
      if (sign === separator) continue
      records.push(record)
      record = []
      at += 1
    } else field += sign
  }
  expect([record, field, isQuoted]).toEqual([[], '', false])
  return records
}

/** As docs/export.md tells readers to do. */
const withoutApostrophe = (text: string) =>
  /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text

const text = fc.oneof(
  fc.string({unit: 'grapheme'}),
  fc
    .array(fc.constantFrom(...'=+-@\t\r\n\'",;|＝a1 '), {maxLength: 6})
    .map(signs => signs.join('')),
)

test.each([
  ['csv', ','],
  ['tsv', '\t'],
] as const)('any texts can be read back from %s', (format, separator) => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), {minLength: 1, maxLength: 5}), rows => {
      const [header, ...records] = recordsIn(written(rows, format), separator)
      expect(header).toEqual(['c0', 'c1', 'c2'])
      expect(records.map(record => record.map(withoutApostrophe))).toEqual(rows)
    }),
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['\ttab', "'\ttab"],
  ['\rreturn', '"\'\rreturn"'],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ["'tis", "'tis"],
  ['a=1', 'a=1'],
  ['say "=1"', '"say ""=1"""'],
])('a spreadsheet does not run %j', (cell, field) => {
  expect(written([[cell]], 'csv')).toBe(`c0\r\n${field}\r\n`)
})

test('numbers, truths, lists and what has no value', () => {
  const row = [-1.5, 1e21, 0, true, ['=1', 'b'], [], undefined]
  expect(written([row], 'csv').split('\r\n')[1]).toBe('-1.5,1e+21,0,true,"[""=1"",""b""]",[],')
  expect(JSON.parse(written([row], 'ndjson'))).toEqual({
    ...{c0: -1.5, c1: 1e21, c2: 0, c3: true},
    ...{c4: ['=1', 'b'], c5: [], c6: null},
  })
})

test('JSON is one document, and a line for each row', () => {
  expect(written([['Rhine'], ['Nile']], 'json')).toBe(
    '{"rivers":[\n{"c0":"Rhine"},\n{"c0":"Nile"}\n]}\n',
  )
  expect([...formatRows(tableOf([]), 'json')].join('')).toBe('{"rivers":[]}\n')
})

test('JSON commands no terminal', () => {
  const json = written([['\u001b[2J\u009b\u202e']], 'ndjson')
  expect(json).toBe('{"c0":"\\u001b[2J\\u009b\\u202e"}\n')
})

test('in Markdown a cell stays a cell', () => {
  expect(written([['a|b\n*c* <d>']], 'md')).toBe('| c0 |\n| --- |\n| a\\|b<br>\\*c\\* \\<d\\> |\n')
})

test('in HTML a text stays a text', () => {
  const page = written([['<script>alert("1")</script>', -1]], 'html')
  expect(page).toContain(
    '<tr><td>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</td><td class="n">-1</td></tr>',
  )
  expect(page).not.toContain('<script')
  expect(page).toMatch(/^<!doctype html>.*<\/html>\n$/s)
})
