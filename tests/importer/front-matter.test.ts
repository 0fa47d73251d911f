import fc from 'fast-check'
import {expect, test} from 'vitest'
import {frontMatterOf} from '../../src/importer/front-matter.ts'

test.each([
  [
    'YAML',
    ['---', 'deck: Sea::Fish', 'tags: [a, b c]', 'title: "Fish"', '---'],
    {endLine: 5, deck: 'Sea::Fish', tags: ['a', 'b-c'], title: 'Fish'},
  ],
  [
    'a list of tags, with and without #',
    ['---', 'tags:', '  - "#sea"', '  - deep/blue', '---', 'x'],
    {endLine: 5, tags: ['sea', 'deep/blue']},
  ],
  [
    'tags parted by commas',
    ['---', 'tags: demo, big car', '---'],
    {endLine: 3, tags: ['demo', 'big-car']},
  ],
  ['tags parted by blanks', ['---', 'Tags: one two', '---'], {endLine: 3, tags: ['one', 'two']}],
  ['cards-deck', ['---', 'cards-deck: A::B ', '---'], {endLine: 3, deck: 'A::B', tags: []}],
  [
    'TOML between rules',
    ['---', 'name = "Sea life"', '---'],
    {endLine: 3, deck: 'Sea life', tags: []},
  ],
  [
    'TOML',
    ['+++', 'title = "T"', 'tags = ["a"]', 'deck = "D"', '+++'],
    {endLine: 5, deck: 'D', tags: ['a'], title: 'T'},
  ],
  ['an empty block', ['---', '---', 'x'], {endLine: 2, tags: []}],
  ['dots as the end', ['---', 'k: v', '...'], {endLine: 3, tags: []}],
  ['a name that is no deck', ['---', 'name: tool', '---'], {endLine: 3, tags: []}],
])('%s', (_, lines, expected) => {
  expect(frontMatterOf(lines)).toEqual({diagnostics: [], ...expected})
})

test.each([
  ['no rule at the top', ['x', '---', 'a: b', '---']],
  ['no closing rule', ['---', 'a: b']],
  ['prose between rules', ['---', 'Some words here.', '', 'And more.', '---']],
  ['a card between rules', ['---', 'Q: a', 'A: b', '---']],
  ['a section of cards', ['---', 'Deck: A', '', '1. a', '> b', '2. c', '> d', '---']],
])('%s is no front matter', (_, lines) => {
  expect(frontMatterOf(lines)).toBeUndefined()
})

test('a broken block is reported at its line, and its lines still count', () => {
  const front = frontMatterOf(['---', 'deck: Fish', 'title: "open', 'tags:', '  - a', '---'])
  expect(front).toMatchObject({endLine: 6, deck: 'Fish', tags: ['a']})
  expect(front?.diagnostics.map(({severity, rule}) => `${severity} ${rule}`)).toEqual([
    'warning broken-front-matter',
  ])
})

test.each([
  ['YAML', ['---', 'deck: Fish', 'tags: [a', '---'], 3, 9, 'Flow sequence'],
  ['YAML with something after a text', ['---', 'a: b', 'title: "x" y', '---'], 3, 12, 'Unexpected'],
  ['TOML', ['+++', 'a = 1', 'b = "x', '+++'], 3, 5, 'unfinished string'],
  ['an alias of nothing', ['---', 'a: *b', '---'], 2, 1, 'Unresolved alias'],
])(
  'what is wrong with %s is told once, at its place in the document',
  (_, lines, line, column, what) => {
    const [problem, ...others] = frontMatterOf(lines)?.diagnostics ?? []
    expect(others).toEqual([])
    expect(problem).toMatchObject({line, column})
    expect(problem?.message).toMatch(new RegExp(`^The front matter cannot be read: ${what}`))
    expect(problem?.message).toMatch(/[^:.]\.$/)
    expect(problem?.message).not.toMatch(/line \d|column \d|Invalid TOML/)
  },
)

test('aliases that multiply without end are refused', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (const [i, name] of ['b', 'c', 'd', 'e', 'f'].entries()) {
    const last = 'abcdef'[i]
    bomb.push(`${name}: &${name} [${Array.from({length: 9}, () => `*${last}`).join(', ')}]`)
  }
  expect(frontMatterOf(['---', ...bomb, '---'])?.diagnostics).toHaveLength(1)
})

test('whatever stands between the rules, nothing is thrown', () => {
  const line = fc.constantFrom(
    'a: b',
    'tags: [',
    '- x',
    '  - y',
    '"',
    "'",
    '{',
    'k = "',
    '&a',
    '*a',
    '!!js',
    ': :',
    '\t',
    '? x',
    '|',
    '[[[[',
    'a: *a',
    'x = {y',
  )
  fc.assert(
    fc.property(fc.array(line, {maxLength: 12}), fc.constantFrom('---', '+++'), (lines, mark) => {
      const front = frontMatterOf([mark, 'k: v', ...lines, mark])
      expect(front?.endLine ?? lines.length + 3).toBe(lines.length + 3)
    }),
  )
})
