import fc from 'fast-check'
import type {Node, Parent, Root} from 'mdast'
import {describe, expect, test} from 'vitest'
import {excessOf} from '../../src/markdown/limits.ts'
import {nativeParser} from '../../src/markdown/native-parser.ts'
import {parseMarkdown, parseWith} from '../../src/markdown/parse.ts'
import {plainTreeOf} from '../../src/markdown/plain-tree.ts'
import {remarkParser} from '../../src/markdown/remark-parser.ts'

/** Type, lines and text of every node: what the importer and the renderer look at. */
function outlineOf(node: Node): unknown {
  const {type, position} = node
  const children = 'children' in node ? (node as Parent).children.map(outlineOf) : undefined
  const value = 'value' in node ? node.value : undefined
  return {type, lines: [position?.start.line, position?.end.line], value, children}
}

test('blocks carry the lines on which they stand', () => {
  const tree = parseMarkdown('# Tides\n\n- neap\n- spring\n\n| a | b |\n|---|---|\n| 1 | 2 |\n')
  expect(
    tree.children.map(node => [node.type, node.position?.start.line, node.position?.end.line]),
  ).toEqual([
    ['heading', 1, 1],
    ['list', 3, 4],
    ['table', 6, 8],
  ])
})

test.each([
  ['front matter', '---\ntitle: Moons\n---\n\n# Moons\n'],
  ['a table', '| a | b |\n| - | :-: |\n| `x` | y\\|z |\n'],
  ['math', 'Inline $a_1$ and\n\n$$\nx^2\n$$\n'],
  ['nested lists with code', '1. one\n\n   ```js\n   let a\n   ```\n\n   - deeper\n2. two\n'],
  ['a quote with lazy lines', '> first\nsecond\n>\n> third\n'],
  ['HTML blocks', '<details>\n<summary>Why?</summary>\n\nBecause.\n\n</details>\n'],
  ['task items and footnotes', '- [ ] open\n- [x] done[^1]\n\n[^1]: note\n'],
])('native and remark agree on %s', (_, text) => {
  const native = nativeParser()
  if (native === undefined) return
  expect(outlineOf(native(text))).toEqual(outlineOf(remarkParser()(text)))
})

describe('hostile texts come back without a crash, in linear time', () => {
  const deepList = Array.from({length: 1500}, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')
  test.each([
    ['50,000 opening brackets', '['.repeat(50_000)],
    ['50,000 quotes in a line', `${'> '.repeat(50_000)}x`],
    ['50,000 list items in a line', `${'- '.repeat(50_000)}x`],
    ['one line of 10 MB', 'a*b_ '.repeat(2_000_000)],
    ['100,000 list items', '- a\n'.repeat(100_000)],
    ['a list 1,500 deep', deepList],
    ['40,000 character references', '&#35;'.repeat(40_000)],
    ['50,000 links in each other', `${'[a]('.repeat(50_000)}`],
    ['50,000 open tags', '<a '.repeat(50_000)],
  ])(
    '%s',
    (_, text) => {
      expect(parseMarkdown(text).type).toBe('root')
    },
    5_000,
  )
})

test('a text beyond the limits is plain paragraphs, and the limit is named', () => {
  const deep = `${'> '.repeat(300)}x`
  expect(excessOf(deep)).toBe('containers nested too deep')
  expect(parseMarkdown(`${deep}\n\nlast`).children.map(node => node.type)).toEqual([
    'paragraph',
    'paragraph',
  ])
})

test('what a parser throws on is plain paragraphs', () => {
  const tree = parseWith(() => {
    throw new RangeError('Maximum call stack size exceeded')
  }, 'one\ntwo\n\nthree')
  expect(tree).toEqual(plainTreeOf('one\ntwo\n\nthree'))
  expect(tree.children.map(node => node.position?.end)).toEqual([
    {line: 2, column: 4, offset: 7},
    {line: 4, column: 6, offset: 14},
  ])
})

test('any text gives a tree whose nodes lie within its lines', () => {
  const line = fc.constantFrom('# a', '- b', '> c', '```', '$$', '| d |', '|-|', '', '  e', '<p>')
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string()), {maxLength: 20}), lines => {
      const tree: Root = parseMarkdown(lines.join('\n'))
      for (const node of tree.children) {
        expect(node.position?.end.line).toBeLessThanOrEqual(lines.length + 1)
      }
    }),
  )
})
