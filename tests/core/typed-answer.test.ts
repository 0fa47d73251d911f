import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type AnswerDiff, diffWords, suggestedRating} from '../../src/core/typed-answer.ts'
import type {TextFolding} from '../../src/core/typed-words.ts'

/** `[missing]` and `{extra}` among what is equal. */
const shown = ({spans}: AnswerDiff) =>
  spans
    .map(({kind, text}) =>
      kind === 'equal' ? text : kind === 'missing' ? `[${text}]` : `{${text}}`,
    )
    .join('')

describe('what is shown', () => {
  test.each<[string, string, string]>([
    ['a write-ahead log', 'a write-ahead log', 'a write-ahead log'],
    ['the quick brown fox', 'the quick red fox', 'the quick[ brown]{ red} fox'],
    ['the quick fox', 'the fox', 'the[ quick] fox'],
    ['the fox', 'the quick fox', 'the{ quick} fox'],
    ['fox', 'the fox', '{the }fox'],
    ['foo', 'bar', '[foo]{ bar}'],
    ['f(b)', 'f( a b)', 'f({ a }b)'],
    ['one', '', '[one]'],
    ['', 'one', '{one}'],
    ['', '', ''],
    ['one\n  two', ' one two\n', 'one\n  two'],
    ['receive it', 'recieve it', 'rec[e]i{e}ve it'],
    ['idempotent methods', 'safe idempotant methods', '{safe }idempot[e]{a}nt methods'],
    ['since 1914', 'since 1918', 'since[ 1914]{ 1918}'],
    ['HEAD~3', 'HEAD~2', 'HEAD~[3]{ 2}'],
    ['我们喜欢猫', '我们爱猫', '我们[喜欢]{爱}猫'],
    ['הקובץ סגור', 'הקובץ פתוח', 'הקובץ[ סגור]{ פתוח}'],
  ])('%j typed as %j', (expected, typed, text) => {
    expect(shown(diffWords(expected, typed))).toBe(text)
  })
})

describe('what is the same', () => {
  test.each<[string, string, TextFolding | undefined, boolean]>([
    ['HTTP', 'http', undefined, true],
    ['HTTP', 'http', {ignoreCase: false}, false],
    ['Straße', 'STRASSE', undefined, true],
    ['naïve', 'naive', undefined, false],
    ['naïve', 'naive', {ignoreDiacritics: true}, true],
    ['é', 'e\u0301', {ignoreCase: false}, true],
    ['don’t “do” – it', 'don\'t "do" - it', undefined, true],
    ['one   two', 'one\ttwo', undefined, true],
    ['Yes.', 'yes', undefined, true],
    ['a += 1', 'a -= 1', undefined, false],
    ['=>', '=>', undefined, true],
    ['...', '...', undefined, true],
    ['...', '', undefined, false],
    ['', '', undefined, true],
  ])('%j and %j with %j: %j', (expected, typed, folding, isSame) => {
    const {likeness} = diffWords(expected, typed, folding)
    expect(likeness === 1).toBe(isSame)
  })
})

describe('likeness', () => {
  test.each([
    ['one two', 'one', 6 / 9],
    ['abcd', 'abxd', 6 / 8],
    ['ab cd', 'cd ab', 4 / 8],
    ['one', 'two', 0],
    ['one', '', 0],
  ])('of %j and %j', (expected, typed, likeness) => {
    expect(diffWords(expected, typed).likeness).toBeCloseTo(likeness, 10)
  })
})

describe('the suggested rating', () => {
  test.each<[number, string]>([
    [1, 'good'],
    [0.97, 'good'],
    [0.96, 'hard'],
    [0.8, 'hard'],
    [0.79, 'again'],
    [0, 'again'],
  ])('for a likeness of %d is %s', (likeness, rating) => {
    expect(suggestedRating(likeness)).toBe(rating)
  })
})

describe('any two texts', () => {
  const word = fc.constantFrom(
    ...['one', 'two', 'three', 'throe', 'One', 'naïve', 'naive', '漢字', 'かな', '1914', '1918'],
    ...['(', ')', '.', '+', '=', 'don’t', 'שלום', '👩‍👩‍👧', '\u0301', '\ud800', 'x'.repeat(120)],
  )
  const gap = fc.constantFrom('', ' ', ' ', '\n', '  ')
  const text = fc.array(fc.tuple(gap, word), {maxLength: 14}).map(parts => parts.flat().join(''))
  const folding = fc.record({ignoreCase: fc.boolean(), ignoreDiacritics: fc.boolean()})
  const joined = ({spans}: AnswerDiff, without: string) =>
    spans.map(span => (span.kind === without ? '' : span.text)).join('')

  test('what is not extra is what was expected, what is not missing is what was typed', () => {
    fc.assert(
      fc.property(text, text, (expected, typed) => {
        const diff = diffWords(expected, typed, {ignoreCase: false})
        const bare = (value: string) => value.replace(/\s/g, '').normalize('NFC').replace(/’/g, "'")
        expect(joined(diff, 'extra')).toBe(expected.trim())
        expect(bare(joined(diff, 'missing'))).toBe(bare(typed))
      }),
      {numRuns: 1000},
    )
  })

  test('neighbouring spans differ in kind and say something', () => {
    fc.assert(
      fc.property(text, text, folding, (expected, typed, options) => {
        const {spans} = diffWords(expected, typed, options)
        for (const [index, span] of spans.entries()) {
          expect(span.text).not.toBe('')
          expect(span.kind).not.toBe(spans[index + 1]?.kind)
        }
      }),
    )
  })

  test('likeness is between 0 and 1, and 1 for a text and itself', () => {
    fc.assert(
      fc.property(text, text, folding, (expected, typed, options) => {
        const {likeness} = diffWords(expected, typed, options)
        expect(likeness).toBeGreaterThanOrEqual(0)
        expect(likeness).toBeLessThanOrEqual(1)
        expect(diffWords(expected, expected, options).likeness).toBe(1)
      }),
      {numRuns: 500},
    )
  })
})

test('texts of any length come to an end, compared as far as is worth it', () => {
  const words = Array.from({length: 5000}, (_, index) => `w${index}`)
  const expected = words.join(' ')
  const typed = words.toReversed().join(' ')
  const diff = diffWords(expected, typed)
  const rest = diff.spans.flatMap(({kind, text}) => (kind === 'extra' ? [] : [text]))
  expect(rest.join('')).toBe(expected)
  expect(diff.likeness).toBeLessThan(0.5)
})
