import {expect, test} from 'vitest'
import {obsidianToAnki as o2a} from '../../../src/importer/syntaxes/obsidian-to-anki.ts'
import {doc, notesIn, reading} from './read.ts'

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
