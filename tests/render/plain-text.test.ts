import {expect, it} from 'vitest'
import {plainTextOf} from '../../src/render/plain-text.ts'

it.each([
  ['**Write**-ahead *log*', 'Write-ahead log'],
  ['`git rebase -i`', 'git rebase -i'],
  ['# Title\n\ntext\nmore', 'Title\ntext more'],
  ['- one\n  - two\n- [x] three\n-', 'one\ntwo\nthree'],
  ['[site](https://example.com/a) $a^2$ H<sub>2</sub>O &amp;', 'site a² H₂O &'],
  ['```ts\nlet x  = 1\n```', 'let x  = 1'],
  ['$$\n\\frac{a}{b}\n$$', 'a/b'],
  ['| a | b |\n|--|--|\n| 1 | 2 |', 'a b\n1 2'],
  ['> quoted\n\n---\n\n<p>html</p>', 'quoted\nhtml'],
  ['\u001b[2Jx', '␛[2Jx'],
  ['', ''],
])('the words of %j', (source, text) => {
  expect(plainTextOf(source)).toBe(text)
})
