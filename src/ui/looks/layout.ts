/** What the terminal offers, in cells. */
export interface Size {
  readonly columns: number
  readonly rows: number
}

/** Where the text stands in a terminal that is wider than it. */
export type Align = 'left' | 'centre'

/** Where the frame lies. */
export interface Layout {
  /** Columns left free at the left. */
  readonly margin: number
  /** Columns of text. */
  readonly width: number
  /** Lines of the frame. */
  readonly height: number
  /** Whether there is room for lines that only please the eye. */
  readonly isRoomy: boolean
}

/** Longer lines are hard to read. */
const WIDEST = 90
/** Where the terminal is narrower still, lines are cut off. */
const NARROWEST = 8

/**
 * The frame for a terminal. It is a line lower than the terminal: a frame as tall as the terminal would be cleared and
 * written anew each time instead of being updated.
 */
export function layoutOf({columns, rows}: Size, align: Align = 'left'): Layout {
  const least = columns >= 60 ? 2 : columns >= 30 ? 1 : 0
  const height = Math.max(1, rows - 1)
  const width = Math.max(NARROWEST, Math.min(WIDEST, columns - 2 * least))
  const margin = align === 'centre' ? Math.max(least, Math.floor((columns - width) / 2)) : least
  return {margin, width, height, isRoomy: height >= 14}
}
