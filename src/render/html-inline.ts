import type {PhrasingContent} from 'mdast'
import {type Attributes, type HtmlToken, isElement, isVoid, tokenizeHtml} from './html-tokens.ts'
import {textOfAll} from './node-text.ts'

declare module 'mdast' {
  interface EmphasisData {
    /** Content of `<sub>` or `<sup>`, which Markdown has no node for. */
    readonly script?: 'lowered' | 'raised'
  }
}

/**
 * The same content with inline HTML as the Markdown that means the same: `<b>` as strong, `<br>` as a break. Tags without such a counterpart go, their content stays. A name that HTML does not know and that nothing closes,
 * as in `List<T>`, is taken for text.
 */
export function foldInlineHtml(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  if (!children.some(child => child.type === 'html')) return children
  const folding = startFolding()
  for (const child of children) {
    if (child.type !== 'html') folding.add(child)
    else for (const token of tokenizeHtml(child.value)) folding.addToken(token)
  }
  return folding.finish()
}

interface Frame {
  readonly name: string
  readonly attributes: Attributes
  readonly raw: string
  readonly children: PhrasingContent[]
}

/** Nesting beyond this is taken as it comes, without the tags. */
const MAX_FRAMES = 50

function startFolding() {
  const root: PhrasingContent[] = []
  const frames: Frame[] = []

  function add(...nodes: readonly PhrasingContent[]): void {
    ;(frames.at(-1)?.children ?? root).push(...nodes)
  }

  function closeLast(isClosed: boolean): void {
    const frame = frames.pop()
    if (frame === undefined) return
    if (!isClosed && !isElement(frame.name))
      add({type: 'text', value: frame.raw}, ...frame.children)
    else add(...elementOf(frame.name, frame.attributes, frame.children))
  }

  function addToken(token: HtmlToken): void {
    switch (token.type) {
      case 'text':
        add({type: 'text', value: token.value})
        break
      case 'open':
        if (isVoid(token.name)) add(...elementOf(token.name, token.attributes, []))
        else if (frames.length < MAX_FRAMES) frames.push({...token, children: []})
        break
      case 'close': {
        const opened = frames.findLastIndex(frame => frame.name === token.name)
        while (opened !== -1 && frames.length > opened) closeLast(frames.length === opened + 1)
      }
    }
  }

  function finish(): readonly PhrasingContent[] {
    while (frames.length > 0) closeLast(false)
    return root
  }

  return {add, addToken, finish}
}

/** An HTML element within a paragraph, as Markdown. */
export function elementOf(
  name: string,
  attributes: Attributes,
  children: PhrasingContent[],
): readonly PhrasingContent[] {
  switch (name) {
    case 'b':
    case 'strong':
    case 'mark':
    case 'summary':
    case 'th':
      return [{type: 'strong', children}]
    case 'i':
    case 'em':
    case 'cite':
    case 'dfn':
    case 'var':
    case 'u':
    case 'ins':
      return [{type: 'emphasis', children}]
    case 's':
    case 'del':
    case 'strike':
      return [{type: 'delete', children}]
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return [{type: 'inlineCode', value: textOfAll(children)}]
    case 'sub':
      return [{type: 'emphasis', data: {script: 'lowered'}, children}]
    case 'sup':
      return [{type: 'emphasis', data: {script: 'raised'}, children}]
    case 'q':
      return [{type: 'text', value: '"'}, ...children, {type: 'text', value: '"'}]
    case 'br':
    case 'hr':
      return [{type: 'break'}]
    case 'img':
      return [imageOf(attributes)]
    case 'a': {
      const url = attributes.get('href') ?? ''
      return url === '' ? children : [{type: 'link', url, children}]
    }
    case 'script':
    case 'style':
    case 'head':
    case 'title':
    case 'template':
      return []
    case 'p':
    case 'div':
    case 'li':
    case 'tr':
      return [{type: 'break'}, ...children]
    case 'td':
      return [...children, {type: 'text', value: ' '}]
    default:
      return children
  }
}

function imageOf(attributes: Attributes): PhrasingContent {
  return {type: 'image', url: attributes.get('src') ?? '', alt: attributes.get('alt') ?? ''}
}
