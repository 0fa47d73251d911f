import {expect, test} from 'vitest'
import {diffWords} from '../../../src/core/typed-answer.ts'
import {wordDiffOf} from '../../../src/ui/plain/word-diff.ts'

type Row = readonly [expected: string, typed: string, missing: string, extra: string]

test.each<Row>([
  ['Paris', 'Paris', '', ''],
  ['Paris', 'It is Paris', '', 'It is'],
  ['It is Paris', 'Paris', 'It is', ''],
  ['It is 7.', 'It is 8.', '7.', '8.'],
  ['Foo bar baz', 'qux baz', 'Foo bar', 'qux'],
  ['Postgres is a base', 'Postgre a base', 'Postgres is', 'Postgre'],
  ['one two three', 'one three', 'two', ''],
  ['one two three four', 'two four', 'one|three', ''],
  ['the Danube', 'the Danub', 'Danube', 'Danub'],
  ['', 'something', '', 'something'],
])('of %j typed as %j, %j is missing and %j too much', (expected, typed, missing, extra) => {
  const diff = wordDiffOf(diffWords(expected, typed).spans)
  expect({missing: diff.missing.join('|'), extra: diff.extra.join('|')}).toEqual({missing, extra})
})
