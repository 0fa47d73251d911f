import {createRequire} from 'node:module'
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

  it('agrees with what Ink measures on every code point, alone and beside others', () => {
    const wrong: string[] = []
    for (let code = 0x20; code < 0x1ffff; code++) {
      if (isControl(code) || isSurrogate(code) || isPlainHan(code)) continue
      const character = String.fromCodePoint(code)
      const text = `${character} a${character}b ${character}\ufe0f`
      if (MORE_THAN_INK.test(text)) continue
      if (textWidth(text) !== stringWidth(text)) wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
  })

  it('agrees with what Ink measures on any text in which it counts all that is shown', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), text => {
        fc.pre(!MORE_THAN_INK.test(text))
        expect(textWidth(text)).toBe(stringWidth(text))
      }),
      {numRuns: 5000},
    )
  })

  it('is compared with the copy of string-width that Ink has', () => {
    const here = createRequire(import.meta.url)
    const fromInk = createRequire(here.resolve('ink'))
    expect(fromInk.resolve('string-width')).toBe(here.resolve('string-width'))
  })

  it('is never less than what Ink measures', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(textWidth(text)).toBeGreaterThanOrEqual(stringWidth(text))
      }),
      {numRuns: 5000},
    )
  })

  it.each([
    ['the vowel AM of Thai', 'กำ', 2],
    ['a conjunct of Devanagari', 'क्ष', 2],
    ['the Arabic number sign', '\u06001', 2],
    ['half a flag', '🇩', 2],
    ['a skin tone alone after a letter', 'a🏽', 3],
  ])('counts %s as terminals do, where Ink does not', (_, text, columns) => {
    expect(textWidth(text)).toBe(columns)
    expect(stringWidth(text)).toBeLessThan(columns)
  })
})

/** Thai and Lao AM, signs before digits, letters before letters, half flags, skin tones, digits as emoji, lone surrogates. */
const MORE_THAN_INK =
  /[\u0e33\u0eb3\u0600-\u0605\u06dd\u0890\u0891\u08e2\u{110bd}\u{110cd}]|[\u0d4e\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Surrogate}|[\d#*]\ufe0f/u

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
