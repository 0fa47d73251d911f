import type {Role, StyledLine} from '../../render/line.ts'
import {type ChartOptions, spanOf} from './cells.ts'
import {drawable, gather} from './scale.ts'

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
const ASCII_BLOCKS = ['_', '.', '-', ':', '=', '+', '*', '#']

/**
 * Values as one line of small bars, from 0 to the greatest; the lowest glyph stands for 0 alone. Where there are more values than
 * columns, neighbours are added up.
 */
export function sparkline(
  values: readonly number[],
  {width, ascii, color = 'accent'}: ChartOptions & {readonly color?: Role},
): StyledLine {
  if (width < 1 || values.length === 0) return []
  const {sums} = gather(values.map(drawable), width)
  const max = sums.reduce((most, value) => Math.max(most, value), 0)
  const blocks = ascii ? ASCII_BLOCKS : BLOCKS
  const highest = blocks.length - 1
  const glyphs = sums.map(
    value => blocks[value === 0 ? 0 : Math.max(1, Math.round((value / max) * highest))],
  )
  return [spanOf(glyphs.join(''), {color})]
}
