import type {BlockContent, ListItem, PhrasingContent, TableCell, TableRow} from 'mdast'
import {elementOf} from './html-inline.ts'
import {type HtmlElement, type HtmlNode, parseHtml} from './html-tree.ts'
import {textOf} from './node-text.ts'

/**
 * A block of HTML as the Markdown that means the same. A fragment may open or close elements that another one closes or opens, as
 * `<details>` around Markdown does: each stands for itself.
 */
export function blocksOfHtml(html: string): readonly BlockContent[] {
  return blocksOf(parseHtml(html))
}

function blocksOf(nodes: readonly HtmlNode[]): BlockContent[] {
  const blocks: BlockContent[] = []
  let inline: HtmlNode[] = []
  const endParagraph = () => {
    const children = trimmed(inline.flatMap(phrasingOf))
    if (children.length > 0) blocks.push({type: 'paragraph', children})
    inline = []
  }
  for (const node of nodes) {
    const block = node.type === 'element' ? blockOf(node) : undefined
    if (block === undefined) inline.push(node)
    else {
      endParagraph()
      blocks.push(...block)
    }
  }
  endParagraph()
  return blocks
}

/** The blocks that an element stands for; undefined for one within a paragraph. */
function blockOf(element: HtmlElement): readonly BlockContent[] | undefined {
  const {name, children} = element
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [{type: 'heading', depth: headingDepth(name), children: phrasing(children)}]
    case 'summary':
    case 'dt':
    case 'caption':
    case 'legend':
      return [{type: 'paragraph', children: [{type: 'strong', children: phrasing(children)}]}]
    case 'blockquote':
      return [{type: 'blockquote', children: blocksOf(children)}]
    case 'ul':
    case 'ol':
    case 'menu':
      return [listOf(element)]
    case 'li':
      return [{type: 'list', ordered: false, spread: false, children: [itemOf(element)]}]
    case 'pre':
      return [codeOf(element)]
    case 'hr':
      return [{type: 'thematicBreak'}]
    case 'table':
      return tableOf(element)
    case 'tr':
    case 'tbody':
    case 'thead':
      return tableOf({...element, children: [element]})
    case 'script':
    case 'style':
    case 'head':
    case 'template':
      return []
    default:
      return CONTAINERS.has(name) ? blocksOf(children) : undefined
  }
}

const CONTAINERS = new Set(
  `address article aside body center dd details dialog div dl fieldset figcaption figure footer form header hgroup html main nav
  noscript p picture search section td th`.split(/\s+/),
)

function headingDepth(name: string): 1 | 2 | 3 | 4 | 5 | 6 {
  return Number(name.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6
}

function listOf({name, attributes, children}: HtmlElement): BlockContent {
  const items: ListItem[] = []
  for (const child of children) {
    if (child.type === 'element' && child.name === 'li') items.push(itemOf(child))
    else if (child.type === 'element' || child.value.trim() !== '') {
      const blocks = blocksOf([child])
      const last = items.at(-1)
      if (last) items[items.length - 1] = {...last, children: [...last.children, ...blocks]}
      else if (blocks.length > 0) items.push({type: 'listItem', spread: false, children: blocks})
    }
  }
  const start = Number.parseInt(attributes.get('start') ?? '1', 10)
  const isOrdered = name === 'ol'
  return {
    type: 'list',
    ordered: isOrdered,
    start: isOrdered && Number.isFinite(start) ? start : null,
    spread: false,
    children: items,
  }
}

function itemOf({children}: HtmlElement): ListItem {
  return {type: 'listItem', spread: false, children: blocksOf(children)}
}

function codeOf(element: HtmlElement): BlockContent {
  const inner = element.children.find(child => child.type === 'element' && child.name === 'code')
  const named = inner?.type === 'element' ? inner.attributes.get('class') : undefined
  const lang = /\blang(?:uage)?-(\S+)/.exec(named ?? '')?.[1] ?? null
  return {type: 'code', lang, value: rawText(element).replace(/^\n|\n$/g, '')}
}

function rawText(node: HtmlNode): string {
  if (node.type === 'text') return node.value
  return node.name === 'br' ? '\n' : node.children.map(rawText).join('')
}

function tableOf(table: HtmlElement): readonly BlockContent[] {
  const captions = table.children.filter(
    child => child.type === 'element' && child.name === 'caption',
  )
  const rows = rowsOf(table)
  const columns = Math.max(0, ...rows.map(row => row.children.length))
  if (columns === 0) return blocksOf(table.children)
  const [first, ...rest] = rows
  const hasHeader = first?.isHeader === true
  const header = hasHeader ? first : {children: []}
  const body = hasHeader ? rest : rows
  const tableRows: TableRow[] = [header, ...body].map(row => ({
    type: 'tableRow',
    children: Array.from(
      {length: columns},
      (_, index): TableCell => row.children[index] ?? {type: 'tableCell', children: []},
    ),
  }))
  return [...blocksOf(captions), {type: 'table', align: [], children: tableRows}]
}

interface Row {
  readonly isHeader: boolean
  readonly children: TableCell[]
}

function rowsOf(element: HtmlElement): readonly Row[] {
  return element.children.flatMap((child): readonly Row[] => {
    if (child.type !== 'element') return []
    if (child.name !== 'tr')
      return ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsOf(child) : []
    const cells = child.children.filter(cell => cell.type === 'element')
    return [
      {
        isHeader: element.name === 'thead' || cells.every(cell => cell.name === 'th'),
        children: cells.map(cell => ({type: 'tableCell', children: phrasing(cell.children)})),
      },
    ]
  })
}

function phrasing(nodes: readonly HtmlNode[]): PhrasingContent[] {
  return trimmed(nodes.flatMap(phrasingOf))
}

function phrasingOf(node: HtmlNode): readonly PhrasingContent[] {
  if (node.type === 'text') return [{type: 'text', value: node.value.replaceAll(/\s+/g, ' ')}]
  return elementOf(node.name, node.attributes, node.children.flatMap(phrasingOf))
}

/** Without the breaks and white space at both ends; nothing where nothing would be shown. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const first = nodes.findIndex(isShown)
  const last = nodes.findLastIndex(isShown)
  return first === -1 ? [] : nodes.slice(first, last + 1)
}

function isShown(node: PhrasingContent): boolean {
  if ('children' in node) return node.children.some(isShown)
  return node.type === 'image' || textOf(node).trim() !== ''
}
