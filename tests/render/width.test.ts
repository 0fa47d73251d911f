import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'
import fc from 'fast-check'
import stringWidth from 'string-width'
import {describe, expect, it} from 'vitest'
import {graphemesOf, textWidth} from '../../src/render/width.ts'

const TABLE: readonly (readonly [string, number])[] = [
  ['', 0],
  ['plain ASCII', 11],
  ['naïve façade', 12],
  ['e\u0301', 1],
  ['日本語', 6],
  ['한국어', 6],
  ['\u1112\u1161\u11ab', 2],
  ['ﾊﾟ', 2],
  ['→ ≤ ∑ │ ┆ • ■ ↪ …', 17],
  ['😀', 2],
  ['👍🏽', 2],
  ['☝🏽', 2],
  ['👨‍👩‍👧', 2],
  ['🇩🇪', 2],
  ['❤️', 2],
  ['❤', 1],
  ['✔ ⚠ ♥', 5],
  ['1️⃣', 2],
  ['🏴‍☠️', 2],
  ['שלום', 4],
  ['مرحبا', 5],
  ['नमस्ते', 4],
  ['a\u200bb', 2],
]

describe('the width of a text', () => {
  it.each(TABLE)('of %j is %i columns', (text, columns) => {
    expect(textWidth(text)).toBe(columns)
  })

  it('agrees with string-width on every code point, alone and beside others', () => {
    const wrong: string[] = []
    for (let code = 0x20; code < 0x1ffff; code++) {
      if (isControl(code) || isSurrogate(code) || isPlainHan(code)) continue
      const character = String.fromCodePoint(code)
      const text = `${character} a${character}b ${character}\ufe0f ${character}🏽`
      if (textWidth(text) !== stringWidth(text)) wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
  })

  it('agrees with string-width on any text', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(textWidth(text)).toBe(stringWidth(text))
      }),
      {numRuns: 5000},
    )
  })

  it('agrees with the copy that Ink measures with, or errs towards more columns', async () => {
    const fromInk = createRequire(createRequire(import.meta.url).resolve('ink'))
    const inks: {default: typeof stringWidth} = await import(
      pathToFileURL(fromInk.resolve('string-width')).href
    )
    for (const [text] of TABLE) expect(textWidth(text)).toBeGreaterThanOrEqual(inks.default(text))
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), text => {
        expect(textWidth(text)).toBeGreaterThanOrEqual(inks.default(text))
      }),
      {numRuns: 3000},
    )
  })
})

describe('the graphemes of a text', () => {
  it('are what a reader sees as one character', () => {
    expect(graphemesOf('ae\u0301👨‍👩‍👧z')).toEqual(['a', 'e\u0301', '👨‍👩‍👧', 'z'])
    expect(graphemesOf('añ漢')).toEqual(['a', 'ñ', '漢'])
  })

  it('together are the text, and what is simple is cut as Intl.Segmenter cuts it', () => {
    const segmenter = new Intl.Segmenter()
    fc.assert(
      fc.property(anyText, text => {
        expect(graphemesOf(text)).toEqual([...segmenter.segment(text)].map(({segment}) => segment))
      }),
      {numRuns: 2000},
    )
  })
})

const hardPieces = fc.constantFrom(
  ...[
    '\u200d',
    '\ufe0f',
    '\ufe0e',
    '🏽',
    '👩',
    '❤',
    '1',
    '#',
    '\u20e3',
    '🇩',
    '🇪',
    'क',
    '\u094d',
    'ष',
    'ि',
  ],
  ...[
    '\u0600',
    '\u06dd',
    '\u0301',
    'ำ',
    'ก',
    '\u1100',
    '\u1161',
    '가',
    '漢',
    'ﾊ',
    'ﾟ',
    '\u{16d63}',
    '\u{16d67}',
    '\ud800',
  ],
)
const anyText = fc
  .array(fc.oneof(hardPieces, fc.string({unit: 'binary'}), fc.string({unit: 'grapheme'})), {
    maxLength: 8,
  })
  .map(pieces => pieces.join('').replaceAll(/\p{Control}/gu, ''))

function isControl(code: number): boolean {
  return code < 0x20 || (code > 0x7e && code < 0xa0)
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xe000
}

function isPlainHan(code: number): boolean {
  return (code > 0x4e10 && code < 0x9ff0) || (code > 0xac10 && code < 0xd790)
}
