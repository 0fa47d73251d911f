import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Span} from '../../src/render/line.ts'
import {plainText, widthOf} from '../../src/render/line.ts'
import {splitSpans} from '../../src/render/split.ts'
import {graphemesOf, textWidth} from '../../src/render/width.ts'
import {hang, wrapSpans} from '../../src/render/wrap.ts'

const wrap = (text: string, width: number) => wrapSpans([{text}], width).map(plainText)
const split = (text: string, width: number, rest = width) =>
  splitSpans([{text}], width, rest).map(rows => rows.map(plainText))

describe('wrapping at words', () => {
  it.each<[string, number, readonly string[]]>([
    ['', 10, []],
    ['one two three', 8, ['one two', 'three']],
    ['one  two\t three', 20, ['one two three']],
    ['one\t\u200dtwo', 20, ['one \u200dtwo']],
    ['one\t\u200d行星', 20, ['one \u200d行星']],
    ['a\nb\n\nc', 8, ['a', 'b', '', 'c']],
    ['to be or', 5, ['to be', 'or']],
    ['see incomprehensibilities', 10, ['see', 'incomprehe', 'nsibilitie', 's']],
    ['12\u00a0km away', 8, ['12\u00a0km', 'away']],
    ['漢字かな交じり文', 8, ['漢字かな', '交じり文']],
    ['これは、です。', 6, ['これ', 'は、で', 'す。']],
    ['「引用」です', 4, ['「引', '用」', 'です']],
    ['abc漢字', 5, ['abc漢', '字']],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 4, ['👨‍👩‍👧👨‍👩‍👧', '👨‍👩‍👧']],
    ['ภาษา\u200bไทย', 5, ['ภาษา', 'ไทย']],
  ])('%j in %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })

  it('keeps the look of each word, and a word of several looks in one piece', () => {
    const bold = {bold: true}
    const spans: Span[] = [{text: 'it is '}, {text: 'bold', style: bold}, {text: 'ly so'}]
    expect(wrapSpans(spans, 8)).toEqual([
      [{text: 'it is'}],
      [{text: 'bold', style: bold}, {text: 'ly'}],
      [{text: 'so'}],
    ])
  })

  it('keeps a grapheme whole that two spans share', () => {
    const spans: Span[] = [{text: 'abcde'}, {text: '\u0301f', style: {bold: true}}]
    expect(wrapSpans(spans, 5).map(plainText)).toEqual(['abcde\u0301', 'f'])
    expect(splitSpans(spans, 5).flat().map(plainText)).toEqual(['abcde\u0301', 'f'])
  })

  it('gives a mark without a letter a dotted circle, so that it joins nothing', () => {
    expect(wrap('\u0301a\n\u0301b', 9)).toEqual(['\u25cc\u0301a', '\u25cc\u0301b'])
    expect(wrap('a \u0301b', 9)).toEqual(['a \u0301b'])
    const spans: Span[] = [{text: 'a'}, {text: '\n'}, {text: '🏽b'}]
    expect(wrapSpans(spans, 9).map(plainText)).toEqual(['a', '\u25cc🏽b'])
  })

  it('loses no word and fits', () => {
    fc.assert(
      fc.property(paragraph, fc.integer({min: 2, max: 60}), (spans, width) => {
        const lines = wrapSpans(spans, width)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
        expect(withoutSpace(lines.map(plainText).join(''))).toBe(withoutSpace(plainText(spans)))
      }),
      {numRuns: 1000},
    )
  })

  it('breaks a word only where the word alone is too long', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), {minLength: 1, maxLength: 40})
    fc.assert(
      fc.property(words, fc.integer({min: 8, max: 40}), (list, width) => {
        const lines = wrap(list.join(' '), width)
        expect(lines.flatMap(line => line.split(' '))).toEqual(list)
        lines.forEach((line, index) => {
          const next = lines[index + 1]?.split(' ')[0]
          if (next !== undefined) expect(line.length + 1 + next.length).toBeGreaterThan(width)
        })
      }),
    )
  })
})

describe('splitting code', () => {
  it.each<[string, number, number, readonly (readonly string[])[]]>([
    ['return x + y', 8, 6, [['return ', 'x + y']]],
    ['return xs.length', 10, 8, [['return ', 'xs.lengt', 'h']]],
    ['x = aaaaaaaaaa', 10, 10, [['x = aaaaaa', 'aaaa']]],
    ['return xyzzy()', 14, 4, [['return xyzzy()']]],
    ['if not xyzzy()', 12, 4, [['if not ', 'xyzz', 'y()']]],
    ['a\n\nb', 4, 4, [['a'], [''], ['b']]],
    ['漢字', 3, 3, [['漢', '字']]],
  ])('%j in %i and %i columns', (text, width, rest, lines) => {
    expect(split(text, width, rest)).toEqual(lines)
  })

  it('changes nothing but the breaks, and never cuts a grapheme that fits', () => {
    const line = fc
      .string({unit: 'grapheme', maxLength: 40})
      .map(text => text.replaceAll('\n', ' '))
    fc.assert(
      fc.property(line, fc.integer({min: 6, max: 20}), (text, width) => {
        const rows = split(text, width, width - 2).flat()
        expect(rows.join('').replace(/^\u25cc/, '')).toBe(text.replace(/^\u25cc/, ''))
        expect(rows.flatMap(graphemesOf)).toEqual(graphemesOf(rows.join('')))
        rows.forEach((row, index) => {
          expect(textWidth(row)).toBeLessThanOrEqual(index === 0 ? width : width - 2)
        })
      }),
      {numRuns: 1000},
    )
  })
})

it('hangs lines on a marker', () => {
  const lines = wrapSpans([{text: 'one two'}], 4)
  expect(hang(lines, [{text: '1. '}], [{text: '   '}]).map(plainText)).toEqual(['1. one', '   two'])
})

const text = fc
  .oneof(
    fc.lorem(),
    fc.string({unit: 'grapheme'}),
    fc.string({unit: fc.constantFrom('漢', 'か', '。', '「', ' ', 'a')}),
  )
  .map(value => value.replaceAll(/\p{Control}|[\u2028\u2029]/gu, ''))
const paragraph = fc.array(fc.record({text}), {maxLength: 6})

function withoutSpace(value: string): string {
  return value.replaceAll(/[ \t\u200b\u25cc]/g, '')
}
