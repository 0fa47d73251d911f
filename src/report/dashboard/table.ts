import type {StyledLine} from '../../render/line.ts'
import {textWidth} from '../../render/width.ts'
import {type ChartOptions, cleanText, fitText, LABEL, spanOf} from '../charts/cells.ts'

export interface Table {
  /** Titles of the columns. The first one is aligned left and takes what is left of the width. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** A first column narrower than this says too little: other columns are left out before; 10 if left out. */
  readonly least?: number
}

const GAP = 2
const LEAST_NAME = 10

/** A table in lines of at most the width asked for. The last columns are left out where they do not fit. */
export function tableLines(
  {columns, rows, least = LEAST_NAME}: Table,
  options: ChartOptions,
): readonly StyledLine[] {
  const {width, ascii} = options
  const clean = [columns, ...rows].map(row => row.map(cleanText))
  const widths = columns.map((_, column) =>
    Math.max(...clean.map(row => textWidth(row[column] ?? ''))),
  )
  const nameWidth = widths[0] ?? 0
  let shown = columns.length
  const others = () => widths.slice(1, shown).reduce((sum, each) => sum + each + GAP, 0)
  while (shown > 1 && width - others() < Math.min(nameWidth, least)) shown -= 1
  const first = Math.max(1, Math.min(nameWidth, width - others()))
  return clean.map((row, index) => {
    const cells = row.slice(1, shown).map((cell, column) => {
      const columnWidth = widths[column + 1] ?? 0
      return ' '.repeat(GAP + columnWidth - textWidth(cell)) + cell
    })
    const text = (fitText(row[0] ?? '', first, ascii) + cells.join('')).trimEnd()
    return text === '' ? [] : [spanOf(text, index === 0 ? LABEL : undefined)]
  })
}
