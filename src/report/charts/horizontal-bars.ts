import type {Role, Span, StyledLine} from '../../render/line.ts'
import {textWidth} from '../../render/width.ts'
import {type ChartOptions, cleanText, clipLines, fitText, LABEL, spanOf} from './cells.ts'
import {drawable, formatNumber} from './scale.ts'

export interface HorizontalBar {
  readonly label: string
  /** At least 0; what is no number, or negative, counts as 0. */
  readonly value: number
  /** Shown after the bar in place of the value. */
  readonly text?: string
  readonly color?: Role
  /** A value to compare with, shown as a stroke across the bar. */
  readonly mark?: number
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']
const MARK = {unicode: '│', ascii: '|'}

/**
 * A bar for each row, with its label before and its value after it. Labels get at most two fifths of the width.
 *
 * @param options.max The value of a full bar, at least 0; the greatest value or mark if left out.
 */
export function horizontalBars(
  rows: readonly HorizontalBar[],
  options: ChartOptions & {readonly max?: number},
): readonly StyledLine[] {
  const {width, ascii} = options
  const labels = rows.map(({label}) => cleanText(label))
  const texts = rows.map(({value, text}) => cleanText(text ?? formatNumber(drawable(value))))
  const labelWidth = Math.min(widest(labels), Math.floor(width * 0.4))
  const textColumns = widest(texts)
  const room = width - labelWidth - textColumns - 2
  const greatest = rows.reduce(
    (most, {value, mark}) => Math.max(most, drawable(value), drawable(mark)),
    0,
  )
  const max = drawable(options.max ?? greatest)

  const lines = rows.map((row, index): StyledLine => {
    const label = spanOf(fitText(labels[index] ?? '', labelWidth, ascii), LABEL)
    const text = texts[index] ?? ''
    const padded = ' '.repeat(textColumns - textWidth(text)) + text
    if (room < 1) return [label, spanOf(` ${padded}`)]
    return [label, spanOf(' '), ...barOf(row, max, room, ascii), spanOf(` ${padded}`)]
  })
  return clipLines(lines, width)
}

function barOf(
  {value, mark, color = 'accent'}: HorizontalBar,
  max: number,
  room: number,
  ascii: boolean,
): readonly Span[] {
  const share = max === 0 ? 0 : Math.min(1, drawable(value) / max)
  const bar = (ascii ? asciiBar(share, room) : blockBar(share, room)).padEnd(room)
  if (mark === undefined) return [spanOf(bar, {color})]
  const at = max === 0 ? 0 : Math.min(room - 1, Math.round((drawable(mark) / max) * room))
  const stroke = ascii ? MARK.ascii : MARK.unicode
  return [
    spanOf(bar.slice(0, at), {color}),
    spanOf(stroke, {bold: true}),
    spanOf(bar.slice(at + 1), {color}),
  ].filter(({text}) => text !== '')
}

function blockBar(share: number, room: number): string {
  const eighths = share === 0 ? 0 : Math.max(1, Math.round(share * room * 8))
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')
}

function asciiBar(share: number, room: number): string {
  return '#'.repeat(share === 0 ? 0 : Math.max(1, Math.round(share * room)))
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, textWidth(text)), 0)
}
