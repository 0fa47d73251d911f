import fc from 'fast-check'
import {expect, test} from 'vitest'
import {facesOf, variantsOf} from '../../../src/core/faces.ts'
import {SYNTAXES} from '../../../src/importer/syntaxes/all.ts'
import {MARKS} from './marks.ts'
import {doc, sourceOf} from './read.ts'

const soup = fc.array(fc.constantFrom(...MARKS), {maxLength: 40}).map(lines => lines.join('\n'))
const path = fc.constantFrom('a.md', 'a.txt', 'a.csv', 'a.tsv', 'a.org')

test.each(SYNTAXES.map(reader => [reader.name, reader] as const))(
  '%s never throws and accounts for every line',
  (_, reader) => {
    fc.assert(
      fc.property(soup, path, (text, name) => {
        const source = sourceOf(text, name)
        const read = reader.read(source)
        if (read === undefined) return
        const covered = read.account.flatMap(({line, endLine}) =>
          Array.from({length: endLine - line + 1}, (_item, i) => line + i),
        )
        expect(covered).toEqual([...new Set(covered)].toSorted((a, b) => a - b))
        const filled = source.lines.flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]))
        expect(filled.filter(line => !covered.includes(line))).toEqual([])
        expect(read.confidence).toBeGreaterThan(0)
        expect(read.confidence).toBeLessThanOrEqual(1)
      }),
      {numRuns: 300},
    )
  },
)

test('whatever a reader makes of a text, its notes have two sides, stand in order and inside the document', () => {
  fc.assert(
    fc.property(soup, path, (text, name) => {
      const source = sourceOf(text, name)
      for (const reader of SYNTAXES) {
        const notes = reader.read(source)?.notes ?? []
        for (const [i, {content, line, endLine}] of notes.entries()) {
          expect(line).toBeGreaterThanOrEqual(Math.max(1, notes[i - 1]?.line ?? 1))
          expect(endLine).toBeGreaterThanOrEqual(line)
          expect(endLine).toBeLessThanOrEqual(source.lines.length)
          for (const variant of variantsOf(content)) {
            const {front, back} = facesOf(content, variant)
            expect(front.trim()).not.toBe('')
            expect(back.trim()).not.toBe('')
          }
          if (content.kind !== 'cloze') continue
          let from = 0
          for (const {start, end, group} of content.deletions) {
            expect(start).toBeGreaterThanOrEqual(from)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(content.text.length)
            expect(group).toBeGreaterThanOrEqual(1)
            from = end
          }
        }
      }
    }),
    {numRuns: 500},
  )
})

test.each([
  [
    'an article',
    doc(
      '# Rivers',
      '',
      'The Nile is long: very long. See [map](x.png).',
      '',
      '## Where?',
      '',
      '- Egypt',
      '- Sudan',
      '',
      '---',
      '',
      'End.',
    ),
  ],
  [
    'a changelog',
    doc(
      '# Changelog',
      '',
      '## 1.2.0',
      '',
      '* [BUG #1](u): `a::b` fixed',
      '* Add `--x`',
      '',
      '## 1.1.0',
      '',
      'Bug fixes:',
      '',
      '* none',
    ),
  ],
  [
    'C++ notes',
    doc(
      '# Streams',
      '',
      'Use `std::cout << x`, then std::endl; and std::vector<int>.',
      '',
      '- a: `a >> b`',
      '',
      '```cpp',
      'std::cin >> x;',
      '```',
    ),
  ],
  [
    'a Jinja guide',
    doc(
      '# Templates',
      '',
      'Write {{ user.name }} and {% if x %}.',
      '',
      '- {{ a }}',
      '',
      'Then `{{c1::x}}`.',
    ),
  ],
  [
    'a wiki with properties',
    doc(
      'type:: book',
      'author:: Kim',
      '',
      '# Notes',
      '',
      'status:: read',
      '',
      '- [due:: 2031-01-01] buy',
      '',
      'It is ==very== good.',
    ),
  ],
  [
    'a page about flashcards',
    doc(
      '# Cards',
      '',
      'Tag them `#card` or `#flashcards`:',
      '',
      '```md',
      'Q: a',
      'A: b',
      '- a #card',
      '\t- b',
      'c :: d',
      '?',
      '<!--SR:!2031-01-01,1,250-->',
      'START',
      'Basic',
      'a',
      'Back: b',
      'END',
      '```',
    ),
  ],
  [
    'a readme with ornaments',
    doc(
      '# Tool',
      '',
      '- Speed: very fast ⚡️',
      '- 🧠 Memory: learns',
      '- File >> Open',
      '',
      '## 1.0',
      '',
      '[#12](https://x.y/12)',
    ),
  ],
  [
    'a page that mentions a tag',
    doc('# Setup', '', 'Every note with the tag #flashcards in it is read.', '', 'Nothing else.'),
  ],
  [
    'a page about flashcards with indented examples',
    doc(
      '# Formats',
      '',
      'As in:',
      '',
      '    Q: a',
      '    A: b',
      '',
      '    - c #card',
      '    \t- d',
      '',
      '    #flashcards',
      '    e::f',
      '    <!--SR:!2031-01-01,1,250-->',
      '',
      'or',
      '',
      '\tSTART',
      '\tBasic',
      '\tg',
      '\tBack: h',
      '\tEND',
      '',
      '    ## i',
      '    %',
      '    j',
      '',
      '    [#k](l)',
    ),
  ],
  ['slides', doc('---', 'marp: true', '---', '# One', '', '- a', '', '---', '', '# Two', '', 'b')],
  ['a to-do list', doc('# Today', '', '- [ ] call {Kim}', '- [x] cards?', '- a - b')],
  [
    'a FAQ with one label',
    doc(
      '# Tool',
      '',
      'It does things.',
      '',
      '## FAQ',
      '',
      'Q: Why?',
      'A: Because.',
      '',
      '## License',
      '',
      'MIT',
    ),
  ],
])('no notation is sure of %s', (_, text) => {
  const sure = SYNTAXES.filter(reader => (reader.read(sourceOf(text))?.confidence ?? 0) >= 0.5)
  expect(sure.map(reader => reader.name)).toEqual([])
})
