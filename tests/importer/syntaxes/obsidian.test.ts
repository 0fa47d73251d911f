import {expect, test} from 'vitest'
import {flashcardsObsidian} from '../../../src/importer/syntaxes/flashcards-obsidian.ts'
import {obsidianSpacedRepetition as osr} from '../../../src/importer/syntaxes/obsidian-spaced-repetition.ts'
import {obsidianToAnki as o2a} from '../../../src/importer/syntaxes/obsidian-to-anki.ts'
import {doc, notesIn, reading} from './read.ts'

const TAG = '#flashcards/rivers'

test.each([
  ['single line', doc(TAG, '', 'longest :: Nile'), ['3-3 basic: longest | Nile']],
  [
    'without blanks, with a schedule',
    doc('Seine?::Paris', '<!--SR:!2031-02-11,12,250-->'),
    ['1-1 basic: Seine? | Paris'],
  ],
  [
    'schedule on the same line',
    doc('Seine?::Paris <!--SR:!2031-02-11,12,250-->'),
    ['1-1 basic: Seine? | Paris'],
  ],
  ['reversed', doc(TAG, 'left ::: right'), ['2-2 reversed: left | right']],
  [
    'list bullets are dropped',
    doc(TAG, '- a :: b', '1. c::d'),
    ['2-2 basic: a | b', '3-3 basic: c | d'],
  ],
  [
    'several lines',
    doc(TAG, '', 'Two', 'noble gases', '?', 'helium', 'neon', '<!--SR:!2031-03-01,30,270-->'),
    ['3-7 basic: Two\nnoble gases | helium\nneon'],
  ],
  ['several lines reversed', doc(TAG, '', 'a', '??', 'b'), ['3-5 reversed: a | b']],
  ['a heading above is a section', doc(TAG, '## Gases', 'a', '?', 'b'), ['3-5 basic: a | b']],
  [
    'a heading may be the prompt',
    doc(TAG, '', '## What is tin?', '?', 'a metal'),
    ['3-5 basic: What is tin? | a metal'],
  ],
  [
    'a fence in the answer keeps its blank lines',
    doc(TAG, '', 'How?', '?', '```sh', 'a :: b', '', 'c', '```', '', 'prose'),
    ['3-9 basic: How? | ```sh\na :: b\n\nc\n```'],
  ],
  [
    'cloze: one sibling a deletion',
    doc(TAG, '', 'The ==Rhine== flows', 'through ==Basel==.', '', 'prose'),
    ['3-4 cloze: The [1:Rhine] flows\nthrough [2:Basel].'],
  ],
  [
    'cloze: numbers and hints',
    doc(TAG, '', '==1;;a== ==1;;b;;hint== ==c==^[other]'),
    ['3-3 cloze: [1:a] [1:b?hint] [2:c?other]'],
  ],
  [
    'cards without a blank line between',
    doc('a -> b', '<!--SR:!2031-02-11,1,250-->', 'c -> d', '<!--SR:!2031-02-11,1,250-->'),
    ['1-1 basic: a | b', '3-3 basic: c | d'],
  ],
  [
    'a vault with its own cloze marks',
    doc('{@{Tin}@} melts at {@{232 °C}@}. <!--SR:!2031-02-11,1,250!2031-02-11,1,250-->'),
    ['1-1 cloze: [1:Tin] melts at [2:232 °C].'],
  ],
  [
    'code and math are no marks',
    doc(TAG, '', '`std::vector`', '', '$a::b$', '', '`a == b == c`'),
    [],
  ],
  [
    'front matter tag',
    doc('---', 'tags: [flashcards/rivers]', '---', 'a::b'),
    ['4-4 basic: a | b'],
  ],
  [
    'Dataview fields are not cards',
    doc(TAG, 'status:: draft', 'source:: a book', 'tin :: Sn'),
    ['4-4 basic: tin | Sn'],
  ],
  ['block ids are dropped', doc(TAG, 'a::b ^ab12'), ['2-2 basic: a | b']],
  [
    'an answer goes on to its schedule',
    doc(TAG, 'q', '?', 'one', '', 'two', '<!--SR:!2031-02-11,1,250-->'),
    ['2-6 basic: q | one\n\ntwo'],
  ],
])('obsidian-spaced-repetition: %s', (_, text, notes) => {
  expect(notesIn(osr, text)).toEqual(notes)
})

