import {parseMarkdown} from '../markdown/parse.ts'
import {renderBlocks} from './blocks.ts'
import {type Context, contextOf, type RenderOptions} from './context.ts'
import type {StyledLine} from './line.ts'
import {textWidth} from './width.ts'
import {hang} from './wrap.ts'

const LEAST_WIDTH = 8
const FRONT_MATTER = /^(?:---|\+\+\+)/

/**
 * Markdown as lines for a terminal, footnotes at the end. No line is wider than `options.width` (at least 8 columns), no
 * grapheme is cut, and no control character is left. A pure function of its arguments; a 400-line answer takes a few milliseconds.
 */
export function renderMarkdown(source: string, options: RenderOptions): readonly StyledLine[] {
  if (options.root === undefined && FRONT_MATTER.test(source)) {
    // The face of a card has no front matter: a rule at its beginning is a rule.
    return renderMarkdown(`\n${source}`, options)
  }
  const root = options.root ?? parseMarkdown(source)
  const context = contextOf(source, root, options)
  const width = Math.max(LEAST_WIDTH, Math.floor(options.width))
  const lines = renderBlocks(root.children, context, width)
  const footnotes = renderFootnotes(context, width)
  return lines.length > 0 && footnotes.length > 0
    ? [...lines, [], ...footnotes]
    : [...lines, ...footnotes]
}

function renderFootnotes(context: Context, width: number): readonly StyledLine[] {
  return context.footnotes.flatMap((note, index) => {
    const marker = `[${index + 1}] `
    const columns = textWidth(marker)
    // Six columns and more of a number would leave nothing for the note.
    const isHanging = width - columns >= LEAST_WIDTH / 2
    const lines = renderBlocks(note.children, context, isHanging ? width - columns : width)
    const style = {color: 'link'} as const
    if (!isHanging) return [[{text: marker.trim(), style}], ...lines]
    return hang(lines, [{text: marker, style}], [{text: ' '.repeat(columns)}])
  })
}
