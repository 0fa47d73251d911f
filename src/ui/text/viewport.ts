/** A window of `height` lines onto a text of `total` lines, its first line being `top` (counted from 0). */
export interface Viewport {
  readonly top: number
  readonly height: number
  readonly total: number
}

export type Scroll =
  | 'line-down'
  | 'line-up'
  | 'half-down'
  | 'half-up'
  | 'page-down'
  | 'page-up'
  | 'top'
  | 'bottom'

/** A viewport whose last line is no further than the text’s last line, wherever it was asked to be. */
export function viewportAt(top: number, height: number, total: number): Viewport {
  return {top: Math.max(0, Math.min(top, total - height)), height, total}
}

/** The first line to show after scrolling. A page keeps one line of the page before. */
export function topAfter(viewport: Viewport, by: Scroll): number {
  const {height, total} = viewport
  return viewportAt(wantedTop(viewport, by), height, total).top
}

function wantedTop({top, height, total}: Viewport, by: Scroll): number {
  const page = Math.max(1, height - 1)
  const half = Math.max(1, Math.floor(height / 2))
  switch (by) {
    case 'line-down':
      return top + 1
    case 'line-up':
      return top - 1
    case 'half-down':
      return top + half
    case 'half-up':
      return top - half
    case 'page-down':
      return top + page
    case 'page-up':
      return top - page
    case 'top':
      return 0
    case 'bottom':
      return total
  }
}

/** Where a viewport stands. */
export interface Position {
  /** First and last line shown, counted from 1. */
  readonly first: number
  readonly last: number
  readonly total: number
  /** How much of the text lies above the last line shown, 0–100; 100 only at the very end. */
  readonly percent: number
  readonly hasAbove: boolean
  readonly hasBelow: boolean
}

/** The viewport’s position, or `undefined` when the whole text is shown. */
export function positionOf({top, height, total}: Viewport): Position | undefined {
  if (total <= height) return undefined
  const last = top + height
  return {
    first: top + 1,
    last,
    total,
    percent: Math.floor((100 * last) / total),
    hasAbove: top > 0,
    hasBelow: last < total,
  }
}
