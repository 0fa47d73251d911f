import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {plainText} from '../../src/render/line.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'
import {stepsOf} from '../../src/render/steps.ts'

/** What each press of the key would show: the kind of the step, then its lines. */
const reveal = (source: string, width = 30) => {
  const {lines, steps} = stepsOf(source, {width})
  return steps.map(({kind, firstLine, endLine}) => [
    kind,
    ...lines.slice(firstLine, endLine).map(plainText),
  ])
}

describe('steps', () => {
  it('nothing has none', () => {
    expect(stepsOf('', {width: 30})).toEqual({lines: [], steps: []})
  })

  it('are counted in lines, blank ones left between', () => {
    expect(stepsOf('# One\n\ntwo\n\n- three\n- four', {width: 30}).steps).toEqual([
      {kind: 'heading', firstLine: 0, endLine: 2},
      {kind: 'paragraph', firstLine: 2, endLine: 3},
      {kind: 'item', firstLine: 4, endLine: 5},
      {kind: 'item', firstLine: 5, endLine: 6},
    ])
  })

  it('nested items are steps of their own, and so is what else an item holds', () => {
    expect(reveal('1. one\n\n   more\n\n   ```\n   a\n   b\n   ```\n\n   - deep\n2. two')).toEqual([
      ['item', '1. one'],
      ['paragraph', '   more'],
      ['code', '   ┆ a', '   ┆ b'],
      ['item', '   ◦ deep'],
      ['item', '2. two'],
    ])
  })

  it('an item that begins with something else than text is one step with it', () => {
    expect(reveal('- - a\n  - b\n- ```\n  code\n  ```\n-\n- [ ] c')).toEqual([
      ['item', '• ◦ a'],
      ['item', '  ◦ b'],
      ['item', '• ┆ code'],
      ['item', '•'],
      ['item', '[ ] c'],
    ])
  })

  it('code, tables and formulas are one step each', () => {
    expect(reveal('```ts\na\n\nb\n```\n\n| a |\n|-|\n| 1 |\n| 2 |\n\n$$\nx\n$$')).toEqual([
      ['code', '── ts', '┆ a', '┆ ', '┆ b'],
      ['table', 'a', '─', '1', '2'],
      ['formula', '  x'],
    ])
  })

  it('quotes and HTML are taken apart', () => {
    expect(reveal('> a\n>\n> - b\n> - c\n\n<ul><li>d<li>e</ul>')).toEqual([
      ['paragraph', '│ a'],
      ['item', '│ • b'],
      ['item', '│ • c'],
      ['item', '• d'],
      ['item', '• e'],
    ])
  })

  it('a rule comes with what follows it, the last one with what is before', () => {
    expect(reveal('---\n\na\n\n---', 8)).toEqual([
      ['paragraph', '────────', '', 'a', '', '────────'],
    ])
    expect(reveal('---', 8)).toEqual([['rule', '────────']])
  })

  it('footnotes come last', () => {
    expect(reveal('a[^1]\n\n[^1]: note\n\n    more')).toEqual([
      ['paragraph', 'a[1]'],
      ['footnote', '[1] note'],
      ['paragraph', '    more'],
    ])
  })

  it('a marker that stands above its text is shown with it', () => {
    expect(reveal('100000. x\n100001. y', 8)).toEqual([
      ['item', '100000.', 'x'],
      ['item', '100001.', 'y'],
    ])
  })
})

describe('any document', () => {
  const start = fc.constantFrom(
    ...[
      '',
      '',
      '# ',
      '- ',
      '  - ',
      '    - ',
      '1. ',
      '> ',
      '> - ',
      '---\n',
      '```\n',
      '| a |\n|-|\n| ',
    ],
    ...['$$\n', '<ul><li>', '<details>', '</details>', '[^1]: ', '-\n', '***'],
  )
  const text = fc.constantFrom(
    'word',
    'a b c d e f g h i j k',
    '',
    '**x** y',
    '[^1]',
    '<br>',
    '```',
  )
  const document = fc
    .array(
      fc.tuple(start, text, fc.constantFrom('\n', '\n\n')).map(parts => parts.join('')),
      {maxLength: 10},
    )
    .map(blocks => blocks.join(''))

  it('is rendered as without steps, and every line with words is in exactly one step', () => {
    fc.assert(
      fc.property(document, fc.integer({min: 8, max: 60}), (source, width) => {
        const {lines, steps} = stepsOf(source, {width})
        expect(lines).toEqual(renderMarkdown(source, {width}))
        let shown = 0
        for (const {firstLine, endLine} of steps) {
          expect(firstLine).toBeGreaterThanOrEqual(shown)
          expect(endLine).toBeGreaterThan(firstLine)
          for (const between of lines.slice(shown, firstLine)) {
            expect(plainText(between)).toMatch(/^[│ ]*$/)
          }
          shown = endLine
        }
        expect(shown).toBe(lines.length)
      }),
      {numRuns: 1500},
    )
  })
})
