import {describe, expect, it} from 'vitest'
import {NO_COLORS} from '../../../src/render/ansi.ts'
import {highlightCode} from '../../../src/render/highlight.ts'
import {paletteNamed} from '../../../src/render/palettes.ts'
import {createDrawing} from '../../../src/ui/looks/drawing.ts'
import type {LookOptions} from '../../../src/ui/looks/look.ts'
import {makeCard} from '../../support/ui-cards.ts'

const CODE = makeCard('a', undefined, {
  content: {kind: 'basic', question: 'Q?', answer: '```js\nlet x\n```'},
})

function setUp(options: Partial<LookOptions> = {}) {
  const drawing = createDrawing(
    {color: true, ascii: false, ...options},
    {
      loadHighlight: async () => highlightCode,
      later: run => {
        queueMicrotask(run)
        return () => {}
      },
    },
  )
  const changed = () =>
    new Promise<void>(resolve => {
      const end = drawing.subscribe(() => {
        end()
        resolve()
      })
    })
  const roles = () =>
    drawing
      .getState()
      .faceLines(CODE, 'back', 40)
      .flat()
      .flatMap(({style, text}) => (style?.color === 'keyword' ? [text] : []))
  return {drawing, changed, roles}
}

describe('code', () => {
  it('is drawn plain, then in its colours, by another function', async () => {
    const {drawing, changed, roles} = setUp()
    const {faceLines, look} = drawing.getState()
    const following = changed()
    expect(roles()).toEqual([])
    await following
    expect(drawing.getState().faceLines).not.toBe(faceLines)
    expect(drawing.getState().look).toBe(look)
    expect(roles()).toEqual(['let'])
  })

  it('has bold keywords where there are no colours', async () => {
    const {changed, roles, drawing} = setUp({color: false})
    const following = changed()
    roles()
    await following
    expect(roles()).toEqual(['let'])
    expect(drawing.getState().look.palette.keyword).toEqual([1])
  })
})

describe('the background', () => {
  const LIGHT = '\u001b]11;rgb:ffff/ffff/ffff\u0007'
  const DARK = '\u001b]11;rgb:0000/0000/0000\u0007'

  it('changes the palette, and not the lines', async () => {
    const {drawing, changed} = setUp({isAskable: true, theme: 'high-contrast', colorCount: 256})
    const {faceLines} = drawing.getState()
    const following = changed()
    drawing.question?.hear(LIGHT)
    await following
    expect(drawing.getState().look.palette).toBe(
      paletteNamed('high-contrast', {background: 'light', count: 256}),
    )
    expect(drawing.getState().faceLines).toBe(faceLines)
  })

  it('is told on, for the next screen; what else the terminal says is not', () => {
    const told: string[] = []
    const {drawing} = setUp({isAskable: true, hearBackground: background => told.push(background)})
    for (const reply of ['\u001b]10;rgb:ffff/ffff/ffff\u0007', DARK, LIGHT]) {
      drawing.question?.hear(reply)
    }
    expect(told).toEqual(['dark', 'light'])
  })

  it('that is as expected changes nothing', () => {
    const {drawing} = setUp({isAskable: true})
    const state = drawing.getState()
    drawing.question?.hear(DARK)
    drawing.question?.hear('\u001b]10;rgb:ffff/ffff/ffff\u0007')
    expect(drawing.getState()).toBe(state)
  })

  it.each<[string, Partial<LookOptions>]>([
    ['where the terminal would not understand', {}],
    ['where there are no colours', {isAskable: true, color: false}],
    ['where the theme has none', {isAskable: true, theme: 'monochrome'}],
  ])('is not asked for %s', (_, options) => {
    expect(setUp(options).drawing.question).toBeUndefined()
  })
})

it('monochrome is bold, dim and underlined text', () => {
  expect(setUp({theme: 'monochrome'}).drawing.getState().look.palette).toBe(NO_COLORS)
})
