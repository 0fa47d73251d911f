import {expect, test} from 'vitest'
import {org} from '../../../src/importer/syntaxes/org.ts'
import {doc, notesIn, reading} from './read.ts'

test.each([
  [
    'drawers are no text',
    doc(
      '* Capital of Mali   :fc:geo:',
      ':PROPERTIES:',
      ':FC_TYPE: double',
      ':END:',
      ':REVIEW_DATA:',
      '| a | b |',
      ':END:',
      'Bamako',
      '',
      '* Other',
    ),
    ['1-8 reversed: Capital of Mali | Bamako'],
  ],
  [
    'a Back heading',
    doc('* Tin :fc:', 'Which sign?', '** Back', 'Sn'),
    ['1-4 basic: Tin\n\nWhich sign? | Sn'],
  ],
  [
    'org-fc clozes',
    doc(
      '* Moons :fc:',
      ':PROPERTIES:',
      ':FC_TYPE: cloze',
      ':END:',
      '{{Io}{a moon}@0} and {{Europa}@1}',
    ),
    ['1-5 cloze: Moons\n\n[1:Io?a moon] and [2:Europa]'],
  ],
  [
    'org-drill with a subheading',
    doc('* Item :drill:', 'SCHEDULED: <2031-01-01 Wed>', 'Which metal?', '** Answer', 'Tin.'),
    ['1-5 basic: Which metal? | Tin.'],
  ],
  [
    'org-drill clozes',
    doc('* Item :drill:', 'The [sun||star] and [[link][text]] [fn:1] [2031-01-01]'),
    ['1-2 cloze: The [1:sun?star] and [text](link) [fn:1] [2031-01-01]'],
  ],
  [
    'org-drill both ways',
    doc(
      '** Ox :drill:',
      ':PROPERTIES:',
      ':DRILL_CARD_TYPE: twosided',
      ':END:',
      '*** Sg',
      'ox',
      '*** Pl',
      'oxen',
    ),
    ['1-8 reversed: Ox | **Sg**\n\nox\n\n**Pl**\n\noxen'],
  ],
  ['headlines in source blocks', doc('#+begin_src org', '* a :fc:', 'b', '#+end_src'), []],
])('org: %s', (_, text, notes) => {
  expect(notesIn(org, text, 'deck.org')).toEqual(notes)
})

test('org: ids, tags, sections and the title', () => {
  const text = doc(
    '#+TITLE: Sky',
    '* Moons',
    '** Io? :fc:jupiter:',
    ':PROPERTIES:',
    ':ID: 9f80',
    ':END:',
    'A moon.',
  )
  const {deck, notes} = reading(org, text, 'deck.org')
  expect(deck).toBe('Sky')
  expect(notes[0]).toMatchObject({authorId: '9f80', tags: ['jupiter'], section: ['Moons']})
})
