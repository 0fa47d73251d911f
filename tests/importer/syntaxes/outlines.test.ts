import {expect, test} from 'vitest'
import {logseq} from '../../../src/importer/syntaxes/logseq.ts'
import {org} from '../../../src/importer/syntaxes/org.ts'
import {remnote} from '../../../src/importer/syntaxes/remnote.ts'
import {doc, notesIn, reading, sourceOf} from './read.ts'

test.each([
  [
    'properties are no text',
    doc(
      '- ## Largest moon of Saturn? #card',
      '  card-last-interval:: 4',
      '  id:: 64aa',
      '\t- Titan',
      '- other',
    ),
    ['1-4 basic: Largest moon of Saturn? | Titan'],
  ],
  [
    'the whole subtree is the answer',
    doc('- a #card', '\t- b', '\t\t- c', '\t- d', '', '- e'),
    ['1-4 basic: a | - b\n  - c\n- d'],
  ],
  ['indented by blanks', doc('Intro.', '', '- a #card #chem', '  - b'), ['3-4 basic: a | b']],
  [
    'cloze with a cue, children shown after',
    doc('- {{cloze Io}} and {{cloze Europa \\\\ ice}} #card', '\t- moons'),
    ['1-2 cloze: [1:Io] and [2:Europa?ice] | moons'],
  ],
  [
    'cloze macros in children are opened',
    doc('- a #card', '\t- uses {{cloze b}}'),
    ['1-2 basic: a | uses b'],
  ],
  [
    'page links',
    doc('- a [[card]]', '\t- b', '- #[[Card]] c', '\t- d'),
    ['1-2 basic: a | b', '3-4 basic: c | d'],
  ],
  ['#flashcard of sync plugins', doc('- a #flashcard', '\t- b'), ['1-2 basic: a | b']],
  [
    'a card inside a card',
    doc('- a #card', '\t- b #card', '\t\t- c'),
    ['1-3 basic: a | - b\n  - c', '2-3 basic: b | c'],
  ],
  ['both ways', doc('- a #card', '  direction:: <->', '\t- b'), ['1-3 reversed: a | b']],
  [
    'a fence in a block',
    doc('- a #card', '\t- ```sh', '\t  - x #card', '\t  ```', '\t- b'),
    ['1-5 basic: a | - ```sh\n  - x #card\n  ```\n- b'],
  ],
  [
    'rules at the end are no answer',
    doc('- a #card', '\t- b', '\t  ', '\t  ---'),
    ['1-2 basic: a | b'],
  ],
  [
    'code, longer tags and addresses are no references',
    doc('- a `#card`', '\t- b', '- c #cards', '\t- d', '- http://x.y/card', '\t- e #card-game'),
    [],
  ],
  ['fences', doc('```', '- a #card', '\t- b', '```'), []],
])('logseq: %s', (_, text, notes) => {
  expect(notesIn(logseq, text)).toEqual(notes)
})

test('logseq: page properties, ids, tags and sections', () => {
  const text = doc(
    'title:: Moons',
    'tags:: space, [[Solar System]]',
    'deck:: [[Sky::Moons]]',
    '',
    '- # Saturn #astro',
    '\t- a #ques #card',
    '\t  id:: 64aa',
    '\t\t- b',
    '- prompt #card',
  )
  const {deck, tags, notes, diagnostics} = reading(logseq, text)
  expect({deck, tags, unanswered: diagnostics.map(({line}) => line)}).toEqual({
    deck: 'Sky::Moons',
    tags: ['space', 'Solar-System'],
    unanswered: [9],
  })
  expect(notes[0]).toMatchObject({
    authorId: '64aa',
    section: ['Saturn'],
    tags: ['space', 'Solar-System', 'ques'],
  })
})

test.each([
  [
    'forward, backward, both',
    doc('- a >> b', '- c << d', '- e <> f'),
    ['1-1 basic: a | b', '2-2 basic: d | c', '3-3 reversed: e | f'],
  ],
  [
    'concepts and descriptors',
    doc('- Chlorophyll :: green', '    - absorbs ;; red', '- x :> y'),
    ['1-1 reversed: Chlorophyll | green', '2-2 basic: absorbs | red', '3-3 basic: x | y'],
  ],
  [
    'answers below',
    doc('- Steps >>>', '    - one', '    - two'),
    ['1-3 basic: Steps | - one\n- two'],
  ],
  [
    'choices stay on the front',
    doc('- Pick >>A)', '    - zinc', '    - air'),
    ['1-3 basic: Pick\n\n- air\n- zinc | zinc'],
  ],
  [
    'clozes with hints',
    doc('- Plants {{make}}{({verb})} {{oxygen}}{({a gas})}.'),
    ['1-1 cloze: Plants [1:make?verb] [2:oxygen?a gas].'],
  ],
  [
    'a detail is shown with the answer',
    doc('- {{Tin}} is soft', '    - Sn #[[Extra Card Detail]]'),
    ['1-1 cloze: [1:Tin] is soft | Sn'],
  ],
  [
    'code, math and marks without blanks',
    doc('- `a >> b`', '- $a >> b$', '- a>>b', '- List<List<int>>'),
    [],
  ],
])('remnote: %s', (_, text, notes) => {
  expect(notesIn(remnote, text)).toEqual(notes)
})

test.each([
  [
    'templates',
    doc('- Set {{ .Values.name }}', '- and {{#if x}}y{{/if}}', '- or {{ site.title }}'),
  ],
  [
    'a list that mentions C++ once',
    doc('- one', '- two', '- three', '- four', '- five', '- std::cout << x', '- use a << b'),
  ],
])('remnote is not sure of %s', (_, text) => {
  expect(remnote.read(sourceOf(text))?.confidence ?? 0).toBeLessThan(0.5)
})

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
