import {sanitizeText} from '../render/sanitize.ts'
import {textWidth} from '../render/width.ts'

/** Rows with their columns aligned: the first to the left, the others to the right. Two blanks between columns. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const clean = rows.map(row => row.map(cell => sanitizeText(cell).replaceAll('\n', ' ')))
  const widths = (clean[0] ?? []).map((_, column) =>
    Math.max(...clean.map(row => textWidth(row[column] ?? ''))),
  )
  return clean
    .map(row =>
      row
        .map((cell, column) => {
          const padding = ' '.repeat((widths[column] ?? 0) - textWidth(cell))
          return column === 0 ? cell + padding : padding + cell
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
