import type {Paragraph, PhrasingContent} from 'mdast'
import type {Context, RenderOptions} from './context.ts'
import {foldInlineHtml} from './html-inline.ts'
import {inlineSpans} from './inline.ts'
import type {Place} from './layout.ts'
import {plainText} from './line.ts'
import {layOutMarkdown} from './markdown.ts'
import {textOf, textOfAll} from './node-text.ts'

/** A point that an answer makes, to be recalled and ticked off. */
export interface OutlinePoint {
  readonly kind: 'heading' | 'lead-in'
  /** One line without markup and without the colon or full stop at its end; never empty. */
  readonly text: string
  /** How many points it lies in. */
  readonly depth: number
  /** The lines that it covers, counted from 0 as `renderMarkdown` gives them, the end not included. */
  readonly firstLine: number
  readonly endLine: number
}

/**
 * The headings of an answer and the bold words with which its paragraphs and list items begin, in order. A heading covers what
 * stands below it up to the next one of its level or a higher one; a paragraph’s lead-in up to the next lead-in, heading or rule
 * beside it; an item’s lead-in the rest of the item. Empty where the author set no such marks: then its steps are its points.
 */
export function outlineOf(source: string, options: RenderOptions): readonly OutlinePoint[] {
  const {places, context} = layOutMarkdown(source, options)
  const points: OutlinePoint[] = []
  addPoints(points, places, context, undefined)
  return points
}

/** Of a lead-in; headings have 1 to 6. The lower the rank, the more it covers. */
const RANK_OF_LEAD_IN = 7
/** Footnotes belong to no heading. */
const RANK_OF_FOOTNOTE = 0

/** @param item the list item that the places are the content of */
function addPoints(
  points: OutlinePoint[],
  places: readonly Place[],
  context: Context,
  item: Place | undefined,
): void {
  const titles = places.map((place, index) =>
    titleOf(place, item !== undefined && index === 0, context),
  )
  const ranks = places.map((place, index) => rankOf(place, titles[index] !== ''))
  for (const [index, place] of places.entries()) {
    const {node, children} = place
    const text = titles[index] ?? ''
    if (text !== '') {
      const {firstLine} = item !== undefined && index === 0 ? item : place
      const depth = depthAt(points, firstLine)
      const endLine = places[lastCovered(ranks, index)]?.endLine ?? place.endLine
      const kind = node.type === 'heading' ? 'heading' : 'lead-in'
      points.push({kind, text, depth, firstLine, endLine})
    }
    addPoints(points, children, context, node.type === 'listItem' ? place : undefined)
  }
}

function depthAt(points: readonly OutlinePoint[], line: number): number {
  const around = points.findLast(point => line < point.endLine)
  return around === undefined ? 0 : around.depth + 1
}

/** The index of the last block that belongs to the one at `index`. */
function lastCovered(ranks: readonly number[], index: number): number {
  const rank = ranks[index] ?? 0
  let last = index
  while (last + 1 < ranks.length && (ranks[last + 1] ?? 0) > rank) last += 1
  return last
}

function rankOf({node}: Place, isPoint: boolean): number {
  switch (node.type) {
    case 'heading':
      return node.depth
    case 'footnoteDefinition':
      return RANK_OF_FOOTNOTE
    case 'thematicBreak':
      return RANK_OF_LEAD_IN
    default:
      return isPoint ? RANK_OF_LEAD_IN : Number.POSITIVE_INFINITY
  }
}

/** The words that a block is a point by; empty where it is none. */
function titleOf({node}: Place, isItemText: boolean, context: Context): string {
  if (node.type === 'heading') return textOfTitle(node.children, context)
  if (node.type !== 'paragraph') return ''
  const leadIn = leadInOf(node, isItemText)
  return leadIn === undefined ? '' : textOfTitle([leadIn], context)
}

/** More than this many characters in bold are emphasis rather than a title. */
const LONGEST_LEAD_IN = 100
const ENDS_AS_TITLE = /[:.?!;…：。？！]\s*$/
/** What sets a title off from what follows; a hyphen within a word does not. */
const SET_OFF = /^[ \t]*(?:$|\n|[:：–—=→]|->|=>|-\s)/

/**
 * The bold words at the start of a paragraph. In prose they may as well stress a word: there, something must set them off, as a
 * colon, a dash or the end of the line does.
 */
function leadInOf(paragraph: Paragraph, isItemText: boolean): PhrasingContent | undefined {
  const children = foldInlineHtml(paragraph.children)
  // A sign such as ✅ may stand before it.
  const start = children.findIndex(
    child => child.type !== 'text' || /[\p{L}\p{N}]/u.test(child.value),
  )
  const first = children[start]
  if (first?.type !== 'strong') return undefined
  const text = textOf(first)
  if (text.trim() === '' || text.length > LONGEST_LEAD_IN) return undefined
  const rest = textOfAll(children.slice(start + 1))
  const isTitle = isItemText || ENDS_AS_TITLE.test(text) || SET_OFF.test(rest)
  return isTitle ? first : undefined
}

function textOfTitle(children: readonly PhrasingContent[], context: Context): string {
  const text = plainText(inlineSpans(children, context)).replaceAll(/\s+/g, ' ')
  return text.replace(/[\s:：.。;,–—-]+$/u, '').trim()
}