test.each([
  ['without tag or schedule, separators and highlights', doc('a :: b', '', 'so ==very== so')],
  ['a lone ? in prose', doc('# No idea', '?', '', 'text', '', '?')],
  [
    'a document about it',
    doc('Use tags:', '```', '#flashcards', 'a::b', '<!--SR:!2031-02-11,1,250-->', '```'),
  ],
])('obsidian-spaced-repetition finds nothing in %s', (_, text) => {
  expect(notesIn(osr, text)).toEqual([])
})

test('obsidian-spaced-repetition: tags name decks, the one at the start of a card for it alone', () => {
  const text = doc(
    '---',
    'tags:',
    '  - flashcards/Law',
    '  - uni',
    '---',
    'a::b',
    '#flashcards/Art/Old c::d',
    'e::f',
    '',
    '#flashcards/Sea',
    'g::h',
  )
  const {deck, tags, notes} = reading(osr, text)
  expect({deck, tags, decks: notes.map(note => note.deck)}).toEqual({
    deck: 'Law',
    tags: ['uni'],
    decks: ['Law', 'Art::Old', 'Law', 'Sea'],
  })
})

test.each([
  [
    'a block with id and tags',
    doc(
      'START',
      'Basic',
      'What makes ATP?',
      'Back: The mitochondrion.',
      'Really.',
      'Tags: cell energy',
      '<!--ID: 1600000000001-->',
      'END',
    ),
    ['3-5 basic: What makes ATP? | The mitochondrion.\nReally.'],
  ],
  [
    'the answer below its label',
    doc('START', 'Basic', '', 'a', '', 'Back:', '- b', '', '- c', 'END'),
    ['4-9 basic: a | - b\n\n- c'],
  ],
  [
    'reversed',
    doc('START', 'Basic (and reversed card)', 'a', 'Back: b', 'END'),
    ['3-4 reversed: a | b'],
  ],
  [
    'curly clozes numbered in order',
    doc('START', 'Cloze', '{Ribosomes} read {2:mRNA} and {c2|codons}.', 'END'),
    ['3-3 cloze: [1:Ribosomes] read [2:mRNA] and [2:codons].'],
  ],
  [
    'Anki clozes',
    doc('START', 'Cloze', 'Text: {{c1::a::h}} {{c2::b}}', 'Extra: more', 'END'),
    ['3-4 cloze: [1:a?h] [2:b] | more'],
  ],
  [
    'braces in math are no clozes',
    doc('START', 'Cloze', '$\\frac{1}{2}$ is a {half}', 'END'),
    ['3-3 cloze: $\\frac{1}{2}$ is a [1:half]'],
  ],
  [
    'markers of another vault',
    doc(
      '%%ANKI',
      'Basic',
      'a',
      'Back: b',
      'END%%',
      '',
      'START_CARD',
      'Basic',
      'c',
      'Back: d',
      'END_CARD',
    ),
    ['3-4 basic: a | b', '9-10 basic: c | d'],
  ],
  [
    'own note types by their fields',
    doc('START', 'Geography', 'Lake Chad', 'Country: Chad', 'Back: a lake', 'END'),
    ['3-5 basic: Lake Chad | **Country:** Chad\n\na lake'],
  ],
  [
    'inline',
    doc('- STARTI [Basic] Plural of ox? Back: oxen Tags: en ID: 1600000000002 ENDI'),
    ['1-1 basic: Plural of ox? | oxen'],
  ],
  [
    'rules, headings and fences inside fields',
    doc('START', 'Basic', 'a', 'Back:', '## b', '---', '```', 'END', 'Back: c', '```', 'END'),
    ['3-10 basic: a | ## b\n---\n```\nEND\nBack: c\n```'],
  ],
])('obsidian-to-anki: %s', (_, text, notes) => {
  expect(notesIn(o2a, text)).toEqual(notes)
})

test.each([
  [
    'a separator',
    doc('When? ;; Never. = #x/y', '<!--ID: 1758253289561-->'),
    ['1-1 basic: When? | Never.'],
  ],
  [
    'a tag',
    doc(
      'Prose.',
      '',
      '### How? #flashcard',
      'So.',
      '',
      '1. a',
      '<!--ID: 1758253289561-->',
      '',
      '#### Next #flashcard',
      'b',
      '<!--ID: 1758253289562-->',
    ),
    ['3-6 basic: How? | So.\n\n1. a', '9-10 basic: Next | b'],
  ],
  ['labels', doc('Q: a', 'A: b', '<!--ID: 1758253289561-->'), ['1-2 basic: a | b']],
  [
    'nothing above',
    doc('<!--ID: 1758253289561-->', '', 'text', '---', 'more', '<!--ID: 1758253289562-->'),
    [],
  ],
])('obsidian-to-anki: an id below a card of the author’s own style, %s', (_, text, notes) => {
  expect(notesIn(o2a, text)).toEqual(notes)
})

