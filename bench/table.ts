import {hasAim, isReached, type Result} from './measure.ts'

/** One line for each figure: what, figure, aim, whether it is reached, and a note. */
export function formatResults(results: readonly Result[]): string {
  const rows = results.map(result => [
    result.what,
    figureOf(result.figure, result.unit),
    aimOf(result),
    hasAim(result) ? (isReached(result) ? 'reached' : 'MISSED') : '',
    result.note ?? '',
  ])
  const all = [['', 'figure', 'aim', '', ''], ...rows]
  const widths = [0, 1, 2, 3].map(column => Math.max(...all.map(row => row[column]?.length ?? 0)))
  return all
    .map(row =>
      row
        .map((cell, column) =>
          column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function aimOf({atMost, atLeast, unit}: Result): string {
  if (atMost !== undefined) return `≤ ${atMost} ${unit}`
  return atLeast === undefined ? '' : `≥ ${atLeast} ${unit}`
}

function figureOf(figure: number, unit: Result['unit']): string {
  const digits = unit === 'bytes' || unit === 'MB' ? 0 : figure >= 10 ? 1 : 2
  return `${figure.toFixed(digits)} ${unit}`
}
