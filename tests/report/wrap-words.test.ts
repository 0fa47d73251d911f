import {expect, test} from 'vitest'
import {wrapWords} from '../../src/report/wrap-words.ts'

test.each([
  {text: 'one two three\n', width: 7, wrapped: 'one two\nthree\n'},
  {text: 'one two three\n', width: 13, wrapped: 'one two three\n'},
  {text: 'a\nlong-word-alone b', width: 4, wrapped: 'a\nlong-word-alone\nb'},
  {text: '数学 数学', width: 8, wrapped: '数学\n数学'},
  {text: '', width: 4, wrapped: ''},
])('$text is wrapped at $width', ({text, width, wrapped}) => {
  expect(wrapWords(text, width)).toBe(wrapped)
})
