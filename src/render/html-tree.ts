import {type Attributes, isElement, isVoid, tokenizeHtml} from './html-tokens.ts'

export type HtmlNode = {readonly type: 'text'; readonly value: string} | HtmlElement

export interface HtmlElement {
  readonly type: 'element'
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly HtmlNode[]
}

interface OpenElement {
  readonly type: 'element'
  readonly name: string
  readonly attributes: Attributes
  readonly children: HtmlNode[]
}

/** Nesting beyond this is taken as it comes, without the tags. */
const MAX_DEPTH = 50

/** Elements that the start of another one of the same group ends, unless a list or table of its own lies between. */
const ENDED_BY_NEXT: readonly (readonly string[])[] = [
  ['li'],
  ['p'],
  ['dt', 'dd'],
  ['td', 'th'],
  ['tr'],
]
const BARRIERS = new Set(['ul', 'ol', 'menu', 'table', 'dl', 'blockquote', 'div', 'details'])

/**
 * HTML as a tree. Forgiving as browsers are: what is not closed ends with its parent, what was not opened is ignored, names that
 * HTML does not know are text unless something closes them.
 */
export function parseHtml(html: string): readonly HtmlNode[] {
  const tokens = tokenizeHtml(html)
  const closed = new Set(tokens.flatMap(token => (token.type === 'close' ? [token.name] : [])))
  const root: HtmlNode[] = []
  const open: OpenElement[] = []
  const add = (node: HtmlNode) => (open.at(-1)?.children ?? root).push(node)
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
        add(token)
        break
      case 'close': {
        const index = open.findLastIndex(element => element.name === token.name)
        if (index !== -1) open.length = index
        break
      }
      case 'open': {
        const {name, attributes} = token
        if (!isElement(name) && !closed.has(name)) {
          add({type: 'text', value: token.raw})
          break
        }
        endSiblings(open, name)
        const element: OpenElement = {type: 'element', name, attributes, children: []}
        if (open.length >= MAX_DEPTH) break
        add(element)
        if (!isVoid(name)) open.push(element)
      }
    }
  }
  return root
}

function endSiblings(open: OpenElement[], name: string): void {
  const group = ENDED_BY_NEXT.find(names => names.includes(name))
  if (group === undefined) return
  for (let index = open.length - 1; index >= 0; index--) {
    const element = open[index]
    if (element === undefined || BARRIERS.has(element.name)) return
    if (group.includes(element.name)) {
      open.length = index
      return
    }
  }
}
