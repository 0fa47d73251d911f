import type {StyledLine} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {Message} from '../controller.ts'
import {fitLine, span} from '../fit.ts'
import type {Layout} from '../layout.ts'
import type {Look} from '../look.ts'
import {positionOf, type Viewport} from '../viewport.ts'

/** The longest that a message may grow before it is cut off. */
const MESSAGE_LINES = 4

/** What went wrong, or could not be done. */
export function messageLines(
  {tone, text, hint}: Message,
  {width}: Layout,
  {glyphs}: Look,
): readonly StyledLine[] {
  const said = tone === 'bad' ? span(`! ${text}`, {bold: true, color: 'bad'}) : span(text)
  const wrapped = [
    ...wrapSpans([said], width),
    ...(hint === undefined ? [] : wrapSpans([span(hint, {dim: true})], width)),
  ]
  if (wrapped.length <= MESSAGE_LINES) return wrapped
  const last = wrapped[MESSAGE_LINES - 1] ?? []
  const cut = fitLine([...last, span(glyphs.ellipsis)], width, glyphs.ellipsis)
  return [...wrapped.slice(0, MESSAGE_LINES - 1), cut]
}

/** Which lines are shown of how many, and that there are more; empty when all are shown. */
export function positionLine(viewport: Viewport, {glyphs}: Look): StyledLine {
  const position = positionOf(viewport)
  if (!position) return []
  const {first, last, total, percent, hasAbove, hasBelow} = position
  const arrows = [hasAbove ? glyphs.above : '', hasBelow ? `${glyphs.below} more` : '']
  return [
    span(`${first}${glyphs.range}${last} of ${total}  ${percent} %`, {dim: true}),
    span(`  ${arrows.filter(Boolean).join(' ')}`, {bold: true}),
  ]
}
