import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import stringWidth from 'string-width'
import {describe, expect, it} from 'vitest'
import {plainText} from '../../src/render/line.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'

const inline = fc.constantFrom(
  ...[
    'word',
    'another',
    'incomprehensibilities',
    ' ',
    ' ',
    '\n',
    '  \n',
    '**',
    '*',
    '_',
    '`',
    '~~',
    '$',
    '$$',
    '\\',
    '<b>',
    '</b>',
  ],
  ...[
    '<br>',
    '<T>',
    '<sub>',
    '</sub>',
    '<!--',
    '-->',
    '[',
    '](',
    ')',
    '![',
    '[^1]',
    '&amp;',
    '&#27;',
    '\\frac{',
    '}',
    '^2',
    '|',
  ],
  ...[
    '漢字',
    'かな。',
    '한국',
    '👨‍👩‍👧',
    '❤',
    '\ufe0f',
    '\u0301',
    'ำ',
    '🇩',
    '🏽',
    '\u200d',
    'שלום',
    '\u202e',
    '\u001b[31m',
    '\u009b2J',
    '\ud800',
  ],
)
const lead = fc.constantFrom(
  ...[
    '',
    '',
    '# ',
    '### ',
    '- ',
    '  - ',
    '    - ',
    '1. ',
    '99999. ',
    '> ',
    '> > ',
    '- [ ] ',
    '```ts\n',
    '```\n',
    '$$\n',
    '    ',
  ],
  ...[
    '| a | b |\n|--|:-:|\n| ',
    '[^1]: ',
    '<details>',
    '</details>',
    '<ul><li>',
    '<table><tr><td>',
    '<pre>',
    '---\n',
    '***\n',
  ],
)
const block = fc
  .tuple(lead, fc.array(inline, {maxLength: 12}))
  .map(([start, rest]) => start + rest.join(''))
const document = fc
  .tuple(fc.array(block, {maxLength: 8}), fc.constantFrom('\n', '\n\n'))
  .map(([blocks, gap]) => blocks.join(gap))
const width = fc.integer({min: 8, max: 120})

const CONTROL = /[\p{Cc}\p{Bidi_Control}]|\p{Cs}/u

function check(source: string, columns: number, ascii = false): void {
  for (const line of renderMarkdown(source, {width: columns, ascii})) {
    const text = plainText(line)
    expect(stringWidth(text)).toBeLessThanOrEqual(columns)
    expect(text).not.toMatch(CONTROL)
    for (const {href} of line) expect(href ?? '').not.toMatch(CONTROL)
  }
}

describe('any Markdown at any width', () => {
  it('fits, and has no control characters', () => {
    fc.assert(
      fc.property(document, width, fc.boolean(), (source, columns, ascii) =>
        check(source, columns, ascii),
      ),
      {numRuns: 3000},
    )
  })

  it('keeps every word of plain paragraphs and lists', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,7}$/), {minLength: 1, maxLength: 30})
    const marker = fc.constantFrom('', '- ', '> ', '## ', '1. ')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(marker, words), {minLength: 1, maxLength: 5}),
        fc.integer({min: 12, max: 80}),
        (blocks, columns) => {
          const source = blocks.map(([start, list]) => start + list.join(' ')).join('\n\n')
          const shown = renderMarkdown(source, {width: columns})
            .map(plainText)
            .join(' ')
            .match(/[a-z]+/g)
          expect(shown).toEqual(blocks.flatMap(([, list]) => list))
        },
      ),
      {numRuns: 300},
    )
  })

  it('draws nothing beyond ASCII when told so', () => {
    fc.assert(
      fc.property(document, width, (source, columns) => {
        const ascii = source.replaceAll(/[^\x20-\x7e\n]|&\w*;?|&#\d+;/gu, '')
        for (const line of renderMarkdown(ascii, {width: columns, ascii: true})) {
          expect(plainText(line)).toMatch(/^[\x20-\x7e]*$/)
        }
      }),
      {numRuns: 1000},
    )
  })

  it.each([
    ['quotes', '> '.repeat(3000)],
    ['lists', '- '.repeat(3000)],
    ['emphasis', '*a_ '.repeat(3000)],
    ['brackets', '['.repeat(3000)],
    ['emphasis within emphasis', `${'**a *b '.repeat(500)}${'* **'.repeat(500)}`],
    ['tags', '<a '.repeat(10_000)],
    ['formulas', `$${'{'.repeat(1000)}$`],
    ['skin tones', `a${'🏽'.repeat(50)}`],
  ])('hostile %s end', (_, source) => {
    check(source, 20)
  })
})

const decks = fileURLToPath(new URL('../../decks', import.meta.url))
const names = existsSync(decks) ? readdirSync(decks).filter(name => name.endsWith('.md')) : []

describe.runIf(names.length > 0)('our own decks', () => {
  it.each(names)('%s fits at every width, without tags', name => {
    const source = readFileSync(join(decks, name), 'utf8')
    for (const columns of [8, 20, 40, 80, 120]) check(source, columns)
    const text = renderMarkdown(source, {width: 80}).map(plainText).join('\n')
    expect(text).not.toMatch(/<\/?(?:details|summary|br|sub|sup|kbd|p|div)\b[^>]*>/)
  })
})
