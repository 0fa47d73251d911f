import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('an FAQ section in an ordinary document', () => {
  expect(
    cardsIn(
      '# App',
      '',
      'Text.',
      '',
      '## FAQ',
      '',
      '**Is it free?** Yes, always.',
      '',
      '**Does it work offline?** Mostly.',
      'It needs the net once.',
      '',
      '**Where is my data?** On your disk.',
      '',
      '## License',
      '',
      'MIT',
    ),
  ).toEqual([
    'bold-leads',
    '7-7 | Is it free? | Yes, always.',
    '9-10 | Does it work offline? | Mostly.\nIt needs the net once.',
    '12-12 | Where is my data? | On your disk.',
  ])
})
