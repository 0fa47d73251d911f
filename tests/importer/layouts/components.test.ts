import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('titles of components, their tags on one line or several', () => {
  expect(
    cardsIn(
      "import {Accordion} from 'x'",
      '',
      '# Billing FAQ',
      '',
      '<AccordionGroup>',
      '<Accordion title="Do credits expire?">',
      'No.',
      '',
      'They stay.',
      '</Accordion>',
      '<Accordion title="Can I get a refund?" icon="x">',
      '  Within 14 days.',
      '</Accordion>',
      '<Accordion',
      '  title="Where is my invoice?"',
      '>',
      'Under billing.',
      '</Accordion>',
      '</AccordionGroup>',
    ),
  ).toEqual([
    'components',
    '6-9 | Do credits expire? | No.\n\nThey stay.',
    '11-12 | Can I get a refund? | Within 14 days.',
    '14-17 | Where is my invoice? | Under billing.',
  ])
})
