import {expect, it} from 'vitest'
import {inlineImage, showAlone} from '../../../src/ui/images/alone.ts'
import {openScreen} from '../../support/ui-terminal.ts'

it('iTerm2’s protocol, byte by byte', () => {
  expect(inlineImage(Buffer.from('abc'), 'a b.png', 20)).toBe(
    '\u001b]1337;File=name=YSBiLnBuZw==;size=3;inline=1;height=20;preserveAspectRatio=1:YWJj\u0007',
  )
})

it('an image has the screen until a key is pressed, and the screen is as before then', async () => {
  const screen = openScreen({columns: 80, rows: 24})
  const shown = showAlone(screen, {bytes: Buffer.from('abc'), name: 'a.png'})
  await screen.see('Any key goes back.')
  expect(screen.written()).toContain(inlineImage(Buffer.from('abc'), 'a.png', 22))
  expect(screen.isRestored()).toBe(false)
  screen.stdin.write('x')
  await shown
  expect(screen.isRestored()).toBe(true)
  expect(screen.hasErasedScrollback()).toBe(false)
})
