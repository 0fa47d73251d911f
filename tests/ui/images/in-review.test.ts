import {expect, it} from 'vitest'
import {pngOf} from '../../support/png.ts'
import {makeCard} from '../../support/ui-cards.ts'
import {openReview} from '../../support/ui-review.ts'
import {KEYS} from '../../support/ui-terminal.ts'

const CELL = '\u{10eeee}'

const answer = `First words.

![A tree](tree.png)

${Array.from({length: 40}, (_, index) => `- item ${index}`).join('\n')}`

async function shown(readImage: () => Promise<Uint8Array | undefined>) {
  const card = {
    ...makeCard('a', undefined, {content: {kind: 'basic', question: 'Images?', answer}}),
    source: {path: '/notes/trees.md', line: 1},
  }
  const review = openReview({queue: {main: [card]}, images: {readImage}})
  await review.screen.see('Images?')
  await review.screen.press(KEYS.space, 'First words')
  return review.screen
}

it('an image stands in the text, scrolls with it, and is forgotten at the end', async () => {
  const screen = await shown(async () => pngOf(90, 54))
  await screen.see(CELL)
  const row = (number: string) => `${CELL}${number}\u0305${CELL.repeat(9)}`
  const rows = () =>
    screen
      .lines()
      .map(line => line.trim())
      .filter(line => line.includes(CELL))
  expect(rows()).toEqual([row('\u0305'), row('\u030d'), row('\u030e')])
  expect(screen.text()).toContain('A tree')
  const written = screen.written()
  expect(written.indexOf('\u001b_Ga=t,f=100,i=15446017')).toBeLessThan(written.indexOf(CELL))
  expect(written.indexOf('\u001b_Ga=p,U=1,i=15446017,p=1,c=10,r=3')).toBeLessThan(
    written.indexOf(CELL),
  )
  screen.forget()
  await screen.press('j', '2–')
  await screen.press('j', '3–')
  await screen.press('j', '4–')
  expect(rows()).toEqual([row('\u030d'), row('\u030e')])
  expect(screen.written()).not.toContain('\u001b_G')
  screen.type(KEYS.ctrlC)
  await screen.waitUntil('the end', screen.isRestored)
  expect(screen.written()).toContain('\u001b_Ga=d,d=I,i=15446017')
})

it('an image that cannot be read is a line that says what and where', async () => {
  const screen = await shown(async () => {
    throw new Error('no such file')
  })
  await screen.see('[image: A tree — /notes/tree.png]')
  expect(screen.written()).not.toContain('\u001b_G')
})
