import type {DeckNode} from '../../core/deck-tree.ts'
import type {Counts} from '../../core/queue.ts'
import type {Span, StyledLine} from '../../render/line.ts'
import {widthOf} from '../../render/line.ts'
import {countCells, countColumns} from '../home/counts.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {fitLine, span} from '../text/fit.ts'

/** A name, indented by what it lies in, and its numbers at the right end. */
export function countedLine(
  before: StyledLine,
  name: Span,
  counts: Counts,
  layout: Layout,
  {glyphs}: Look,
): StyledLine {
  const room = Math.max(1, layout.width - countColumns(layout))
  const left = fitLine([...before, name], room, glyphs.ellipsis)
  const gap = Math.max(0, room - widthOf(left))
  return [...left, {text: ' '.repeat(gap)}, ...countCells(counts, layout)]
}

/** The indentation of a deck; no deeper than a third of the line. */
export function indentOf({depth}: Pick<DeckNode, 'depth'>, {width}: Layout): Span {
  return {text: '  '.repeat(Math.min(depth, Math.floor(width / 6)))}
}

/** Before a deck: whether what lies in it is shown, hidden, or nothing lies in it. */
export function foldSign(isOpen: boolean | undefined, {ascii}: Look): Span {
  if (isOpen === undefined) return span('  ')
  return span(isOpen ? (ascii ? '- ' : '▾ ') : ascii ? '+ ' : '▸ ', {dim: true})
}
