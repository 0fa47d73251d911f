import type {Role, Style, StyledLine} from '../../render/line.ts'
import {BLANK, type Cell, type ChartOptions, clipLines, LABEL} from './cells.ts'
import {BRAILLE_COLUMNS, BRAILLE_ROWS, brailleAt, type Dots, dotsOfLine} from './dots.ts'
import {type ColumnLabel, framed, plotWidth, type RowLabel} from './frame.ts'
import {legendLines} from './legend.ts'
import {formatNumber, placeOn, type Scale, scaleBetween, scaleFromZero} from './scale.ts'

export interface LineChart {
  readonly name: string
  /** At equal distances; the line is broken where one is missing or no number. */
  readonly values: readonly (number | undefined)[]
  /** Something to compare with, drawn in small dots behind the line: one value for each of `values`. */
  readonly reference?: {readonly name: string; readonly values: readonly (number | undefined)[]}
  /** Under the chart, one for each of the values or fewer; see `BarChart.labels`. */
  readonly labels: readonly string[]
  /** Rows; whole, at least 1. */
  readonly height: number
  /** The ends of the vertical axis; from 0 to a round number above the greatest value if left out. */
  readonly range?: {readonly min: number; readonly max: number}
  readonly formatValue?: (value: number) => string
  readonly color?: Role
}

const SIGNS = {line: '⠒', reference: '·'}
const ASCII_SIGNS = {line: '*', reference: '.'}

/** A line on axes, in braille dots. With a reference, a line below says which is which. */
export function lineChart(chart: LineChart, options: ChartOptions): readonly StyledLine[] {
  const {ascii, width} = options
  const {formatValue = formatNumber, color = 'accent', reference} = chart
  const height = Math.max(1, chart.height)
  const scale = scaleOf(chart, height)
  const rowLabels = scale.ticks.map(
    (tick): RowLabel => ({
      row: Math.round((1 - placeOn(scale, tick)) * (height - 1)),
      text: formatValue(tick),
    }),
  )
  const plot = plotWidth(width, rowLabels)
  const signs = ascii ? ASCII_SIGNS : SIGNS
  const lineAt = glyphsOfLine(chart.values, scale, {columns: plot, rows: height, ascii})
  const style: Style = {color}
  const dot: Cell = {glyph: signs.reference, style: LABEL}
  const places = placesOf(reference?.values ?? [], scale)
  const behind = dotsOfLine(places, plot, height)
  const drawing = Array.from({length: height}, (_, row) =>
    Array.from({length: plot}, (_, column): Cell => {
      const glyph = lineAt(column, row)
      if (glyph !== undefined) return {glyph, style}
      return behind.has(column, row) ? dot : BLANK
    }),
  )
  const legend =
    reference === undefined
      ? []
      : legendLines(
          [
            {sign: {glyph: signs.line, style}, text: chart.name},
            {sign: dot, text: reference.name},
          ],
          width,
        )
  const lines = framed(drawing, rowLabels, columnLabelsOf(chart.labels, plot), options)
  return clipLines([...lines, ...legend], width)
}

function scaleOf({values, reference, range}: LineChart, height: number): Scale {
  const intervals = Math.ceil(height / 3)
  if (range !== undefined) return scaleBetween(range.min, range.max, intervals)
  let greatest = 0
  for (const value of values) greatest = Math.max(greatest, finite(value) ?? 0)
  for (const value of reference?.values ?? []) greatest = Math.max(greatest, finite(value) ?? 0)
  return scaleFromZero(greatest, intervals, false)
}

function placesOf(
  values: readonly (number | undefined)[],
  scale: Scale,
): readonly (number | undefined)[] {
  return values.map(value => {
    const known = finite(value)
    return known === undefined ? undefined : placeOn(scale, known)
  })
}

function finite(value: number | undefined): number | undefined {
  return value === undefined || !Number.isFinite(value) ? undefined : value
}

function glyphsOfLine(
  values: readonly (number | undefined)[],
  scale: Scale,
  {
    columns,
    rows,
    ascii,
  }: {readonly columns: number; readonly rows: number; readonly ascii: boolean},
): (column: number, row: number) => string | undefined {
  const places = placesOf(values, scale)
  if (ascii) {
    const dots = dotsOfLine(places, columns, rows)
    return (column, row) => (dots.has(column, row) ? ASCII_SIGNS.line : undefined)
  }
  const dots: Dots = dotsOfLine(places, columns * BRAILLE_COLUMNS, rows * BRAILLE_ROWS)
  return (column, row) => brailleAt(dots, column, row)
}

function columnLabelsOf(labels: readonly string[], plot: number): readonly ColumnLabel[] {
  const last = Math.max(1, labels.length - 1)
  return labels.map((text, index) => ({
    from: Math.round((index / last) * (plot - 1)),
    columns: 1,
    text,
  }))
}
