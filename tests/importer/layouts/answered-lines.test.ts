import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('bare lines above labelled answers', () => {
  expect(
    cardsIn(
      'What is JSX?',
      '',
      'Answer: A syntax.',
      '',
      'What is a hook?',
      '',
      'Answer: A function.',
      'More of it.',
      '',
      'Name a hook.',
      '',
      'Answer: `useState`',
    ),
  ).toEqual([
    'answered-lines',
    '1-3 | What is JSX? | A syntax.',
    '5-8 | What is a hook? | A function.\nMore of it.',
    '10-12 | Name a hook. | `useState`',
  ])
})
