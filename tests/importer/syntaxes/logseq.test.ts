import {expect, test} from 'vitest'
import {logseq} from '../../../src/importer/syntaxes/logseq.ts'
import {doc, notesIn, reading} from './read.ts'

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
