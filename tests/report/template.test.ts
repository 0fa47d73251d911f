import fc from 'fast-check'
import {expect, test} from 'vitest'
import {UserError} from '../../src/core/user-error.ts'
import {fillTemplate, parseTemplate} from '../../src/report/template.ts'

const VALUES = {total: () => 12, new: () => 0, next: () => 'now', none: () => ''}
const NAMES = Object.keys(VALUES)

const fill = (text: string) => fillTemplate(parseTemplate(text, NAMES), VALUES)

test.each([
  ['{total} due', '12 due'],
  ['{new} new', '0 new'],
  ['{?{total} due}', '12 due'],
  ['{?{new} new}', ''],
  ['{?{none}}', ''],
  ['{?{new} new, {total} due}', '0 new, 12 due'],
  ['a{? b {?{new}}{?{total}}}c', 'a b 12c'],
  ['{?nothing named}', ''],
  ['{{{total}}}', '{12}'],
  ['{total}\\n{next}\\t.', '12\nnow\t.'],
  ['\\x', '\\x'],
  ['', ''],
])('%s becomes %j', (text, expected) => {
  expect(fill(text)).toBe(expected)
})

test.each<[string, string, string]>([
  ['{count}', 'names `{count}` at column 1', 'There are {total}, {new}, {next}, {none}.'],
  ['due: {', 'has a `{` that begins no name at column 6', 'Write `{{` and `}}`'],
  ['{total', 'has a `{` that begins no name at column 1', 'Write `{{` and `}}`'],
  ['a }', 'has a `}` that closes nothing at column 3', 'Write `{{` and `}}`'],
  ['{?'.repeat(50_000), 'has too many parts within parts at column 201', 'Write `{{` and `}}`'],
  ['a {?{total}', 'has a `{?` that nothing closes at column 3', 'Write `{{` and `}}`'],
])('%s is refused at its place', (text, message, hint) => {
  let error: unknown
  try {
    parseTemplate(text, NAMES)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(UserError)
  expect((error as UserError).message).toContain(message)
  expect((error as UserError).hint).toContain(hint)
})

test('any text is itself once its braces and backslashes are doubled or absent', () => {
  const plain = fc.string().map(text => text.replace(/\\/g, '/'))
  fc.assert(
    fc.property(plain, text => {
      expect(fill(text.replace(/[{}]/g, brace => brace + brace))).toBe(text)
    }),
  )
})

test('what is refused is refused as the learner’s error', () => {
  fc.assert(
    fc.property(fc.string({unit: fc.constantFrom('{', '}', '?', 'total', ' ')}), text => {
      try {
        fill(text)
      } catch (error) {
        expect(error).toBeInstanceOf(UserError)
      }
    }),
  )
})
