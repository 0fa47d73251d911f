import type {FootnoteDefinition} from 'mdast'
import {parseMarkdown} from '../markdown/parse.ts'
import {layOutBlocks} from './blocks.ts'
import {type Context, contextOf, type RenderOptions} from './context.ts'
import {around, container, type Layout, stacked} from './layout.ts'
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
  return layOutMarkdown(source, options).lines
}

/** A rendered document, with what its inline content means. */
export interface DocumentLayout extends Layout {
  readonly context: Context
}

/** The lines of `renderMarkdown`, and where each block stands among them. */
export function layOutMarkdown(source: string, options: RenderOptions): DocumentLayout {
  if (options.root === undefined && FRONT_MATTER.test(source)) {
    // The face of a card has no front matter: a rule at its beginning is a rule.
    return layOutMarkdown(`\n${source}`, options)
  }
  const root = options.root ?? parseMarkdown(source)
  const context = contextOf(source, root, options)
  const width = Math.max(LEAST_WIDTH, Math.floor(options.width))
  const body = layOutBlocks(root.children, context, width)
  const footnotes = context.footnotes.map((note, index) =>
    layOutFootnote(note, index + 1, context, width),
  )
  const parts = [body, ...footnotes].filter(({lines}) => lines.length > 0)
  return {...stacked(parts, index => parts[index - 1] === body), context}
}

function layOutFootnote(
  note: FootnoteDefinition,
  number: number,
  context: Context,
  width: number,
): Layout {
  const marker = `[${number}] `
  const columns = textWidth(marker)
  // Six columns and more of a number would leave nothing for the note.
  const isHanging = width - columns >= LEAST_WIDTH / 2
  const style = {color: 'link'} as const
  const layout = around(
    room => layOutBlocks(note.children, context, room),
    render =>
      isHanging
        ? hang(render(width - columns), [{text: marker, style}], [{text: ' '.repeat(columns)}])
        : [[{text: marker.trim(), style}], ...render(width)],
  )
  return container(note, layout)
}
