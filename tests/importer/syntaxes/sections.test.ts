import {expect, test} from 'vitest'
import {carddown} from '../../../src/importer/syntaxes/carddown.ts'
import {definitions} from '../../../src/importer/syntaxes/definitions.ts'
import {hascard} from '../../../src/importer/syntaxes/hascard.ts'
import {inka} from '../../../src/importer/syntaxes/inka.ts'
import {mochi} from '../../../src/importer/syntaxes/mochi.ts'
import {doc, notesIn, reading} from './read.ts'

test.each([
  [
    'cards in sections only',
    doc(
      '1. no',
      '> card',
      '',
      '---',
      'Deck: Spanish',
      'Tags: verbs a1',
      '',
      '1. Infinitive of *hablo*?',
      '> hablar',
      '',
      '<!--ID:16-->',
      '2. Second',
      'line',
      '',
      '> a',
      '>',
      '> b',
      '3. Yo {tengo} dos {{c1::gatos}}.',
      '---',
      '4. no',
      '> card',
    ),
    [
      '8-9 basic: Infinitive of *hablo*? | hablar',
      '12-17 basic: Second\nline | a\n\nb',
      '18-18 cloze: Yo {tengo} dos [1:gatos].',
    ],
  ],
  [
    'braces',
    doc('---', 'Deck: a', '1. Yo {tengo} {2::dos}.', '2. nothing', '---'),
    ['3-3 cloze: Yo [1:tengo] [2:dos].'],
  ],
])('inka: %s', (_, text, notes) => {
  expect(notesIn(inka, text)).toEqual(notes)
})

test('inka: deck, tags and ids belong to the section', () => {
  const {notes} = reading(
    inka,
    doc(
      '---',
      'Deck: A',
      'Tags: x',
      '',
      '<!--ID:9-->',
      '1. a',
      '> b',
      '---',
      'prose',
      '---',
      'Deck: B',
      '',
      '1. c',
      '> d',
      '---',
    ),
  )
  expect(notes.map(({deck, tags, authorId}) => [deck, tags, authorId])).toEqual([
    ['A', ['x'], '9'],
    ['B', [], undefined],
  ])
})

test.each([
  [
    'one line',
    doc('capital of Chad : N’Djamena #flashcard #geo', 'who? : me 🧠'),
    ['1-1 basic: capital of Chad | N’Djamena', '2-2 basic: who? | me'],
  ],
  [
    'several lines',
    doc('Define entropy #flashcard #physics', 'a measure', '', 'of disorder', '- - -', 'prose'),
    ['1-4 basic: Define entropy | a measure\n\nof disorder'],
  ],
  ['both sides below the tag', doc('#flashcard', 'a', '---', 'b', '---'), ['2-4 basic: a | b']],
  ['without an end there is no card', doc('Define entropy #flashcard', 'a measure'), []],
  ['a brain without a colon is none', doc('Ohm’s law 🧠', 'x', '---'), []],
  ['marks within a sentence', doc('- 🧠 **Memory**: it learns', 'Use #flashcard here: so'), []],
  ['ignored documents', doc('@carddown-ignore', 'a : b 🧠'), []],
])('carddown: %s', (_, text, notes) => {
  expect(notesIn(carddown, text)).toEqual(notes)
})

test.each([
  [
    'definitions',
    doc('# Tin', 'a metal', '---', '# Ox', '', 'oxen'),
    ['1-2 basic: Tin | a metal', '4-6 basic: Ox | oxen'],
  ],
  [
    'one right choice',
    doc('# Pick', '- air', '* zinc', '---', '# a', 'b'),
    ['1-3 basic: Pick\n\n- air\n- zinc | zinc', '5-6 basic: a | b'],
  ],
  [
    'several right choices',
    doc('# Primes', '[*] 2', '[ ] 4', '[x] 5', '---', '# a', 'b'),
    ['1-4 basic: Primes\n\n- 2\n- 4\n- 5 | - 2\n- 5', '6-7 basic: a | b'],
  ],
  [
    'gaps',
    doc('# Fill', 'The _heart|pump_ moves _blood_, not snake_case_x.', '---', '# a', 'b'),
    [
      '1-2 cloze: Fill\n\nThe [1:heart] moves [1:blood], not snake_case_x. | heart: also pump',
      '4-5 basic: a | b',
    ],
  ],
  [
    'order',
    doc('# Order', '2. b', '1. a', '---', '# a', 'b'),
    ['1-3 basic: Order\n\n- b\n- a | 1. a\n2. b', '5-6 basic: a | b'],
  ],
  [
    'lists after text are text',
    doc('# a', 'b', '- c', '* d', '---', '# e', 'f'),
    ['1-4 basic: a | b\n- c\n* d', '6-7 basic: e | f'],
  ],
])('hascard: %s', (_, text, notes) => {
  expect(notesIn(hascard, text, 'deck.txt')).toEqual(notes)
})

test('hascard is not sure of Markdown slides', () => {
  expect(reading(hascard, doc('# One', 'text', '---', '# Two', 'more')).confidence).toBeLessThan(
    0.5,
  )
})

test.each([
  ['two sides', doc('Sign of **tin**?', '---', 'Sn'), ['1-3 basic: Sign of **tin**? | Sn']],
  [
    'unnumbered deletions are hidden together',
    doc('{{Tin}} is {{soft}}.'),
    ['1-1 cloze: [1:Tin] is [1:soft].'],
  ],
  [
    'numbered ones apart',
    doc('{{1::Tin}} is {{2::soft}}.', '---', 'A metal.'),
    ['1-3 cloze: [1:Tin] is [2:soft]. | A metal.'],
  ],
])('mochi: %s', (_, text, notes) => {
  expect(notesIn(mochi, text)).toEqual(notes)
})

test('mochi is not sure of documents with a rule', () => {
  expect(
    reading(mochi, doc('# Title', '---', 'Some text', '', '## Section', 'more')).confidence,
  ).toBeLessThan(0.5)
})

test.each([
  [
    'terms',
    doc('# Glossary', '- **tin** :: a metal', 'ox ::: bœuf'),
    ['2-2 basic: **tin** | a metal', '3-3 reversed: ox | bœuf'],
  ],
  [
    'fields and code',
    doc(
      'status:: draft',
      '[due:: today]',
      'std::vector<int> v',
      'use a::b;',
      '`a :: b`',
      'Foo::bar() calls',
      '::: tip',
      '```',
      'a :: b',
      '```',
    ),
    [],
  ],
])('definitions: %s', (_, text, notes) => {
  expect(notesIn(definitions, text)).toEqual(notes)
})
