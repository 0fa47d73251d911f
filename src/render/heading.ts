import type {Heading} from 'mdast'
import type {Context} from './context.ts'
import {inlineSpans} from './inline.ts'
import {type Style, type StyledLine, widthOf} from './line.ts'
import {underMarker} from './marker.ts'
import {wrapSpans} from './wrap.ts'

/** Levels differ without colours too: two by what is drawn under them, the others by a sign before them. */
export function renderHeading(
  {depth, children}: Heading,
  context: Context,
  width: number,
): readonly StyledLine[] {
  const {glyphs} = context
  const style: Style = {bold: depth < 6, color: 'heading', ...(depth === 5 && {italic: true})}
  const spans = inlineSpans(children, context, style)
  if (spans.length === 0) return []
  if (depth <= 2) {
    const lines = wrapSpans(spans, width)
    const underline = glyphs.underlines[depth === 1 ? 0 : 1]
    const length = Math.max(0, ...lines.map(widthOf))
    return [...lines, [{text: underline.repeat(length), style: {color: 'heading'}}]]
  }
  return underMarker(`${glyphs.headings[depth - 3] ?? ''} `, style, width, room =>
    wrapSpans(spans, room),
  )
}
