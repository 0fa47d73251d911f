import type {PhrasingContent} from 'mdast'
import {addressIn, openableAddress, openableImage} from './address.ts'
import type {Context} from './context.ts'
import {sourceOf} from './context.ts'
import {foldInlineHtml} from './html-inline.ts'
import type {Span, Style} from './line.ts'
import {formatMath} from './math.ts'
import {textOfAll} from './node-text.ts'
import {lower, raise} from './raised.ts'
import {sanitizeText} from './sanitize.ts'

/** Emphasis nested deeper is shown as it is written. */
const MAX_DEPTH = 50

interface Look {
  readonly style: Style | undefined
  readonly href: string | undefined
  readonly depth: number
}

/** The content of a paragraph, a heading or a cell as spans; a line feed in them is a break that the author made. */
export function inlineSpans(
  children: readonly PhrasingContent[],
  context: Context,
  style?: Style,
): readonly Span[] {
  const spans: Span[] = []
  addAll(spans, children, context, {style, href: undefined, depth: 0})
  return spans
}

function addAll(
  spans: Span[],
  children: readonly PhrasingContent[],
  context: Context,
  look: Look,
): void {
  for (const child of foldInlineHtml(children)) addNode(spans, child, context, look)
}

function addNode(spans: Span[], node: PhrasingContent, context: Context, look: Look): void {
  if (look.depth > MAX_DEPTH) {
    addText(spans, sourceOf(node, context), look)
    return
  }
  switch (node.type) {
    case 'text':
      addText(spans, joinLines(node.value), look)
      break
    case 'strong':
      addMarked(spans, node.children, context, styled(look, {bold: true}), '**')
      break
    case 'emphasis':
      if (node.data?.script) addScript(spans, node.data.script, node.children, context, look)
      else addMarked(spans, node.children, context, styled(look, {italic: true}), '*')
      break
    case 'delete':
      addMarked(spans, node.children, context, styled(look, {strikethrough: true}), '~~')
      break
    case 'inlineCode': {
      const mark = context.options.marks === undefined ? '' : '`'
      addText(spans, `${mark}${node.value}${mark}`, styled(look, {color: 'code'}))
      break
    }
    case 'break':
      addText(spans, '\n', look)
      break
    case 'inlineMath':
      addMath(spans, node, context, look)
      break
    case 'link':
      addLink(spans, node.url, node.children, context, look)
      break
    case 'linkReference':
      addLink(spans, definedUrl(node.identifier, context), node.children, context, look)
      break
    case 'image':
      addImage(spans, node.alt ?? '', node.url, context, look)
      break
    case 'imageReference':
      addImage(spans, node.alt ?? '', definedUrl(node.identifier, context), context, look)
      break
    case 'footnoteReference':
      addFootnoteReference(spans, node.identifier, context, look)
      break
    case 'html':
      break
  }
}

function addText(spans: Span[], value: string, {style, href}: Look): void {
  const text = sanitizeText(value)
  if (text !== '') spans.push({text, ...(style && {style}), ...(href && {href})})
}

/** A line end is a space, but none between Han or kana. */
function joinLines(text: string): string {
  if (!text.includes('\n')) return text
  return text
    .replaceAll(
      /(?<=[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60])\n(?=[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60])/g,
      '',
    )
    .replaceAll('\n', ' ')
}

function styled(look: Look, style: Style): Look {
  return {...look, style: {...look.style, ...style}, depth: look.depth + 1}
}

function addMarked(
  spans: Span[],
  children: readonly PhrasingContent[],
  context: Context,
  look: Look,
  mark: string,
): void {
  const shown = context.options.marks === 'all' ? mark : ''
  addText(spans, shown, look)
  addAll(spans, children, context, look)
  addText(spans, shown, look)
}

