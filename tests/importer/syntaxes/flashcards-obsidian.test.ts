import {expect, test} from 'vitest'
import {flashcardsObsidian} from '../../../src/importer/syntaxes/flashcards-obsidian.ts'
import {doc, notesIn, reading} from './read.ts'

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
