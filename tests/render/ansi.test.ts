import {stripVTControlCharacters} from 'node:util'
import fc from 'fast-check'
import {renderToString, Text} from 'ink'
import {createElement} from 'react'
import {describe, expect, it} from 'vitest'
import {NO_COLORS, STANDARD, toAnsi} from '../../src/render/ansi.ts'
import {plainText, type StyledLine} from '../../src/render/line.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'

const LINE: StyledLine = [
  {text: 'a '},
  {text: 'b', style: {bold: true, color: 'heading'}},
  {text: ' c', style: {color: 'muted'}},
  {text: 'd', style: {underline: true, color: 'link'}, href: 'https://example.com/ä;x'},
]

describe('a line for the terminal', () => {
  it('opens and closes the look of each span', () => {
    expect(toAnsi(LINE, STANDARD)).toBe(
      'a \u001b[1;36mb\u001b[22;39m\u001b[2m c\u001b[22m\u001b[4;94md\u001b[24;39m',
    )
  })

  it('keeps attributes where there are no colours', () => {
    expect(toAnsi(LINE, NO_COLORS)).toBe(
      'a \u001b[1mb\u001b[22m\u001b[2m c\u001b[22m\u001b[4md\u001b[24m',
    )
  })

  it('links where the terminal can', () => {
    expect(
      toAnsi([{text: 'd', href: 'https://example.com/ä x'}], NO_COLORS, {hyperlinks: true}),
    ).toBe('\u001b]8;;https://example.com/%C3%A4%20x\u001b\\d\u001b]8;;\u001b\\')
  })

  it('cannot be made to carry sequences of its own', () => {
    const hostile = [{text: '\u001b[2J', href: 'https://a\u001b\\\u0007'}]
    expect(toAnsi(hostile, STANDARD)).toBe('␛[2J')
    expect(toAnsi(hostile, STANDARD, {hyperlinks: true})).toBe(
      '\u001b]8;;https://a%E2%90%9B\\%E2%90%87\u001b\\␛[2J\u001b]8;;\u001b\\',
    )
  })

  it('has the same text with and without looks', () => {
    fc.assert(
      fc.property(fc.lorem({mode: 'sentences'}), text => {
        for (const line of renderMarkdown(
          `**${text}** *${text}* [x](https://a.example/${text.length})`,
          {width: 30},
        )) {
          const ansi = toAnsi(line, STANDARD, {hyperlinks: true})
          expect(stripVTControlCharacters(ansi)).toBe(plainText(line))
        }
      }),
    )
  })

  it('passes through Ink unchanged in text and place', () => {
    const source =
      '# 見出し ❤️\n\n| a | b |\n|--|--|\n| 漢字 👨‍👩‍👧 | `x` **y** |\n\n> 🇩🇪 text\n\n- [link](https://example.com)'
    const lines = renderMarkdown(source, {width: 40})
    const text = lines.map(line => toAnsi(line, STANDARD, {hyperlinks: true})).join('\n')
    const frame = renderToString(createElement(Text, {wrap: 'truncate'}, text), {columns: 40})
    const shown = stripVTControlCharacters(frame).split('\n')
    expect(shown).toEqual(lines.map(plainText))
  })
})
