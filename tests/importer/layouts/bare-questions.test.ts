import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('no mark at all', () => {
  expect(
    cardsIn(
      'What is a bow?',
      'The front of a boat.',
      '',
      'What is a stern?',
      'The back of a boat.',
      '',
      'What is port?',
      'Left, looking forward.',
      'It is red.',
      '',
      'What is starboard?',
      'Right.',
      '',
      'What is amidships?',
      'The middle.',
    ),
  ).toEqual([
    'bare-questions',
    '1-2 | What is a bow? | The front of a boat.',
    '4-5 | What is a stern? | The back of a boat.',
    '7-9 | What is port? | Left, looking forward.\nIt is red.',
    '11-12 | What is starboard? | Right.',
    '14-15 | What is amidships? | The middle.',
  ])
})
