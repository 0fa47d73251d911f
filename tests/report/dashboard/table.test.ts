import fc from 'fast-check'
import {expect, test} from 'vitest'
import {plainText, widthOf} from '../../../src/render/line.ts'
import {textLines} from '../../../src/report/dashboard/section.ts'
import {tableLines} from '../../../src/report/dashboard/table.ts'
import {counted, formatCount, formatDays} from '../../../src/report/dashboard/words.ts'

const rows = [
  ['Git', '12', '3'],
  ['A long name of a deck', '5', '100'],
]
const table = {columns: ['deck', 'cards', 'due'], rows}

test.each([
  {
    width: 40,
    lines: [
      'deck                   cards  due',
      'Git                       12    3',
      'A long name of a deck      5  100',
    ],
  },
  {
    width: 24,
    lines: ['deck          cards  due', 'Git              12    3', 'A long name…      5  100'],
  },
  {width: 18, lines: ['deck         cards', 'Git             12', 'A long nam…      5']},
  {width: 5, lines: ['deck', 'Git', 'A lo…']},
])('a table at $width columns', ({width, lines}) => {
  expect(tableLines(table, {width, ascii: false}).map(plainText)).toEqual(lines)
})

test('a table is never wider than asked for', () => {
  const cell = fc.string({unit: 'grapheme', maxLength: 12})
  const rows = fc.array(fc.tuple(cell, cell, cell), {maxLength: 5})
  fc.assert(
    fc.property(rows, fc.integer({min: 1, max: 60}), fc.boolean(), (rows, width, ascii) => {
      for (const line of tableLines({columns: ['a', 'b', 'c'], rows}, {width, ascii})) {
        expect(widthOf(line)).toBeLessThanOrEqual(width)
      }
    }),
    {seed: 4},
  )
})

test.each([
  {text: 'half of them within 7 s; more', width: 25, lines: ['half of them within 7 s;', 'more']},
  {text: 'half of them within 7 s', width: 21, lines: ['half of them within', '7 s']},
  {text: 'overlongword', width: 5, lines: ['over…']},
])('“$text” at $width columns', ({text, width, lines}) => {
  expect(textLines(text, {width, ascii: false}).map(plainText)).toEqual(lines)
})

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [1_234_567.4, '1,234,567'],
])('%d is written %s', (count, text) => {
  expect(formatCount(count)).toBe(text)
})

test('one is told from many', () => {
  expect([0, 1, 2].map(count => counted(count, 'card'))).toEqual(['0 cards', '1 card', '2 cards'])
})

test.each([
  [0.5, '0.5 d'],
  [29, '29 d'],
  [61, '2 mo'],
  [400, '1.1 y'],
])('%d days are %s', (days, text) => {
  expect(formatDays(days)).toBe(text)
})
