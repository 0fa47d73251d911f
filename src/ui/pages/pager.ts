import type {ActionName} from '../../core/key-actions.ts'
import {actionForKey, type Keymap, keysFor} from '../../core/keymap.ts'
import type {StyledLine} from '../../render/line.ts'
import {shownKey} from '../keys/key-names.ts'
import type {Layout, Size} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {commandOf} from '../review/commands.ts'
import {join, span, spread} from '../text/fit.ts'
import {type Scroll, topAfter} from '../text/viewport.ts'
import {bodyHeight, type Page, pageLines} from './page.ts'
import {storeOf} from './store-of.ts'

/** How a pager is left. */
export type PagerExit = 'left' | 'interrupted'

/**
 * A text that is longer than the screen, to be scrolled with the keys of the review; the space bar goes on by a page.
 *
 * @param draw The text for so many columns.
 */
export function createPager(
  draw: (width: number) => readonly StyledLine[],
  keymap: Keymap,
): Page<PagerExit> {
  const store = storeOf({top: 0})
  let drawn: {readonly width: number; readonly body: readonly StyledLine[]} | undefined
  const bodyFor = (width: number) => {
    if (drawn?.width !== width) drawn = {width, body: draw(width)}
    return drawn.body
  }
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    lines: (layout, look) =>
      pageLines(
        {
          header: [],
          body: bodyFor(layout.width),
          top: store.getState().top,
          status: [],
          footer: footerLine(keymap, layout, look),
        },
        layout,
        look,
      ),
    press: (key, layout) => {
      if (key === 'ctrl-c') return 'interrupted'
      const by = scrollFor(key, keymap)
      if (by === 'leave') return 'left'
      if (by === undefined) return undefined
      const height = bodyHeight({header: []}, layout)
      const viewport = {top: store.getState().top, height, total: bodyFor(layout.width).length}
      store.set({top: topAfter(viewport, by)})
      return undefined
    },
  }
}

function scrollFor(key: string, keymap: Keymap): Scroll | 'leave' | undefined {
  if (key === 'space') return 'page-down'
  const action = actionForKey(keymap, key, 'panel')
  if (action === undefined) return undefined
  const command = commandOf(action)
  if (command.type === 'scroll') return command.by
  return command.type === 'close' ? 'leave' : undefined
}

function footerLine(keymap: Keymap, {width}: Layout, {glyphs}: Look): StyledLine {
  const key = (names: readonly string[], does: string): readonly StyledLine[] =>
    names.length === 0 ? [] : [[span(names.join(' '), {bold: true}), span(` ${does}`, {dim: true})]]
  const named = (action: ActionName): readonly string[] => {
    const keys = keysFor(keymap, action, 'panel')
    const shortest = keys.find(name => name.length === 1) ?? keys[0]
    return shortest === undefined ? [] : [shownKey(shortest)]
  }
  const lines = key([...named('scroll-down'), ...named('scroll-up')], 'line')
  const left = join([...lines, ...key(['space'], 'page')], span(` ${glyphs.dot} `, {dim: true}))
  return spread(left, key(named('close'), 'leave').flat(), width)
}

/** All columns of the terminal but those that a text is kept off its edges by. */
export function pagerLayout({columns, rows}: Size): Layout {
  const height = Math.max(1, rows - 1)
  const margin = columns >= 60 ? 2 : columns >= 30 ? 1 : 0
  return {margin, width: Math.max(1, columns - 2 * margin), height, isRoomy: height >= 14}
}
