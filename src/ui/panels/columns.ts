import type {Span, Style, StyledLine} from '../../render/line.ts'
import {textWidth} from '../../render/width.ts'
import type {Look} from '../looks/look.ts'
import {fitLine, span} from '../text/fit.ts'

/** One column of a small table. */
export interface Column {
  readonly heading: string
  readonly align: 'left' | 'right'
  readonly cells: readonly Span[]
}

const HEADING: Style = {dim: true}

/**
 * A table without borders. Where it is too wide, first the gaps shrink, then columns go from the right, all but the first two.
 * @param columns most important first, each with as many cells
 */
export function columnLines(
  columns: readonly Column[],
  width: number,
  {glyphs}: Look,
): readonly StyledLine[] {
  const widths = columns.map(({heading, cells}) =>
    cells.reduce((most, {text}) => Math.max(most, textWidth(text)), textWidth(span(heading).text)),
  )
  const taken = (count: number, gap: number): number =>
    widths.slice(0, count).reduce((sum, each) => sum + each + gap, -gap)
  let count = columns.length
  while (count > 2 && taken(count, 1) > width) count -= 1
  const gap = [3, 2].find(wide => taken(count, wide) <= width) ?? 1
  const rows = [
    columns.map(({heading}) => span(heading, HEADING)),
    ...(columns[0]?.cells ?? []).map((_, row) =>
      columns.map(({cells}) => cells[row] ?? {text: ''}),
    ),
  ]
  return rows.map(cells => {
    const line = cells.slice(0, count).flatMap((cell, index): Span[] => {
      const blank = ' '.repeat(Math.max(0, (widths[index] ?? 0) - textWidth(cell.text)))
      const padded =
        columns[index]?.align === 'right' ? [{text: blank}, cell] : [cell, {text: blank}]
      return index === 0 ? padded : [{text: ' '.repeat(gap)}, ...padded]
    })
    return fitLine(trimmed(line), width, glyphs.ellipsis)
  })
}

/** Without the blanks at the end, and without empty pieces. */
function trimmed(line: StyledLine): StyledLine {
  const end = line.findLastIndex(({text}) => text.trim() !== '')
  return line.slice(0, end + 1).filter(({text}) => text !== '')
}
