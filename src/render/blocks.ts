import type {Blockquote, Html, List, ListItem, Nodes, RootContent} from 'mdast'
import {parseMarkdown} from '../markdown/parse.ts'
import {withAlertTitle} from './alert.ts'
import {renderCode} from './code.ts'
import {type Context, sourceOf} from './context.ts'
import {renderHeading} from './heading.ts'
import {blocksOfHtml} from './html-blocks.ts'
import {inlineSpans} from './inline.ts'
import type {Span, Style, StyledLine} from './line.ts'
import {LEAST_WIDTH, underMarker} from './marker.ts'
import {formatMath} from './math.ts'
import {sanitizeText} from './sanitize.ts'
import {renderTable} from './table.ts'
import {textWidth} from './width.ts'
import {wrapSpans} from './wrap.ts'

/** Blocks nested deeper are shown as they are written. */
const MAX_DEPTH = 40

const MARKER: Style = {color: 'marker'}
const MUTED: Style = {color: 'muted'}

type Formula = Extract<RootContent, {type: 'math'}>

/** How blocks are set: how wide, how deep within others, with blank lines between or without. */
interface Setting {
  readonly width: number
  readonly depth: number
  readonly listDepth: number
  readonly isTight: boolean
}

/** Blocks as lines of at most `width` columns, with a blank line between one and the next but for one after a heading. */
export function renderBlocks(
  nodes: readonly RootContent[],
  context: Context,
  width: number,
): readonly StyledLine[] {
  return renderAll(nodes, context, {width, depth: 0, listDepth: 0, isTight: false})
}

function renderAll(
  nodes: readonly RootContent[],
  context: Context,
  setting: Setting,
): readonly StyledLine[] {
  const lines: StyledLine[] = []
  let before: RootContent | undefined
  for (const node of joinHtml(nodes)) {
    const block = renderBlock(node, context, setting)
    if (block.length === 0) continue
    if (before !== undefined && before.type !== 'heading' && !setting.isTight) lines.push([])
    for (const line of block) lines.push(line)
    before = node
  }
  return lines
}

/** HTML with nothing but blank lines between is one fragment, so that a list keeps its items. */
function joinHtml(nodes: readonly RootContent[]): readonly RootContent[] {
  const result: RootContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'html' && last?.type === 'html') {
      result[result.length - 1] = {type: 'html', value: `${last.value}\n${node.value}`}
    } else result.push(node)
  }
  return result
}

function renderBlock(node: RootContent, context: Context, setting: Setting): readonly StyledLine[] {
  const {width} = setting
  if (setting.depth > MAX_DEPTH) return renderSource(node, context, width)
  switch (node.type) {
    case 'paragraph':
      return wrapSpans(inlineSpans(node.children, context), width)
    case 'heading':
      return renderHeading(node, context, width)
    case 'list':
      return renderList(node, context, setting)
    case 'blockquote':
      return renderQuote(node, context, setting)
    case 'code':
      return renderCode(node.value, node.lang ?? '', context, width)
    case 'math':
      return renderMath(node, context, setting)
    case 'table':
      return renderTable(node, context, width)
    case 'thematicBreak':
      return [[{text: context.glyphs.rule.repeat(width), style: MUTED}]]
    case 'html':
      return renderHtml(node, context, setting)
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return []
    default:
      return renderSource(node, context, width)
  }
}

/** What has no rendering of its own, as it is written. */
function renderSource(node: Nodes, context: Context, width: number): readonly StyledLine[] {
  return wrapSpans([{text: sanitizeText(sourceOf(node, context))}], width)
}

function renderList(list: List, context: Context, setting: Setting): readonly StyledLine[] {
  const isSpread = list.spread === true || list.children.some(item => item.spread === true)
  const first = list.start ?? 1
  const lastNumber = first + list.children.length - 1
  const digits = String(lastNumber).length
  const bullet = context.glyphs.bullets[setting.listDepth % 3] ?? '-'
  const lines: StyledLine[] = []
  for (const [index, item] of list.children.entries()) {
    const marker = list.ordered ? `${String(first + index).padStart(digits)}. ` : `${bullet} `
    if (index > 0 && isSpread) lines.push([])
    for (const line of renderItem(item, marker, context, setting)) lines.push(line)
  }
  return lines
}

function renderItem(
  item: ListItem,
  marker: string,
  context: Context,
  setting: Setting,
): readonly StyledLine[] {
  const box = item.checked === true ? '[x] ' : item.checked === false ? '[ ] ' : ''
  const inner = {
    depth: setting.depth + 1,
    listDepth: setting.listDepth + 1,
    isTight: item.spread !== true,
  }
  const boxStyle: Style = {color: item.checked ? 'good' : 'muted'}
  const content = (width: number) => renderAll(item.children, context, {...inner, width})
  const boxed = (width: number) => underMarker(box, boxStyle, width, content)
  // A box says as much as a bullet, a number says more.
  if (box !== '' && marker.includes('.')) return underMarker(marker, MARKER, setting.width, boxed)
  if (box !== '') return boxed(setting.width)
  return underMarker(marker, MARKER, setting.width, content)
}

function renderQuote(quote: Blockquote, context: Context, setting: Setting): readonly StyledLine[] {
  const bar: Span = {text: `${context.glyphs.quote} `, style: {color: 'quote'}}
  const room = setting.width - textWidth(bar.text)
  const isBarred = room >= LEAST_WIDTH
  const lines = renderAll(withAlertTitle(quote.children), context, {
    ...setting,
    width: isBarred ? room : setting.width,
    depth: setting.depth + 1,
    isTight: false,
  })
  if (!isBarred) return lines
  return lines.map(line =>
    line.length === 0 ? [{...bar, text: bar.text.trimEnd()}] : [bar, ...line],
  )
}

/**
 * A formula on lines of its own. One that begins beside its `$$` swallows all that follows where it also ends beside one, as
 * `$$ x` and `y $$` do: what follows is Markdown again.
 */
function renderMath(node: Formula, context: Context, setting: Setting): readonly StyledLine[] {
  const written = [node.meta, node.value].filter(Boolean).join('\n')
  const end = node.meta ? written.indexOf('$$') : -1
  const source = end === -1 ? written : written.slice(0, end)
  const text = context.options.ascii ? undefined : formatMath(source)
  const spans: Span[] = [{text: sanitizeText(text ?? source.trim()), style: {color: 'math'}}]
  const formula = underMarker('  ', MARKER, setting.width, room => wrapSpans(spans, room))
  const after = end === -1 ? '' : written.slice(end + 2)
  if (after.trim() === '') return formula
  const inner = {...setting, depth: setting.depth + 1}
  const following = renderAll(parseMarkdown(after).children, {...context, source: after}, inner)
  return [...formula, [], ...following]
}

function renderHtml({value}: Html, context: Context, setting: Setting): readonly StyledLine[] {
  return renderAll(blocksOfHtml(value), context, {...setting, depth: setting.depth + 1})
}
