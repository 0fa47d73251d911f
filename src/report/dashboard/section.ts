import type {Style, StyledLine} from '../../render/line.ts'
import {textWidth} from '../../render/width.ts'
import {type ChartOptions, cleanText, fitText, LABEL, spanOf} from '../charts/cells.ts'

/** A part of the dashboard under a title of its own. */
export interface Section {
  readonly title: string
  /** Lines of at most the width asked for. */
  readonly draw: (options: ChartOptions) => readonly StyledLine[]
}

/** Between words, but not between a number and its unit. */
const BREAK = / (?!(?:s|min|h|d|mo|y|%)(?![^\s.,;:)]))/

/** A text in lines of at most so many columns, broken between words where there are any. */
export function textLines(
  text: string,
  {width, ascii}: ChartOptions,
  style?: Style,
): readonly StyledLine[] {
  const lines: string[] = []
  for (const word of cleanText(text).split(BREAK)) {
    const line = lines.at(-1)
    const longer = `${line} ${word}`
    if (line !== undefined && textWidth(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(textWidth(word) <= width ? word : fitText(word, width, ascii))
  }
  return lines.map(line => [spanOf(line, style)])
}

/** A remark under or over a chart. */
export function remark(text: string, options: ChartOptions): readonly StyledLine[] {
  return textLines(text, options, LABEL)
}
