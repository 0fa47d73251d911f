import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {plainText} from '../../src/render/line.ts'
import {outlineOf} from '../../src/render/outline.ts'
import {stepsOf} from '../../src/render/steps.ts'

/** The points, indented by depth. */
const outline = (source: string) =>
  outlineOf(source, {width: 40}).map(({text, depth}) => '  '.repeat(depth) + text)

const covered = (source: string) => {
  const {lines} = stepsOf(source, {width: 40})
  return outlineOf(source, {width: 40}).map(({text, firstLine, endLine}) => [
    text,
    lines.slice(firstLine, endLine).map(plainText).filter(Boolean).join(' / '),
  ])
}

describe('points', () => {
  it('are headings and the bold beginnings of paragraphs and items, each with its lines', () => {
    expect(
      outlineOf(
        '## Cost\n\n**Reads.** Cheap.\n\nStill.\n\n**Writes:** dear.\n\n## Use\n\n- **Logs** grow',
        {
          width: 40,
        },
      ),
    ).toEqual([
      {kind: 'heading', text: 'Cost', depth: 0, firstLine: 0, endLine: 7},
      {kind: 'lead-in', text: 'Reads', depth: 1, firstLine: 2, endLine: 5},
      {kind: 'lead-in', text: 'Writes', depth: 1, firstLine: 6, endLine: 7},
      {kind: 'heading', text: 'Use', depth: 0, firstLine: 8, endLine: 11},
      {kind: 'lead-in', text: 'Logs', depth: 1, firstLine: 10, endLine: 11},
    ])
  })

  it('headings cover up to the next of their level or above', () => {
    expect(outline('# A\n\n### B\n\n#### C\n\n## D\n\n# E')).toEqual([
      'A',
      '  B',
      '    C',
      '  D',
      'E',
    ])
  })

  it('an item covers all that lies in it', () => {
    expect(covered('- **A**: one\n\n  two\n  - **B** three\n- four\n- **C** — five')).toEqual([
      ['A', '• A: one /   two /   ◦ B three'],
      ['B', '  ◦ B three'],
      ['C', '• C — five'],
    ])
  })

  it('a lead-in ends at a rule, and footnotes belong to no point', () => {
    expect(covered('## A\n\n**B:** c[^1]\n\n---\n\nd\n\n[^1]: **e:** f')).toEqual([
      ['A', `A / ─ / B: c[1] / ${'─'.repeat(40)} / d`],
      ['B', 'B: c[1]'],
      ['e', '[1] e: f'],
    ])
  })

  it.each<[string, readonly string[]]>([
    ['**Alone**', ['Alone']],
    ['**Isolation**: none', ['Isolation']],
    ['**Isolation** – none', ['Isolation']],
    ['**Isolation.** None', ['Isolation']],
    ['**Why?** Because', ['Why?']],
    ['**Isolation**\nnone', ['Isolation']],
    ['<b>Isolation:</b> none', ['Isolation']],
    ['✅ **Good:** fast', ['Good']],
    ['**`map`, $x^2$:** both', ['map, x²']],
    ['> **Note:** quoted', ['Note']],
    ['**Not** in this case', []],
    ['**write**-ahead', []],
    ['some **bold:** later', []],
    [`**${'long '.repeat(30)}:** text`, []],
    ['plain\n\n- list\n- list', []],
    ['', []],
  ])('%s', (source, points) => {
    expect(outline(source)).toEqual(points)
  })
})

describe('any document', () => {
  const block = fc.constantFrom(
    ...['# A', '## B', '### C', '**d:** e', '**f**', '- **g** h\n  - **i** j', '- k\n\n  **l:** m'],
    ...[
      '> ## n\n>\n> **o:** p',
      'q',
      '---',
      '```\nr\n```',
      '<p><b>s</b></p>',
      't[^1]\n\n[^1]: **u:** v',
    ],
  )

  it('points lie within one another or apart, begin with a step, and know how deep they are', () => {
    fc.assert(
      fc.property(fc.array(block, {maxLength: 8}), blocks => {
        const source = blocks.join('\n\n')
        const points = outlineOf(source, {width: 40})
        const starts = stepsOf(source, {width: 40}).steps.map(step => step.firstLine)
        for (const [index, point] of points.entries()) {
          const around = points.filter((other, at) => at < index && point.firstLine < other.endLine)
          expect(around.every(other => point.endLine <= other.endLine)).toBe(true)
          expect(point.depth).toBe(around.length)
          expect(point.endLine).toBeGreaterThan(point.firstLine)
          if (!source.includes('---')) expect(starts).toContain(point.firstLine)
        }
      }),
    )
  })
})
