import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('headings and paragraphs of HTML', () => {
  expect(
    cardsIn(
      '<h2>Boat FAQ</h2>',
      '',
      '<h4>1. What floats?</h4>',
      '',
      '<p>A boat.</p>',
      '',
      '<h4>2. What sinks?</h4>',
      '<p>A stone.</p>',
      '',
      '<ul><li>iron</li></ul>',
      '',
      '<h4>3. What flies?</h4>',
      '',
      '<p>A gull.</p>',
      '',
      '<h2>Contact</h2>',
      '',
      'Mail me.',
    ),
  ).toEqual([
    'html-headings',
    '3-5 | What floats? | <p>A boat.</p>',
    '7-10 | What sinks? | <p>A stone.</p>\n\n<ul><li>iron</li></ul>',
    '12-14 | What flies? | <p>A gull.</p>',
  ])
})
