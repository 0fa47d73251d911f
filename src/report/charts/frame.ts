import type {StyledLine} from '../../render/line.ts'
import {graphemesOf, textWidth} from '../../render/width.ts'
import {AXIS, BLANK, type Cell, cleanText, LABEL, lineOfCells, spanOf} from './cells.ts'

/** A number beside the vertical axis. */
export interface RowLabel {
  /** From the top; the row under the drawing is the horizontal axis. */
  readonly row: number
  readonly text: string
}

/** A name under the horizontal axis. */
export interface ColumnLabel {
  /** The columns that it names. */
  readonly from: number
  readonly columns: number
  readonly text: string
}

interface AxisGlyphs {
  readonly line: string
  readonly tick: string
  readonly corner: string
  readonly floor: string
}

const UNICODE: AxisGlyphs = {line: '│', tick: '┤', corner: '└', floor: '─'}
const ASCII: AxisGlyphs = {line: '|', tick: '+', corner: '+', floor: '-'}

/** Columns that the vertical axis takes beside its numbers: a blank and the axis. */
const AXIS_COLUMNS = 2
/** A drawing narrower than this has no axis beside it. */
const LEAST_PLOT = 4

/** Columns that are left for the drawing beside the numbers. */
export function plotWidth(width: number, labels: readonly RowLabel[]): number {
  const plot = width - AXIS_COLUMNS - labelsWidth(labels)
  return plot < LEAST_PLOT ? Math.max(0, width) : plot
}

/**
 * A drawing with its axes: numbers at the left, names below.
 *
 * @param drawing Rows from the top, each of the same number of cells, at most `plotWidth`.
 * @param options.width Columns of the whole chart.
 */
export function framed(
  drawing: readonly (readonly Cell[])[],
  rowLabels: readonly RowLabel[],
  columnLabels: readonly ColumnLabel[],
  {width, ascii}: {readonly width: number; readonly ascii: boolean},
): readonly StyledLine[] {
  const glyphs = ascii ? ASCII : UNICODE
  const columns = plotWidth(width, rowLabels)
  const labels = labelsWidth(rowLabels)
  const hasAxis = columns === width - AXIS_COLUMNS - labels

  const axisAt = (row: number, plain: string): StyledLine => {
    if (!hasAxis) return []
    const label = rowLabels.find(each => each.row === row)
    const glyph = label === undefined || row === drawing.length ? plain : glyphs.tick
    return [spanOf(`${(label?.text ?? '').padStart(labels)} `, LABEL), spanOf(glyph, AXIS)]
  }
  const floor = drawing[0]?.length || columns
  const names = lineOfCells(namesUnder(columnLabels, columns))
  return [
    ...drawing.map((cells, row) => [...axisAt(row, glyphs.line), ...lineOfCells(cells)]),
    [...axisAt(drawing.length, glyphs.corner), spanOf(glyphs.floor.repeat(floor), AXIS)],
    ...(names.length === 0
      ? []
      : [[...(hasAxis ? [spanOf(' '.repeat(labels + AXIS_COLUMNS))] : []), ...names]]),
  ]
}

/** Every name, or every second, third … so that none touches another. */
function namesUnder(labels: readonly ColumnLabel[], columns: number): readonly Cell[] {
  const named = labels
    .map(label => ({...label, text: cleanText(label.text).trim()}))
    .filter(({text}) => text !== '')
  for (let stride = 1; stride <= named.length; stride += 1) {
    const cells = placed(
      named.filter((_, index) => index % stride === 0),
      columns,
    )
    if (cells !== undefined) return cells
  }
  return []
}

function placed(labels: readonly ColumnLabel[], columns: number): readonly Cell[] | undefined {
  const cells: Cell[] = []
  for (const {from, columns: under, text} of labels) {
    const width = textWidth(text)
    const centred = from + Math.floor((under - width) / 2)
    const start = Math.max(0, Math.min(centred, columns - width))
    if ((cells.length > 0 && start <= cells.length) || start + width > columns) return undefined
    while (cells.length < start) cells.push(BLANK)
    for (const glyph of graphemesOf(text)) cells.push(...cellsOf(glyph))
  }
  return cells
}

/** A grapheme in as many cells as it takes columns. */
function cellsOf(glyph: string): readonly Cell[] {
  return Array.from({length: textWidth(glyph)}, (_, column) => ({
    glyph: column === 0 ? glyph : '',
    style: LABEL,
  }))
}

function labelsWidth(labels: readonly RowLabel[]): number {
  return labels.reduce((width, {text}) => Math.max(width, textWidth(text)), 0)
}
