import {expect, test} from 'vitest'
import {obsidianSpacedRepetition as osr} from '../../../src/importer/syntaxes/obsidian-spaced-repetition.ts'
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
