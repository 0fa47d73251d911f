import type {Html, Nodes, Paragraph, RootContent} from 'mdast'
import {parseMarkdown} from '../markdown/parse.ts'
import {renderCode} from './code.ts'
import {layOutList, layOutQuote, type Setting} from './containers.ts'
import {type Context, sourceOf} from './context.ts'
import {renderHeading} from './heading.ts'
import {blocksOfHtml} from './html-blocks.ts'
import {imageLines} from './image-cells.ts'
import {loneImage} from './images.ts'
import {inlineSpans} from './inline.ts'
import {type Layout, leaf, stacked} from './layout.ts'
import type {Span, Style, StyledLine} from './line.ts'
import {underMarker} from './marker.ts'
import {formatMath} from './math.ts'
import {sanitizeText} from './sanitize.ts'
import {renderTable} from './table.ts'
import {wrapSpans} from './wrap.ts'

/** Blocks nested deeper are shown as they are written. */
const MAX_DEPTH = 40

const MARKER: Style = {color: 'marker'}
const MUTED: Style = {color: 'muted'}
const NOTHING: Layout = {lines: [], places: []}

type Formula = Extract<RootContent, {type: 'math'}>

/** Blocks as lines of at most `width` columns, with a blank line between one and the next but for one after a heading. */
export function layOutBlocks(
  nodes: readonly RootContent[],
  context: Context,
  width: number,
): Layout {
  return setBlocks(nodes, context, {width, depth: 0, listDepth: 0, isTight: false})
}

function setBlocks(nodes: readonly RootContent[], context: Context, setting: Setting): Layout {
  const blocks = joinHtml(nodes)
    .map(node => ({node, layout: setBlock(node, context, setting)}))
    .filter(({layout}) => layout.lines.length > 0)
  return stacked(
    blocks.map(({layout}) => layout),
    index => blocks[index - 1]?.node.type !== 'heading' && !setting.isTight,
  )
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

function setBlock(node: RootContent, context: Context, setting: Setting): Layout {
  const {width} = setting
  if (setting.depth > MAX_DEPTH) return leaf(node, renderSource(node, context, width))
  switch (node.type) {
    case 'paragraph':
      return leaf(node, renderParagraph(node, context, width))
    case 'heading':
      return leaf(node, renderHeading(node, context, width))
    case 'list':
      return layOutList(node, context, setting, setBlocks)
    case 'blockquote':
      return layOutQuote(node, context, setting, setBlocks)
    case 'code':
      return leaf(node, renderCode(node.value, node.lang ?? '', context, width))
    case 'math':
      return layOutMath(node, context, setting)
    case 'table':
      return leaf(node, renderTable(node, context, width))
    case 'thematicBreak':
      return leaf(node, [[{text: context.glyphs.rule.repeat(width), style: MUTED}]])
    case 'html':
      return layOutHtml(node, context, setting)
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return NOTHING
    default:
      return leaf(node, renderSource(node, context, width))
  }
}

/** Words; or an image, with its name below it, where nothing else stands in the paragraph and the terminal draws images. */
function renderParagraph(
  {children}: Paragraph,
  context: Context,
  width: number,
): readonly StyledLine[] {
  const spans = () => wrapSpans(inlineSpans(children, context), width)
  const {drawImage} = context.options
  const image = drawImage && loneImage(children, context)
  const drawn = image && drawImage?.(image.url, width)
  if (!image || !drawn) return spans()
  const name = sanitizeText(image.alt).replaceAll(/\s+/g, ' ').trim()
  const caption = name === '' ? [] : wrapSpans([{text: name, style: MUTED}], width)
  return [...imageLines(drawn), ...caption]
}

/** What has no rendering of its own, as it is written. */
function renderSource(node: Nodes, context: Context, width: number): readonly StyledLine[] {
  return wrapSpans([{text: sanitizeText(sourceOf(node, context))}], width)
}

/**
 * A formula on lines of its own. One that begins beside its `$$` swallows all that follows where it also ends beside one, as
 * `$$ x` and `y $$` do: what follows is Markdown again.
 */
function layOutMath(node: Formula, context: Context, setting: Setting): Layout {
  const written = [node.meta, node.value].filter(Boolean).join('\n')
  const end = node.meta ? written.indexOf('$$') : -1
  const source = end === -1 ? written : written.slice(0, end)
  const text = context.options.ascii ? undefined : formatMath(source)
  const spans: Span[] = [{text: sanitizeText(text ?? source.trim()), style: {color: 'math'}}]
  const lines = underMarker('  ', MARKER, setting.width, room => wrapSpans(spans, room))
  const formula = leaf(node, lines)
  const after = end === -1 ? '' : written.slice(end + 2)
  if (after.trim() === '') return formula
  const inner = {...setting, depth: setting.depth + 1}
  const following = setBlocks(parseMarkdown(after).children, {...context, source: after}, inner)
  return stacked([formula, following], () => true)
}

function layOutHtml({value}: Html, context: Context, setting: Setting): Layout {
  return setBlocks(blocksOfHtml(value), context, {...setting, depth: setting.depth + 1})
}
