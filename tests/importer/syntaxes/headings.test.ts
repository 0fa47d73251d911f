import {expect, test} from 'vitest'
import {ankdown} from '../../../src/importer/syntaxes/ankdown.ts'
import {gocard} from '../../../src/importer/syntaxes/gocard.ts'
import {md2apkg} from '../../../src/importer/syntaxes/md2apkg.ts'
import {mdanki} from '../../../src/importer/syntaxes/mdanki.ts'
import {doc, notesIn, reading, sourceOf} from './read.ts'

test.each([
  [
    'tag lines are no answer',
    doc('# Deck', '## Front', 'back', '', '[#topic](./x.md) [#other]()', '', '## Next', 'b'),
    ['2-3 basic: Front | back', '7-8 basic: Next | b'],
  ],
  [
    '% moves the split',
    doc('## Front', 'more', '%', 'back', '### deeper', 'c'),
    ['1-6 basic: Front\n\nmore | back\n### deeper\nc'],
  ],
  [
    'card ids',
    doc('## Front', '<!-- notecardId: 123 -->', '', 'back'),
    ['1-4 basic: Front | back'],
  ],
  [
    'clozes in headings',
    doc('## {{c1::Tin}} is soft', '<!-- notecardId=1 -->', 'Sn'),
    ['1-3 cloze: [1:Tin] is soft | Sn'],
  ],
  [
    'fences hide headings and %',
    doc('[#a]()', '## a', '```', '## b', '%', '```'),
    ['2-6 basic: a | ```\n## b\n%\n```'],
  ],
  ['without marks it is any document', doc('# T', '## a', 'b'), []],
])('mdanki: %s', (_, text, notes) => {
  expect(notesIn(mdanki, text)).toEqual(notes)
})

test('mdanki: title, tags and ids', () => {
  const {deck, notes} = reading(
    mdanki,
    doc('# Deck', '## a', '<!-- notecardId: 7 -->', 'b', '[#x](y) [#z]()'),
  )
  expect({deck, tags: notes[0]?.tags, id: notes[0]?.authorId}).toEqual({
    deck: 'Deck',
    tags: ['x', 'z'],
    id: '7',
  })
})

test.each([
  [
    'front, back, tags',
    doc('a', '%', 'b', '', 'c', '%', 'x, y', '---', 'd', '%', 'e'),
    ['1-5 basic: a | b\n\nc', '9-11 basic: d | e'],
  ],
  [
    'more fields belong to the answer',
    doc('a', '%', 'b', '%', 'It is so. Really?'),
    ['1-5 basic: a | b\n\nIt is so. Really?'],
  ],
])('ankdown: %s', (_, text, notes) => {
  expect(notesIn(ankdown, text)).toEqual(notes)
})

test('ankdown and mdanki agree on who reads a document', () => {
  const cards = doc('a', '%', 'b', '---', 'c', '%', 'd')
  const headings = doc('## a', 'x', '%', 'b', '', '## c', 'd')
  expect(mdanki.read(sourceOf(cards))).toBeUndefined()
  expect(reading(mdanki, headings).confidence).toBeGreaterThan(
    reading(ankdown, headings).confidence,
  )
})

test.each([
  [
    'every heading with a body',
    doc(
      'Title',
      '=====',
      '<!-- md2apkg ignore-card -->',
      '# One',
      '',
      'text',
      '',
      '## Two',
      '',
      '## Three',
      'more',
      '<!-- md2apkg split -->',
      'back',
    ),
    ['4-6 basic: One | text', '10-13 basic: Three\n\nmore | back'],
  ],
  ['comments in code are none', doc('```', '<!-- md2apkg split -->', '```', '# a', 'b'), []],
])('md2apkg: %s', (_, text, notes) => {
  expect(notesIn(md2apkg, text)).toEqual(notes)
})

test('gocard: question and answer under their headings', () => {
  const text = doc(
    '---',
    'tags: [x]',
    'review_interval: 3',
    '---',
    '# Tin',
    '',
    '## Question',
    '',
    'Which sign?',
    '',
    '## Answer',
    '',
    'Sn',
  )
  expect(notesIn(gocard, text)).toEqual(['9-13 basic: Which sign? | Sn'])
})
