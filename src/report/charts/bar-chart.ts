import type {Role, Style, StyledLine} from '../../render/line.ts'
import {BLANK, type Cell, type ChartOptions, clipLines} from './cells.ts'
import {framed, plotWidth, type RowLabel} from './frame.ts'
import {legendLines} from './legend.ts'
import {drawable, formatNumber, gather, placeOn, type Scale, scaleFromZero} from './scale.ts'

/** What a part of each bar stands for. */
export interface BarSeries {
  readonly name: string
  /** One for each column; what is no number, or negative, counts as 0. */
  readonly values: readonly number[]
  readonly color?: Role
}

export interface BarChart {
  /** Under the columns; '' for none. Some are left out where they would touch. */
  readonly labels: readonly string[]
  /** Stacked, the first at the foot; several are told apart by their fill, and named in a line below. */
  readonly series: readonly BarSeries[]
  /** Rows of the bars; whole, at least 1. */
  readonly height: number
  /** Whether only whole values can occur, as with counts; yes if left out. */
  readonly whole?: boolean
  readonly formatValue?: (value: number) => string
}

const EIGHTHS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
const ASCII_PARTS = ['.', ':', '#']
const FILLS = ['█', '▒', '░', '▓', '▚']
const ASCII_FILLS = ['#', '=', '-', '+', '.']
const COLORS: readonly Role[] = ['accent', 'good', 'warning', 'number', 'type']
const WIDEST_BAR = 6

/**
 * Upright bars on axes. Where there are more columns than fit, neighbours are added up.
 */
export function barChart(chart: BarChart, options: ChartOptions): readonly StyledLine[] {
  const {ascii, width} = options
  const {labels, series, whole = true, formatValue = formatNumber} = chart
  const height = Math.max(1, chart.height)
  // The width of the numbers depends on the scale, the scale on how many columns fit beside the numbers.
  const columns = Math.max(0, width - 7)
  const gathered = series.map(({values}) => gather(values.map(drawable), columns))
  const stacks = stacksOf(gathered.map(({sums}) => sums))
  const greatest = stacks.reduce((most, stack) => Math.max(most, stack.at(-1) ?? 0), 0)
  const scale = scaleFromZero(greatest, Math.ceil(height / 3), whole)
  const rowLabels = rowLabelsOf(scale, height, formatValue)

  const plot = plotWidth(width, rowLabels)
  const {bar, gap} = barWidths(stacks.length, plot)
  const fills = series.map((each, index) => fillOf(each, index, series.length, ascii))
  const parts = series.length > 1 ? undefined : ascii ? ASCII_PARTS : EIGHTHS
  const towers = stacks.map(stack => towerOf(stack, scale, height, fills, parts))
  const drawing = Array.from({length: height}, (_, row) => rowOf(towers, row, bar, gap))
  const size = gathered[0]?.size ?? 1
  const names = stacks.map((_, index) => ({
    from: index * (bar + gap),
    columns: bar,
    text: labels[index * size] ?? '',
  }))
  const entries = series.map(({name}, index) => ({sign: fills[index] ?? BLANK, text: name}))
  const legend = series.length > 1 ? legendLines(entries, width) : []
  return clipLines([...framed(drawing, rowLabels, names, options), ...legend], width)
}

/** For each column the sums of its values from the foot up. */
function stacksOf(series: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const columns = series.reduce((most, values) => Math.max(most, values.length), 0)
  return Array.from({length: columns}, (_, column) => {
    let sum = 0
    return series.map(values => {
      sum += values[column] ?? 0
      return sum
    })
  })
}

/** A column’s cells from the top. */
function towerOf(
  stack: readonly number[],
  scale: Scale,
  height: number,
  fills: readonly Cell[],
  parts: readonly string[] | undefined,
): readonly Cell[] {
  const cells = Array<Cell>(height).fill(BLANK)
  if (parts !== undefined) {
    const style = fills[0]?.style
    const units = unitsOf(stack[0] ?? 0, scale, height * parts.length)
    for (let row = 0; row * parts.length < units; row += 1) {
      const filled = Math.min(units - row * parts.length, parts.length)
      const glyph = parts[filled - 1] ?? ' '
      cells[height - 1 - row] = style === undefined ? {glyph} : {glyph, style}
    }
    return cells
  }
  const total = unitsOf(stack.at(-1) ?? 0, scale, height)
  let row = 0
  stack.forEach((sum, index) => {
    const isLast = sum === stack.at(-1)
    const end = isLast ? total : Math.min(total, Math.round(placeOn(scale, sum) * height))
    for (; row < end; row += 1) cells[height - 1 - row] = fills[index] ?? BLANK
  })
  return cells
}

function rowOf(
  towers: readonly (readonly Cell[])[],
  row: number,
  bar: number,
  gap: number,
): readonly Cell[] {
  return towers.flatMap((tower, index) => [
    ...Array<Cell>(index === 0 ? 0 : gap).fill(BLANK),
    ...Array<Cell>(bar).fill(tower[row] ?? BLANK),
  ])
}

/** How many units of height a value takes: at least one, if it is anything at all. */
function unitsOf(value: number, scale: Scale, height: number): number {
  return value === 0 ? 0 : Math.max(1, Math.round(placeOn(scale, value) * height))
}

function barWidths(bars: number, plot: number): {readonly bar: number; readonly gap: number} {
  if (bars === 0) return {bar: 1, gap: 0}
  const room = Math.floor((plot + 1) / bars)
  if (room < 2) return {bar: 1, gap: 0}
  return {bar: Math.min(WIDEST_BAR, room - 1), gap: 1}
}

function rowLabelsOf(
  scale: Scale,
  height: number,
  formatValue: (value: number) => string,
): readonly RowLabel[] {
  return scale.ticks.map(tick => ({
    row: height - Math.round(placeOn(scale, tick) * height),
    text: formatValue(tick),
  }))
}

function fillOf({color}: BarSeries, index: number, count: number, ascii: boolean): Cell {
  const fills = ascii ? ASCII_FILLS : FILLS
  const glyph = fills[count === 1 ? 0 : index % fills.length] as string
  const role = color ?? (COLORS[index % COLORS.length] as Role)
  const style: Style = {color: role}
  return {glyph, style}
}
