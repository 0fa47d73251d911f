import type {PhrasingContent} from 'mdast'
import {type Context, sourceOf} from './context.ts'
import {inlineSpans} from './inline.ts'
import type {Place} from './layout.ts'
import {plainText} from './line.ts'
import {layOutMarkdown} from './markdown.ts'
import {formatMath} from './math.ts'
import {sanitizeText} from './sanitize.ts'

/**
 * The words of Markdown alone, a block a line: no bullets, borders or addresses, formulas as they are shown, code as it is written. What a
 * typed answer is compared with.
 */
export function plainTextOf(source: string): string {
  // Where links can be opened, their addresses are not written out.
  const {places, context} = layOutMarkdown(source, {width: 80, hyperlinks: true})
  return places
    .flatMap(place => textsOf(place, context))
    .filter(text => text !== '')
    .join('\n')
}

function textsOf({node, children}: Place, context: Context): readonly string[] {
  if (children.length > 0) return children.flatMap(child => textsOf(child, context))
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [textOf(node.children, context)]
    case 'code':
      return [sanitizeText(node.value)]
    case 'math':
      return [formatMath(node.value) ?? sanitizeText(node.value)]
    case 'table':
      return node.children.map(row =>
        row.children.map(cell => textOf(cell.children, context)).join(' '),
      )
    case 'thematicBreak':
    case 'listItem':
      return []
    default:
      return [sanitizeText(sourceOf(node, context))]
  }
}

function textOf(children: readonly PhrasingContent[], context: Context): string {
  return plainText(inlineSpans(children, context))
}
