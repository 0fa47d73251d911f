import fc from 'fast-check'
import {expect, test} from 'vitest'
import {type CommandSpec, completionOf, fitting, type ValueSpec} from '../../src/core/completion.ts'

const value = (name: string, more: Partial<ValueSpec> = {}): ValueSpec => ({
  name,
  choices: [],
  isVariadic: false,
  ...more,
})

const command = (name: string, more: Partial<CommandSpec> = {}): CommandSpec => ({
  name,
  description: `${name} it`,
  arguments: [],
  options: [],
  commands: [],
  ...more,
})

const PROGRAM = command('ebb', {
  options: [{long: '--version', short: '-V', description: 'print it', value: undefined}],
  commands: [
    command('due', {
      arguments: [value('deck', {isVariadic: true})],
      options: [
        {long: '--json', short: undefined, description: 'print JSON', value: undefined},
        {long: '--tag', short: '-t', description: 'with a tag', value: value('tag')},
      ],
    }),
    command('rate', {
      arguments: [value('card'), value('rating', {choices: ['again', 'good']})],
      options: [
        {
          long: '--format',
          short: undefined,
          description: 'of what is printed',
          value: value('name', {choices: ['csv', 'json']}),
        },
      ],
    }),
  ],
})

test.each([
  {words: '', texts: ['due', 'rate'], place: undefined},
  {words: 'd', texts: ['due'], place: undefined},
  {words: '-', texts: ['--version'], place: undefined},
  {words: 'due ', texts: [], place: 'deck'},
  {words: 'due A ', texts: [], place: 'deck'},
  {words: 'due --', texts: ['--json', '--tag'], place: undefined},
  {words: 'due --json --', texts: ['--tag'], place: undefined},
  {words: 'due --tag ', texts: [], place: 'tag'},
  {words: 'due -t ', texts: [], place: 'tag'},
  {words: 'due --tag x ', texts: [], place: 'deck'},
  {words: 'due --tag x --tag ', texts: [], place: 'tag'},
  {words: 'due --tag=', texts: [], place: 'tag'},
  {words: 'due --tag=a ', texts: [], place: 'deck'},
  {words: 'due --json=', texts: [], place: undefined},
  {words: 'due -- --tag=', texts: [], place: 'deck'},
  {words: 'rate --format=c', texts: ['--format=csv'], place: undefined},
  {words: 'due -- --', texts: [], place: 'deck'},
  {words: 'rate ', texts: [], place: 'card'},
  {words: 'rate c g', texts: ['good'], place: undefined},
  {words: 'rate c good ', texts: [], place: undefined},
])('after “$words” come $texts and a $place', ({words, texts, place}) => {
  const all = words.split(' ')
  const current = all.pop() ?? ''
  const {candidates, value: found} = completionOf(PROGRAM, all, current)
  expect(fitting(candidates, current).map(({text}) => text)).toEqual(texts)
  expect(found?.name).toBe(place)
})

test('whatever was typed, something or nothing fits, and nothing breaks', () => {
  const word = fc.constantFrom('due', 'rate', '--', '--tag', '-t', '--json', 'x', '', '-')
  fc.assert(
    fc.property(fc.array(word), word, (before, current) => {
      for (const {text} of fitting(completionOf(PROGRAM, before, current).candidates, current)) {
        expect(text.startsWith(current)).toBe(true)
      }
    }),
  )
})