/** Sub- and superscript in Unicode characters; as `_(…)` and `^(…)` where it lacks one, or where only ASCII can be drawn. */
function addScript(
  spans: Span[],
  script: 'lowered' | 'raised',
  children: readonly PhrasingContent[],
  context: Context,
  look: Look,
): void {
  const text = textOfAll(children)
  const [translate, mark] = script === 'lowered' ? [lower, '_'] : [raise, '^']
  const translated = context.options.ascii ? undefined : translate(text)
  const isLong = [...text].length > 1
  if (translated !== undefined) addText(spans, translated, look)
  else {
    addText(spans, isLong ? `${mark}(` : mark, look)
    addAll(spans, children, context, {...look, depth: look.depth + 1})
    addText(spans, isLong ? ')' : '', look)
  }
}

/**
 * A formula; but `$5 and $` of "$5 and $10" is money: as in Pandoc, no space after the first dollar sign or before the last one,
 * and no digit after it.
 */
function addMath(
  spans: Span[],
  node: Extract<PhrasingContent, {type: 'inlineMath'}>,
  context: Context,
  look: Look,
): void {
  const source = sourceOf(node, context)
  const next = context.source.charAt(node.position?.end.offset ?? context.source.length)
  const isMoney = /^\$(?!\$)/.test(source) && (/^\$\s|\s\$$/.test(source) || /\d/.test(next))
  if (isMoney) {
    addText(spans, joinLines(source), look)
    return
  }
  const text = context.options.ascii ? undefined : formatMath(node.value)
  const shown = text?.replaceAll('\n', ', ') ?? (source === '' ? `$${node.value}$` : source)
  addText(spans, joinLines(shown), styled(look, {color: 'math'}))
}

function leadingTo(url: string, {options}: Context): string {
  return sanitizeText(addressIn(options.folder, url)).replaceAll(/\s/g, '')
}

function definedUrl(identifier: string, context: Context): string {
  return context.definitions.get(identifier)?.url ?? ''
}

function addLink(
  spans: Span[],
  url: string,
  children: readonly PhrasingContent[],
  context: Context,
  look: Look,
): void {
  const address = leadingTo(url, context)
  const openable = openableAddress(context.options.folder, url)
  const href = openable && sanitizeText(openable).replaceAll(/\s/g, '')
  const inner = {...styled(look, {underline: true, color: 'link'}), href}
  addAll(spans, children, context, inner)
  const text = textOfAll(children)
  const isWritten = bare(text) === bare(address)
  // Words that look like another address would hide where the link leads.
  const isReachable = href && context.options.hyperlinks && !LOOKS_LIKE_ADDRESS.test(text)
  // A place in the document itself cannot be visited.
  if (address === '' || address.startsWith('#') || isWritten || isReachable) return
  addText(spans, ` (${shortened(address, context)})`, {...look, style: {color: 'muted'}})
}

const LOOKS_LIKE_ADDRESS = /:\/\/|\bwww\.|^[\w.-]+\.(?:com|org|net|edu|gov|io|dev|app)(?:\/\S*)?$/i

/** An address without what readers and authors leave out. */
function bare(address: string): string {
  return address
    .trim()
    .replace(/^(?:mailto:|https?:\/\/)/i, '')
    .replace(/\/$/, '')
}

function addImage(spans: Span[], alt: string, url: string, context: Context, look: Look): void {
  const path = shortened(leadingTo(url, context), context)
  const {options, glyphs} = context
  const parts = [joinLines(alt).trim(), path].filter(Boolean).join(` ${glyphs.dash} `)
  const canOpen = options.imageKey !== undefined && openableImage(options.folder, url) !== undefined
  const hint = canOpen ? `; ${options.imageKey} opens it` : ''
  addText(spans, `[image: ${parts}${hint}]`, styled(look, {color: 'muted'}))
}

const LONGEST_ADDRESS = 200

/** Images within an address, and addresses that carry a whole state, are no use to a reader. */
function shortened(address: string, {glyphs}: Context): string {
  const isData = /^data:/i.test(address)
  const limit = isData ? address.search(/[;,]|$/) : LONGEST_ADDRESS
  return address.length > limit ? address.slice(0, limit) + glyphs.ellipsis : address
}

function addFootnoteReference(
  spans: Span[],
  identifier: string,
  context: Context,
  look: Look,
): void {
  const number = context.footnotes.findIndex(note => note.identifier === identifier) + 1
  addText(spans, `[${number === 0 ? identifier : number}]`, styled(look, {color: 'link'}))
}
