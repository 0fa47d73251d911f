import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import {parseMarkdown} from '../markdown/parse.ts'
import {type Context, contextOf} from './context.ts'
import {foldInlineHtml} from './html-inline.ts'
import {tokenizeHtml} from './html-tokens.ts'
import {sanitizeText} from './sanitize.ts'

/** An image that a face shows as a line of text, so that a key can open it. */
export interface ShownImage {
  /** On one line, fit for a terminal; may be empty. */
  readonly alt: string
  /** As the author wrote it: an address, or a path relative to the source. Not made safe to be shown. Never empty. */
  readonly url: string
  /** Line of the Markdown, counted from 1. */
  readonly line: number
}

/** The images of a face, in order: Markdown’s with their reference definitions resolved, and HTML’s. */
export function imagesOf(source: string): readonly ShownImage[] {
  // The face of a card has no front matter: a blank line before it makes sure.
  const root = parseMarkdown(`\n${source}`)
  const {definitions} = contextOf(source, root, {width: 80})
  const images: ShownImage[] = []

  function add(alt: string | null | undefined, url: string | undefined, line: number): void {
    const name = sanitizeText(alt ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim()
    if (url) images.push({alt: name, url, line})
  }

  const pending: Nodes[] = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const line = (node.position?.start.line ?? 2) - 1
    if (node.type === 'image') add(node.alt, node.url, line)
    else if (node.type === 'imageReference') {
      add(node.alt, definitions.get(node.identifier)?.url, line)
    } else if (node.type === 'html') {
      for (const {attributes, newlines} of imageTags(node.value)) {
        add(attributes.get('alt'), attributes.get('src'), line + newlines)
      }
    }
    if ('children' in node) pending.push(...(node.children as RootContent[]).toReversed())
  }
  return images
}

/** The image that a paragraph is nothing but, as a link or not. */
export function loneImage(
  children: readonly PhrasingContent[],
  {definitions}: Pick<Context, 'definitions'>,
): {readonly alt: string; readonly url: string} | undefined {
  const shown = foldInlineHtml(children).filter(
    child => child.type !== 'break' && !(child.type === 'text' && child.value.trim() === ''),
  )
  const [only] = shown
  if (only === undefined || shown.length > 1) return undefined
  switch (only.type) {
    case 'image':
      return {alt: only.alt ?? '', url: only.url}
    case 'imageReference': {
      const url = definitions.get(only.identifier)?.url
      return url === undefined ? undefined : {alt: only.alt ?? '', url}
    }
    case 'link':
      return loneImage(only.children, {definitions})
    default:
      return undefined
  }
}

function imageTags(html: string) {
  let newlines = 0
  let counted = 0
  return tokenizeHtml(html).flatMap(token => {
    if (token.type !== 'open' || token.name !== 'img') return []
    newlines += html.slice(counted, token.at).split('\n').length - 1
    counted = token.at
    return [{attributes: token.attributes, newlines}]
  })
}
