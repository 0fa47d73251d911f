import {describe, expect, it} from 'vitest'
import {NO_COLORS, toAnsi} from '../../src/render/ansi.ts'
import type {RenderOptions} from '../../src/render/context.ts'
import {imageLines, MOST_ROWS} from '../../src/render/image-cells.ts'
import {plainText, widthOf} from '../../src/render/line.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'

const CELL = '\u{10eeee}'

describe('an image in cells', () => {
  it('is written with its number as their colour, and the row in the first of each', () => {
    const lines = imageLines({id: 0xebb001, columns: 3, rows: 2})
    expect(lines.map(line => toAnsi(line, NO_COLORS))).toEqual([
      `\u001b[38;2;235;176;1m${CELL}\u0305\u0305${CELL}${CELL}\u001b[39m`,
      `\u001b[38;2;235;176;1m${CELL}\u030d\u0305${CELL}${CELL}\u001b[39m`,
    ])
  })

  it('takes as many columns as it says', () => {
    for (const columns of [1, 2, 80]) {
      const lines = imageLines({id: 1, columns, rows: MOST_ROWS})
      expect(lines).toHaveLength(MOST_ROWS)
      expect(lines.map(widthOf)).toEqual(lines.map(() => columns))
      expect(new Set(lines.map(plainText)).size).toBe(MOST_ROWS)
    }
  })
})

describe('images in a text', () => {
  const shown = (source: string, options: Partial<RenderOptions> = {}) =>
    renderMarkdown(source, {width: 40, folder: '/notes', ...options}).map(plainText)
  const drawImage: RenderOptions['drawImage'] = (address, columns) =>
    address.endsWith('.png') ? {id: 1, columns: Math.min(columns, 4), rows: 2} : undefined
  const ROWS = [`${CELL}\u0305\u0305${CELL.repeat(3)}`, `${CELL}\u030d\u0305${CELL.repeat(3)}`]

  it.each<[string, string, readonly string[]]>([
    ['alone', '![A tree](a.png)', [...ROWS, 'A tree']],
    ['without a name', '![](a.png)', ROWS],
    ['by reference', '![A tree][t]\n\n[t]: a.png', [...ROWS, 'A tree']],
    ['as a link', '[![A tree](a.png)](https://example.com)', [...ROWS, 'A tree']],
    ['of HTML', '<img src="a.png" alt="A tree">', [...ROWS, 'A tree']],
    ['in a list', '- ![A tree](a.png)', [`• ${ROWS[0]}`, `  ${ROWS[1]}`, '  A tree']],
    ['in a quote', '> ![](a.png)', ROWS.map(row => `│ ${row}`)],
    ['that cannot be drawn', '![A tree](a.gif)', ['[image: A tree — /notes/a.gif]']],
    ['among words', 'See ![A tree](a.png).', ['See [image: A tree — /notes/a.png].']],
    [
      'one of two',
      '![A](a.png) ![B](b.png)',
      ['[image: A — /notes/a.png] [image: B —', '/notes/b.png]'],
    ],
  ])('%s', (_, source, lines) => {
    expect(shown(source, {drawImage})).toEqual(lines)
  })

  it.each([
    ['a file', '![A](a.gif)', '[image: A — /notes/a.gif; o opens it]'],
    ['the net', '![A](https://example.com/a)', '[image: A — https://example.com/a; o opens it]'],
    ['a file elsewhere', '![A](/etc/a.png)', '[image: A — /etc/a.png]'],
    ['no image', '![A](a.sh)', '[image: A — /notes/a.sh]'],
  ])('a key is named where it opens it: %s', (_, source, line) => {
    expect(shown(source, {imageKey: 'o', width: 80})).toEqual([line])
  })
})
