import {isBlank} from './text.ts'

/** A headline of an org document with its drawers read. */
export interface Headline {
  readonly line: number
  readonly depth: number
  readonly title: string
  readonly tags: readonly string[]
  readonly properties: ReadonlyMap<string, string>
  /** Text below it, without drawers and planning lines. */
  readonly body: readonly string[]
  readonly children: readonly Headline[]
  /** Titles of the headlines around it. */
  readonly path: readonly string[]
  /** Last line of the headline, its body and its children that holds text. */
  readonly lastText: number
}

interface OpenHeadline {
  line: number
  depth: number
  title: string
  tags: string[]
  properties: Map<string, string>
  body: string[]
  children: OpenHeadline[]
  path: string[]
  lastText: number
}

const HEADLINE = /^(\*+|#{1,6})[ \t]+(.*?)(?:[ \t]+:((?:[\w@#%-]+:)+))?[ \t]*$/
const DRAWER = /^\s*:([A-Z_a-z-]+):\s*$/
const PROPERTY = /^\s*:([\w-]+):(?:\s+(.*?))?\s*$/
const PLANNING = /^\s*(?:SCHEDULED|DEADLINE|CLOSED):\s*[<[]/
const KEYWORD = /^\s*#\+(?!begin|end)\w+:/i

/** Lines that org keeps for itself. */
export const isOrgMark = (line: string): boolean =>
  PROPERTY.test(line) || PLANNING.test(line) || KEYWORD.test(line) || /^\s*\|.*\|\s*$/.test(line)

/** All headlines in order; blocks (`#+begin_src`) hide headlines. */
export function headlinesOf(lines: readonly string[]): readonly Headline[] {
  const all: OpenHeadline[] = []
  const around: OpenHeadline[] = []
  let isBlock = false
  let drawer = ''
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    const current = around.at(-1)
    if (/^[ \t]*#\+begin_/i.test(line)) isBlock = true
    const match = isBlock ? null : HEADLINE.exec(line)
    if (match !== null) {
      drawer = ''
      const [, stars = '', title = '', tags = ''] = match
      const next = headline(number, stars.length, title, tags)
      while ((around.at(-1)?.depth ?? 0) >= next.depth) closeLast(around)
      next.path = around.map(above => above.title)
      around.at(-1)?.children.push(next)
      around.push(next)
      all.push(next)
    } else if (current !== undefined) {
      drawer = inDrawer(current, line, drawer, isBlock)
      if (drawer === '' && !/^\s*:END:\s*$/i.test(line) && !(PLANNING.test(line) && !isBlock)) {
        current.body.push(line)
        if (!isBlank(line)) current.lastText = number
      }
    }
    if (/^\s*#\+end_/i.test(line)) isBlock = false
  }
  while (around.length > 0) closeLast(around)
  return all
}

function headline(line: number, depth: number, title: string, tags: string): OpenHeadline {
  const bare = title
    .replace(/^(?:TODO|DONE|NEXT|WAITING)\s+/, '')
    .replace(/^\[#[A-Z]\]\s+/, '')
    .trim()
  return {
    line,
    depth,
    title: orgMarkdown(bare),
    tags: tags.split(':').filter(tag => tag !== ''),
    properties: new Map(),
    body: [],
    children: [],
    path: [],
    lastText: line,
  }
}

function closeLast(around: OpenHeadline[]): void {
  const closed = around.pop()
  const above = around.at(-1)
  if (closed !== undefined && above !== undefined)
    above.lastText = Math.max(above.lastText, closed.lastText)
}

/** The drawer that is open after a line; `''` outside drawers. */
function inDrawer(current: OpenHeadline, line: string, drawer: string, isBlock: boolean): string {
  if (isBlock) return ''
  if (drawer !== '') {
    if (/^\s*:END:\s*$/i.test(line)) return ''
    const [, key, value] = PROPERTY.exec(line) ?? []
    if (drawer === 'PROPERTIES' && key !== undefined)
      current.properties.set(key.toUpperCase(), value ?? '')
    return drawer
  }
  const name = DRAWER.exec(line)?.[1]?.toUpperCase()
  return name === undefined || name === 'END' ? '' : name
}

/** Org’s links, code blocks and inline code as Markdown writes them. */
export function orgMarkdown(text: string): string {
  return text
    .replace(/^[ \t]*#\+begin_(?:src|example)\b[ \t]*(\S*).*$/gim, '```$1')
    .replace(/^[ \t]*#\+end_(?:src|example)[ \t]*$/gim, '```')
    .replace(/\[\[(?:file:)?([^[\]]+)\]\[([^[\]]+)\]\]/g, '[$2]($1)')
    .replace(/\[\[file:([^[\]]+\.(?:png|jpe?g|gif|svg|webp))\]\]/gi, '![]($1)')
    .replace(/(^|[\s(])[=~]([^=~\s](?:[^=~\n]*[^=~\s])?)[=~](?=[\s.,;:!?)]|$)/gm, '$1`$2`')
}
