/** What the terminal offers, in cells. */
export interface Size {
  readonly columns: number
  readonly rows: number
}

/** Where the frame lies. */
export interface Layout {
  /** Columns left free on each side. */
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
export function layoutOf({columns, rows}: Size): Layout {
  const margin = columns >= 60 ? 2 : columns >= 30 ? 1 : 0
  const height = Math.max(1, rows - 1)
  return {
    margin,
    width: Math.max(NARROWEST, Math.min(WIDEST, columns - 2 * margin)),
    height,
    isRoomy: height >= 14,
  }
}
