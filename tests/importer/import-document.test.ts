import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {isOnlyLinks} from '../../src/importer/answers/links.ts'
import {importDocument} from '../../src/importer/import-document.ts'
import {nativeParser} from '../../src/markdown/native-parser.ts'
import {remarkParser} from '../../src/markdown/remark-parser.ts'
import {readLines} from '../support/importer-read.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Pieces of every layout, of noise and of hostile text, to be thrown together. */
const PIECES = [
  '',
  ' ',
  '# Sea questions',
  '## Tides',
  '### What is a tide?',
  '### 2. Name a tide',
  '#### Q3: Why?',
  '## 第 3 题',
  '1. ### What is a hitch?',
  '**What is a bore?**',
  '**Q4.** I need a rope.',
  'Q: How?',
  'A: So.',
  '**Answer:** yes',
  '- Q1) What?',
  '  - Ans: that',
  '- **Q:** What? — **A:** That',
  '1. Where?',
  '   Here.',
  '2) There?',
  '| # | Question | Answer |',
  '|---|---|---|',
  '| 1 | What? | That |',
  '<details>',
  '<summary>Why?</summary>',
  '<summary>Answer</summary>',
  '</details>',
  '<h3 name="x">',
  'How do I?',
  '</h3>',
  '<Accordion title="When?">',
  '</Accordion>',
  ':::details Who?',
  '::: tip',
  ':::',
  '> Q: Who?',
  '??? question "Where?"',
  '    There.',
  '[Q] Which?',
  '[A] This',
  '[B] That',
  '- A: one',
  '- B: two',
  '- [x] right',
  '- [ ] wrong',
  '```js',
  '```',
  '~~~',
  '$$',
  '<!-- a comment',
  '-->',
  '---',
  '===',
  '***',
  '<br/>',
  '**[⬆ Back to Top](#toc)**',
  '[Answer](u)',
  'front :: back',
  '?',
  'Prose, and more of it.',
  '\tindented',
  '        deep',
]

const soup = fc
  .array(fc.oneof({weight: 9, arbitrary: fc.constantFrom(...PIECES)}, fc.string()), {maxLength: 60})
  .map(lines => lines.join('\n'))

test('whatever the text, it is read without a throw, and every line is accounted for once', () => {
  fc.assert(
    fc.property(soup, text => {
      const {account} = importDocument(bytesOf(text), {path: 'soup.md'})
      const lines = text.split('\n')
      const covered = account.flatMap(({line, endLine}) =>
        Array.from({length: endLine - line + 1}, (_, index) => line + index),
      )
      expect(covered).toEqual(covered.toSorted((a, b) => a - b))
      expect(new Set(covered).size).toBe(covered.length)
      const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]))
      const taken = new Set(covered)
      expect(
        filled.filter(line => !taken.has(line) && isVisible(lines[line - 1] as string)),
      ).toEqual([])
    }),
    {numRuns: 500},
  )
})

/** Control characters are repaired away, and with them lines that hold nothing else. */
const isVisible = (line: string): boolean => /[^\p{C}\s]/u.test(line)

test('whatever the text, notes stand in order, within the document, with both sides', () => {
  fc.assert(
    fc.property(soup, text => {
      const count = text.split('\n').length
      const {notes} = importDocument(bytesOf(text), {path: 'soup.md'})
      for (const [index, note] of notes.entries()) {
        expect(note.line).toBeGreaterThanOrEqual(notes[index - 1]?.line ?? 1)
        expect(note.endLine).toBeGreaterThanOrEqual(note.line)
        expect(note.endLine).toBeLessThanOrEqual(count)
        if (note.content.kind === 'basic') expect(note.content.question.trim()).not.toBe('')
      }
    }),
    {numRuns: 500},
  )
})

describe('hostile documents are read in linear time', () => {
  test.each([
    ['50,000 nested brackets', '['.repeat(50_000)],
    ['50,000 nested quotes', `${'> '.repeat(50_000)}x`],
    ['one line of 10 MB', 'what is a_b* '.repeat(800_000)],
    ['100,000 list items', '- What is a tide?\n'.repeat(100_000)],
    ['100,000 numbered lines', '1. What is a tide?\n'.repeat(100_000)],
    ['100,000 headings', '### What is a tide?\n'.repeat(100_000)],
    ['100,000 open elements', '<details><summary>Why?</summary>\n'.repeat(100_000)],
    ['50,000 unclosed fences in elements', '<details>\n```\n</details>\n'.repeat(50_000)],
    ['lists 1,000 deep', Array.from({length: 1_000}, (_, n) => `${' '.repeat(n)}- a?`).join('\n')],
    ['100,000 labels', 'Q: What?\nA: That.\n'.repeat(100_000)],
  ])(
    '%s',
    (_, text) => {
      expect(importDocument(bytesOf(text), {path: 'sea.md'}).account.length).toBeGreaterThan(0)
    },
    10_000,
  )
})

test('the user’s layout is the only one to be tried', () => {
  const lines = [
    '# Boats',
    '',
    '### Keel',
    '',
    'The spine.',
    '',
    '**Why?**',
    '',
    'To stand upright.',
  ]
  expect(readLines(lines).notes).toEqual([])
  expect(readLines(lines, 'headings').notes.map(note => note.content)).toMatchObject([
    {question: 'Keel', answer: 'The spine.\n\n**Why?**\n\nTo stand upright.'},
  ])
})

test('headings above a note are its section, front matter gives deck and tags', () => {
  const {notes, deck, tags} = readLines([
    '---',
    'deck: Sea::Tides',
    'tags: [moon]',
    '---',
    '# Sea questions',
    '## Tides',
    '### Why do tides turn?',
    'The Moon.',
    '### What is slack water?',
    'The turn.',
  ])
  expect(deck).toBe('Sea::Tides')
  expect(tags).toEqual(['moon'])
  expect(notes.map(note => [note.section, note.tags])).toEqual([
    [['Sea questions', 'Tides'], ['moon']],
    [['Sea questions', 'Tides'], ['moon']],
  ])
})

test('a question without an answer is a warning at its line, and accounted for as such', () => {
  const {diagnostics, account} = readLines([
    '# Sea questions',
    '### What is ebb?',
    'Falling water.',
    '### What is flow?',
    '### What is slack?',
    'Still water.',
  ])
  expect(diagnostics).toEqual([
    {
      line: 4,
      column: 1,
      severity: 'warning',
      rule: 'question-without-answer',
      message: 'Unexpected question without answer, expected text below it.',
    },
  ])
  expect(account).toEqual([
    {line: 1, endLine: 1, taken: 'skipped', reason: 'heading'},
    {line: 2, endLine: 3, taken: 'card', reason: 'basic'},
    {line: 4, endLine: 4, taken: 'unanswered', reason: 'question without an answer'},
    {line: 5, endLine: 6, taken: 'card', reason: 'basic'},
  ])
})

test.each([
  '[Answer](u)',
  '[[Answer]](u)',
  '![](tide.png)',
  '- [a](b)\n- [c](d)',
  'See [the answer](u).',
  'The Moon.',
  '`code`',
  '<img src="x">',
  '| a |\n|---|\n| [b](c) |',
])('both parsers judge alike whether “%s” is only links', answer => {
  const native = nativeParser()
  if (native === undefined) return
  expect(isOnlyLinks(native(answer))).toBe(isOnlyLinks(remarkParser()(answer)))
})