test('obsidian-to-anki: deck, tags and ids', () => {
  const text = doc(
    'TARGET DECK: Bio::Cells',
    'FILE TAGS: exam',
    '',
    'START',
    'Basic',
    'a',
    'Back: b',
    'Tags: x',
    'ID: 1600000000001',
    'END',
    'STARTI [Basic] c Back: d Tags: y ID: 16 ENDI',
  )
  const {deck, notes} = reading(o2a, text)
  expect(deck).toBe('Bio::Cells')
  expect(notes.map(({tags, authorId}) => [tags, authorId])).toEqual([
    [['exam', 'x'], '1600000000001'],
    [['exam', 'y'], '16'],
  ])
})

test.each([
  [
    'a document about it',
    doc(
      'Blocks:',
      '```',
      'START',
      'Basic',
      'a',
      'Back: b',
      'END',
      '```',
      '`STARTI [Basic] a Back: b ENDI`',
    ),
  ],
  ['START and END of something else', doc('START', 'the engine', 'END')],
])('obsidian-to-anki finds nothing in %s', (_, text) => {
  expect(notesIn(o2a, text)).toEqual([])
})

test.each([
  [
    'a heading with its section',
    doc('## What bends light? #card #exam', '', 'Glass.', '', '- water', '', '## Next', 'x'),
    ['1-5 basic: What bends light? | Glass.\n\n- water'],
  ],
  [
    'a line and the paragraph below',
    doc('Who?', 'And where? #card', 'Newton.', '', 'Prose.'),
    ['1-3 basic: Who?\nAnd where? | Newton.'],
  ],
  [
    'the tag alone, between blank lines',
    doc('Unit of power?', '', '#card-reverse', '', 'watt', '', 'Yes.', '', '^1600000000002'),
    ['1-7 reversed: Unit of power? | watt\n\nYes.'],
  ],
  [
    'the id ends a card',
    doc('a #card', 'b', '^1600000000003', 'c #Card', 'd'),
    ['1-2 basic: a | b', '4-5 basic: c | d'],
  ],
  ['a rule is no answer', doc('### a #card', 'b', '', '---', '## c'), ['1-2 basic: a | b']],
  [
    'inline with ids',
    doc('c :: 3e8 m/s ^1600000000003', '- d ::: e', '^1600000000004'),
    ['1-1 basic: c | 3e8 m/s', '2-2 reversed: d | e'],
  ],
  [
    'clozes where the note is a deck',
    doc(
      '---',
      'cards-deck: Eye',
      '---',
      'The {1:cornea} and the ==lens==.',
      '`{x}` $\\frac{a}{b}$',
    ),
    ['4-4 cloze: The [1:cornea] and the [2:lens].'],
  ],
  ['the tag in code is none', doc('`a #card`', 'b', '', '```', 'c #card', 'd', '```'), []],
  ['outlines are Logseq’s', doc('- a #card', '\t- b'), []],
])('flashcards-obsidian: %s', (_, text, notes) => {
  expect(notesIn(flashcardsObsidian, text)).toEqual(notes)
})

test('flashcards-obsidian: deck, tags and ids', () => {
  const {deck, notes} = reading(
    flashcardsObsidian,
    doc(
      '---',
      'cards-deck: Physics::Optics',
      'tags: light',
      '---',
      '## a #card #exam',
      'b',
      '^1600000000001',
    ),
  )
  expect(deck).toBe('Physics::Optics')
  expect(notes.map(({tags, authorId}) => [tags, authorId])).toEqual([
    [['light', 'exam'], '1600000000001'],
  ])
})

test('flashcards-obsidian: a prompt without answer is reported', () => {
  expect(
    reading(flashcardsObsidian, doc('## a #card-spaced', 'b', '## c #card', 'd')).diagnostics.map(
      ({line}) => line,
    ),
  ).toEqual([1])
})
