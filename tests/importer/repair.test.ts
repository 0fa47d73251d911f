import {expect, test} from 'vitest'
import {repairFences} from '../../src/importer/repair.ts'

const questions = [
  '## 1. What is a slot?',
  '',
  'A hole.',
  '',
  '## 2. What is a pin?',
  '',
  'A leg.',
  '',
]

const repaired = (lines: readonly string[]) => {
  const result = repairFences(lines)
  return {lines: result.lines, at: result.diagnostics.map(({line, rule}) => `${line} ${rule}`)}
}

test('a fence that is never closed ends before the next question', () => {
  const lines = [...questions, '## 3. How?', '', '```js', 'run()', '', '## 4. Why?', '', 'So.']
  const closed = [...lines.slice(0, 12), '```', ...lines.slice(13)]
  expect(repaired(lines)).toEqual({lines: closed, at: ['11 unclosed-fence']})
})

test('a fence that another opening fence follows was never closed either', () => {
  const lines = [...questions, '~~~', 'x', '', '## 3. How?', '', '~~~js', 'run()', '~~~']
  expect(repaired(lines).at).toEqual(['9 unclosed-fence'])
  expect(repaired(lines).lines[10]).toBe('~~~')
})

test('a fence ends before the next container', () => {
  const box = ['<details title="x">', 'a', '</details>', '']
  const lines = [
    ...box,
    ...box,
    '<details title="y">',
    '```js',
    'run()',
    '</details>',
    '',
    ...box,
    '```js',
    'x',
    '```',
  ]
  expect(repaired(lines).at).toEqual(['10 unclosed-fence'])
})

test.each([
  ['closed fences', [...questions, '```sh', '# install', '', '## 3. Run', '```']],
  [
    'comments of a shell script in an open fence',
    [...questions, '```sh', '', '# install it', 'make', '', '# 3 times'],
  ],
  [
    'Markdown shown in a fence',
    [...questions, '```md', '', '## 3. What?', '', '```js', 'x', '```'],
  ],
  [
    'a longer fence around others',
    [...questions, '````', '', '## 3. What?', '', '```js', 'x', '```', '````'],
  ],
  ['a heading unlike the questions', [...questions, '```', 'x', '', '#### Notes', '']],
  ['documents without fences', questions],
])('nothing is certain about %s', (_, lines) => {
  const result = repairFences(lines)
  expect(result.lines).toBe(lines)
  expect(result.diagnostics).toEqual([])
})
