import {textWidth} from './width.ts'

/** What a colour means. A palette says which colour that is. */
export type Role =
  | 'heading'
  | 'accent'
  | 'code'
  | 'math'
  | 'link'
  | 'quote'
  | 'marker'
  | 'border'
  | 'muted'
  | 'keyword'
  | 'string'
  | 'number'
  | 'comment'
  | 'function'
  | 'type'
  | 'good'
  | 'warning'
  | 'bad'

/** How a span looks. Attributes carry meaning where there is no colour. */
export interface Style {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly dim?: boolean
  readonly underline?: boolean
  readonly strikethrough?: boolean
  readonly inverse?: boolean
  readonly color?: Role
}

/** A piece of a line with one look: no control characters, no line break. */
export interface Span {
  readonly text: string
  readonly style?: Style
  /** Absolute address that the span leads to, for terminals that know OSC 8. */
  readonly href?: string
  /** The image of the terminal that the text is cells of (image-cells.ts). */
  readonly imageId?: number
}

/** One row of the terminal. Empty for a blank row. */
export type StyledLine = readonly Span[]

/** Columns that the line takes. */
export function widthOf(line: StyledLine): number {
  return textWidth(plainText(line))
}

/** The line without its looks. */
export function plainText(line: StyledLine): string {
  return line.length === 1 ? (line[0]?.text ?? '') : line.map(span => span.text).join('')
}
