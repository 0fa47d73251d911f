import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('wrong options and hints in any order', () => {
  expect(
    cardsIn(
      '[Q] What is a dog?',
      '[A] An animal.',
      '',
      '[Q] What is a cat?',
      '[H] It purrs.',
      '[A] Another animal.',
      '',
      '[Q] Capital of Peru?',
      '[B] Quito',
      '[A] Lima',
      '[B] La Paz',
    ),
  ).toEqual([
    'bracket-labels',
    '1-2 | What is a dog? | An animal.',
    '4-6 | What is a cat?\n\nIt purrs. | Another animal.',
    '8-11 | Capital of Peru?\n\n- Quito\n- Lima\n- La Paz | Lima',
  ])
})
