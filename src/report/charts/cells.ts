import {glyphsOf} from '../../render/glyphs.ts'
import type {Span, Style, StyledLine} from '../../render/line.ts'
import {sanitizeText} from '../../render/sanitize.ts'
import {graphemesOf, textWidth} from '../../render/width.ts'

/** How wide a chart may be, and with what it is drawn. */
export interface ChartOptions {
  /** Columns; whole. Less than 1 gives a chart without lines. */
  readonly width: number
  /** Draw with ASCII alone. */
  readonly ascii: boolean
}

/** One column of a chart’s drawing: a glyph of width 1, or nothing after a glyph of width 2. */
export interface Cell {
  readonly glyph: string
  readonly style?: Style
}

export const BLANK: Cell = {glyph: ' '}

/** Names and numbers at the axes. */
export const LABEL: Style = {color: 'muted'}
/** The axes. */
export const AXIS: Style = {color: 'border'}

/** Cells as a line; blanks at its end are left out. */
export function lineOfCells(cells: readonly Cell[]): StyledLine {
  const spans: Span[] = []
  let end = cells.length
  while (end > 0 && cells[end - 1] === BLANK) end -= 1
  let text = ''
  let style: Style | undefined
  for (const cell of cells.slice(0, end)) {
    if (cell.style !== style && text !== '') {
      spans.push(spanOf(text, style))
      text = ''
    }
    style = cell.style
    text += cell.glyph
  }
  if (text !== '') spans.push(spanOf(text, style))
  return spans
}

export function spanOf(text: string, style?: Style): Span {
  return style === undefined ? {text} : {text, style}
}

/** A text from the learner on one line, safe for a terminal. */
export function cleanText(text: string): string {
  return sanitizeText(text).replaceAll(/[^\S ]/g, ' ')
}

/** The text in exactly so many columns: filled up with blanks, or cut off with an ellipsis. */
export function fitText(text: string, width: number, ascii: boolean): string {
  const columns = textWidth(text)
  if (columns <= width) return text + ' '.repeat(width - columns)
  const {ellipsis} = glyphsOf(ascii)
  const mark = textWidth(ellipsis) < width ? ellipsis : ''
  const start = startOf(text, width - textWidth(mark)) + mark
  return start + ' '.repeat(Math.max(0, width - textWidth(start)))
}

/** The lines, cut off where they would be wider than asked for. */
export function clipLines(lines: readonly StyledLine[], width: number): readonly StyledLine[] {
  if (width < 1) return []
  return lines.map(line => clip(line, width))
}

function clip(line: StyledLine, width: number): StyledLine {
  const spans: Span[] = []
  let left = width
  for (const span of line) {
    const columns = textWidth(span.text)
    if (columns > left) {
      const text = startOf(span.text, left)
      return text === '' ? spans : [...spans, {...span, text}]
    }
    spans.push(span)
    left -= columns
  }
  return spans
}

/** As much of a text’s beginning as fits. */
function startOf(text: string, width: number): string {
  let result = ''
  for (const grapheme of graphemesOf(text)) {
    if (textWidth(result + grapheme) > width) break
    result += grapheme
  }
  return result
}
