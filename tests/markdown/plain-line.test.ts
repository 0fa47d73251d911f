import fc from 'fast-check'
import {expect, test} from 'vitest'
import {nativeParser} from '../../src/markdown/native-parser.ts'
import {isPlainLine} from '../../src/markdown/plain-line.ts'
import {plainTreeOf} from '../../src/markdown/plain-tree.ts'
import {remarkParser} from '../../src/markdown/remark-parser.ts'

const PARSERS = {native: nativeParser() ?? remarkParser(), remark: remarkParser()}

test.each([
  'What is a forgetting curve?',
  'Why 3.5 % (and not 4), in your words: is it so?',
  'Qu’est-ce que c’est?',
  '三角形の内角の和は何度ですか。 なぜ?',
])('“%s” needs no parser', text => {
  expect(isPlainLine(text)).toBe(true)
})

test.each([
  ...[
    'What is `this`?',
    '*What*?',
    '- what is it',
    '1. what is it',
    '# What is it',
    '> what is it',
  ],
  ...[
    'see https://example.org now',
    'write to me@example.org',
    'see www.example.org now',
    'a &amp; b',
  ],
  ...[
    'What\nis it?',
    'what  ',
    ' what is it',
    '\twhat is it',
    'a $x$ b',
    'a | b',
    'what \\* is',
    '',
  ],
])('%j is left to the parser', text => {
  expect(isPlainLine(text)).toBe(false)
})

const WORD = fc.oneof(
  fc.string({minLength: 1, maxLength: 6}),
  fc.string({unit: 'grapheme', minLength: 1, maxLength: 4}),
  fc.constantFrom(
    ...[
      'what',
      'is',
      'www.a.org',
      'http://a',
      'https:',
      'mailto:a@b.c',
      'a.b',
      'é',
      '漢字',
      '1.',
      '#',
    ],
    ...[
      '-',
      '--',
      '---',
      '+',
      ':',
      '::',
      '!',
      '![',
      ')',
      '(',
      '"',
      '/',
      '//',
      'ftp://x',
      'xmpp:a@b',
    ],
  ),
)
const LINE = fc
  .tuple(fc.constantFrom('What', 'Why', 'É', '“So”', ''), fc.array(WORD, {maxLength: 8}))
  .map(([first, words]) => [first, ...words].join(' '))

test.each(Object.entries(PARSERS))(
  'a plain line is to the %s parser the very paragraph that it is taken for',
  (_, parse) => {
    fc.assert(
      fc.property(LINE, line => {
        fc.pre(isPlainLine(line))
        expect(JSON.parse(JSON.stringify(parse(line)))).toEqual(plainTreeOf(line))
      }),
      {numRuns: 2_000},
    )
  },
)
