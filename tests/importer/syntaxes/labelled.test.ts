import {expect, test} from 'vitest'
import {hashcards} from '../../../src/importer/syntaxes/hashcards.ts'
import {repeater} from '../../../src/importer/syntaxes/repeater.ts'
import {doc, notesIn, reading} from './read.ts'

test.each([
  [
    'one line each',
    doc('Q: Capital of Kenya?', 'A: Nairobi'),
    ['1-2 basic: Capital of Kenya? | Nairobi'],
  ],
  ['no blank after the colon', doc('Q:one', 'A:two'), ['1-2 basic: one | two']],
  [
    'text below the label',
    doc(
      'Q:',
      'Which gas',
      'do plants take in?',
      'A:',
      '- carbon dioxide',
      '',
      'at day',
      '',
      'Q: next',
      'A: b',
    ),
    [
      '1-7 basic: Which gas\ndo plants take in? | - carbon dioxide\n\nat day',
      '9-10 basic: next | b',
    ],
  ],
  [
    'rules part cards, indented or doubled',
    doc('Q: a', 'A: b', '  ---', '---', 'Q: c', 'A: d', '---'),
    ['1-2 basic: a | b', '5-6 basic: c | d'],
  ],
  ['four dashes are text', doc('Q: a', 'A: b', '----', 'c'), ['1-4 basic: a | b\n----\nc']],
  [
    'every deletion a sibling',
    doc('C: The [otter] eats [urchins].'),
    ['1-1 cloze: The [1:otter] eats [2:urchins].'],
  ],
  [
    'images, escapes, code and links are no deletions beside others',
    doc('C: ![x](y.png) \\[no\\] `a[0]` [site](u) and [yes]'),
    ['1-1 cloze: ![x](y.png) \\[no\\] `a[0]` [site](u) and [1:yes]'],
  ],
  [
    'a deletion inside math',
    doc('C: $a^[2]$ is a [square]'),
    ['1-1 cloze: $a^[1:2]$ is a [2:square]'],
  ],
  [
    'brackets in questions mean nothing',
    doc('Q: a[0]?', 'A: [first]'),
    ['1-2 basic: a[0]? | [first]'],
  ],
  [
    'a fence hides labels',
    doc('Q: a', 'A:', '```', 'Q: x', 'A: y', '---', '```', 'end'),
    ['1-8 basic: a | ```\nQ: x\nA: y\n---\n```\nend'],
  ],
  [
    'comments and headings before the next card are not the answer',
    doc('# Seas', 'Q: a', 'A: b', '', '<!-- part two -->', '## Rivers', '', 'Q: c', 'A: d'),
    ['2-3 basic: a | b', '8-9 basic: c | d'],
  ],
  [
    'a heading such as those above cards ends an answer',
    doc('## Seas', 'Q: a', 'A: b', '## About', 'Prose.'),
    ['2-3 basic: a | b'],
  ],
  [
    'labels elsewhere are text',
    doc('Q: a', 'A: b', '  Q: c', 'q: d', '**Q:** e'),
    ['1-5 basic: a | b\n  Q: c\nq: d\n**Q:** e'],
  ],
])('hashcards: %s', (_, text, notes) => {
  expect(notesIn(hashcards, text)).toEqual(notes)
})

test('hashcards: TOML front matter names the deck', () => {
  const {deck, notes, confidence} = reading(
    hashcards,
    doc('---', 'name = "Sea life"', '---', '', 'Q: a', 'A: b', 'C: [c] d'),
  )
  expect({deck, lines: notes.map(note => note.line), confidence}).toEqual({
    deck: 'Sea life',
    lines: [5, 7],
    confidence: 1,
  })
})

test('hashcards: questions without answer and clozes without deletion are reported', () => {
  const {notes, diagnostics, account} = reading(
    hashcards,
    doc('Q: a', 'Q: b', 'A: c', 'C: no marks', 'C: [x]'),
  )
  expect(notes.map(note => note.line)).toEqual([2, 5])
  expect(diagnostics.map(({line, rule}) => `${line} ${rule}`)).toEqual([
    '1 question-without-answer',
    '4 question-without-answer',
  ])
  expect(account.map(({line, taken}) => `${line} ${taken}`)).toEqual([
    '1 unanswered',
    '2 card',
    '4 unanswered',
    '5 card',
  ])
})

test('a document with prose around a few labels is hardly hashcards', () => {
  const prose = doc(
    '# Guide',
    'Long text.',
    '',
    'More text.',
    '',
    'Q: a',
    'A: b',
    '',
    '## Install',
    '',
    'Run it.',
    '',
    '## Use',
    'x',
  )
  expect(reading(hashcards, prose).confidence).toBeLessThan(0.5)
})

test.each([
  ['documents about the notation', doc('Write cards so:', '```', 'Q: a', 'A: b', '```')],
  ['comments', doc('<!--', 'Q: a', 'A: b', '-->')],
  ['Windows drives', doc('C:\\temp [x]', 'C:/temp [y]')],
])('hashcards and repeater find nothing in %s', (_, text) => {
  expect([notesIn(hashcards, text), notesIn(repeater, text)]).toEqual([[], []])
})

test.each([
  [
    'free text before cards and after rules is ignored',
    doc(
      'Some notes.',
      'Q: a',
      'A: b',
      '',
      'C: The [sun] is a [star]',
      '--- end',
      'free',
      'sodium :: Na',
      'status:: draft',
    ),
    ['2-3 basic: a | b', '5-5 cloze: The [1:sun] is a [star]', '8-8 basic: sodium | Na'],
  ],
  ['a second A: stays in the answer', doc('Q: a', 'A: b', 'A: c'), ['1-3 basic: a | b\nc']],
])('repeater: %s', (_, text, notes) => {
  expect(notesIn(repeater, text)).toEqual(notes)
})

test('repeater is surer than hashcards where free text stands between cards', () => {
  const text = doc(
    'Notes first.',
    'Q: a',
    'A: b',
    '---',
    'These are notes.',
    'C: a [b]',
    '---',
    'tin :: Sn',
  )
  expect(reading(repeater, text).confidence).toBeGreaterThan(reading(hashcards, text).confidence)
})
