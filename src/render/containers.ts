import type {Blockquote, List, ListItem, RootContent} from 'mdast'
import {withAlertTitle} from './alert.ts'
import type {Context} from './context.ts'
import {around, container, type Layout, stacked} from './layout.ts'
import type {Span, Style} from './line.ts'
import {LEAST_WIDTH, underMarker} from './marker.ts'
import {textWidth} from './width.ts'

const MARKER: Style = {color: 'marker'}

/** How blocks are set: how wide, how deep within others, with blank lines between or without. */
export interface Setting {
  readonly width: number
  readonly depth: number
  readonly listDepth: number
  readonly isTight: boolean
}

/** Sets the blocks within a container. */
export type SetBlocks = (
  nodes: readonly RootContent[],
  context: Context,
  setting: Setting,
) => Layout

/** A list: numbers as the author counts, bullets by depth. */
export function layOutList(
  list: List,
  context: Context,
  setting: Setting,
  setBlocks: SetBlocks,
): Layout {
  const isSpread = list.spread === true || list.children.some(item => item.spread === true)
  const first = list.start ?? 1
  const lastNumber = first + list.children.length - 1
  const digits = String(lastNumber).length
  const bullet = context.glyphs.bullets[setting.listDepth % 3] ?? '-'
  const items = list.children.map((item, index) => {
    const marker = list.ordered ? `${String(first + index).padStart(digits)}. ` : `${bullet} `
    return layOutItem(item, marker, context, setting, setBlocks)
  })
  return container(
    list,
    stacked(items, () => isSpread),
  )
}

function layOutItem(
  item: ListItem,
  marker: string,
  context: Context,
  setting: Setting,
  setBlocks: SetBlocks,
): Layout {
  const box = item.checked === true ? '[x] ' : item.checked === false ? '[ ] ' : ''
  const boxStyle: Style = {color: item.checked ? 'good' : 'muted'}
  const inner = {
    depth: setting.depth + 1,
    listDepth: setting.listDepth + 1,
    isTight: item.spread !== true,
  }
  const content = (width: number) => setBlocks(item.children, context, {...inner, width})
  const layout = around(content, render => {
    if (box === '') return underMarker(marker, MARKER, setting.width, render)
    const boxed = (width: number) => underMarker(box, boxStyle, width, render)
    // A box says as much as a bullet, a number says more.
    return marker.includes('.')
      ? underMarker(marker, MARKER, setting.width, boxed)
      : boxed(setting.width)
  })
  return container(item, layout)
}

/** A quote, with a bar at its left where there is room for one. */
export function layOutQuote(
  quote: Blockquote,
  context: Context,
  setting: Setting,
  setBlocks: SetBlocks,
): Layout {
  const bar: Span = {text: `${context.glyphs.quote} `, style: {color: 'quote'}}
  const room = setting.width - textWidth(bar.text)
  const isBarred = room >= LEAST_WIDTH
  const {lines, places} = setBlocks(withAlertTitle(quote.children), context, {
    ...setting,
    width: isBarred ? room : setting.width,
    depth: setting.depth + 1,
    isTight: false,
  })
  if (!isBarred) return container(quote, {lines, places})
  const barred = lines.map(line =>
    line.length === 0 ? [{...bar, text: bar.text.trimEnd()}] : [bar, ...line],
  )
  return container(quote, {lines: barred, places})
}
