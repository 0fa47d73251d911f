import {describe, expect, it} from 'vitest'
import type {LookOptions} from '../../../src/ui/looks/look.ts'
import {makeCard} from '../../support/ui-cards.ts'
import {openReview} from '../../support/ui-review.ts'
import {KEYS} from '../../support/ui-terminal.ts'

const LONG = 'words that go on and on until they are broken, and then go on for one line more'

const answer = `See [the first](https://example.com/1?a=b;c) and **[the *second*](https://example.com/2)**.

- [${LONG}](https://example.com/3)
- 漢字 [漢字](https://example.com/漢) e\u0301

| a | b |
|---|---|
| [in a cell](https://example.com/4) | x |

${Array.from({length: 30}, (_, index) => `- [item ${index}](https://example.com/item/${index})`).join('\n')}`

async function shown(look: Partial<LookOptions>, columns = 60) {
  const card = makeCard('a', undefined, {content: {kind: 'basic', question: 'Links?', answer}})
  const {screen} = openReview({queue: {main: [card]}, look, size: {columns, rows: 24}})
  await screen.see('Links?')
  await screen.press(KEYS.space, 'the first')
  return screen
}

describe('links that the terminal opens', () => {
  it.each([40, 60, 120])(
    'lead from their words to their addresses in %d columns',
    async columns => {
      const screen = await shown({hyperlinks: true}, columns)
      const links = screen.links()
      const textOf = (address: string) =>
        links
          .filter(link => link.address === address)
          .map(link => link.text)
          .join(' ')
      expect(textOf('https://example.com/1?a=b;c')).toBe('the first')
      expect(textOf('https://example.com/2')).toBe('the second')
      expect(textOf('https://example.com/3')).toBe(LONG)
      expect(textOf('https://example.com/%E6%BC%A2')).toBe('漢字')
      expect(textOf('https://example.com/4')).toBe('in a cell')
      expect(screen.text()).not.toContain('https')
    },
  )

  it('are whole in what is written, however often it is drawn anew', async () => {
    const screen = await shown({hyperlinks: true})
    for (let scrolled = 1; scrolled < 15; scrolled++) {
      await screen.press('j', `${scrolled + 1}–`)
    }
    for (const [index, piece] of screen.written().split('\u001b]8;').slice(1).entries()) {
      // Opened, words and their looks without a movement of the cursor, closed.
      if (index % 2 === 0)
        expect(piece).toMatch(/^;[!-~]+(?:\P{Control}|\p{Control}\[[\d;]*m|\p{Control})*$/u)
      else expect(piece).toMatch(/^;(?:\p{Control}\\|\p{Control})/u)
      if (index % 2 === 0) expect(piece).not.toContain('\n')
    }
    for (const {address, text} of screen.links()) {
      if (address.includes('/item/')) expect(address.split('/').at(-1)).toBe(text.split(' ').at(-1))
    }
  })
})

it('where the terminal opens none, addresses are written out', async () => {
  const screen = await shown({})
  expect(screen.written()).not.toContain('\u001b]8;')
  expect(screen.text()).toContain('the first (https://example.com/1?a=b;c)')
})
