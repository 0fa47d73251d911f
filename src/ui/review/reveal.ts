import type {Points} from '../../core/review-log.ts'
import type {Scroll} from '../text/viewport.ts'

/** How an answer is uncovered: at once, point by point, or as an outline to tick off first. */
export type RevealMode = 'all' | 'points' | 'outline'

export const REVEAL_MODES: readonly RevealMode[] = ['all', 'points', 'outline']

/** How much of an answer is shown. */
export type Reveal =
  | {readonly kind: 'hidden'}
  | Outline
  /** The first steps of the answer, at least one; all of them when `shown` is `total`. */
  | {readonly kind: 'points'; readonly shown: number; readonly total: number}
  /** With the points that were ticked off before, if any. */
  | {readonly kind: 'whole'; readonly points?: Points}

/** The points that the answer makes, to be ticked off; the answer itself is hidden. */
export interface Outline {
  readonly kind: 'outline'
  readonly total: number
  /** Indexes of points, counted from 0. */
  readonly ticked: readonly number[]
  readonly cursor: number
}

export const HIDDEN: Reveal = {kind: 'hidden'}
export const WHOLE: Reveal = {kind: 'whole'}

/** With fewer there is nothing to reveal one after the other, or to count. */
const FEWEST_PARTS = 2

/** What the first press of the key shows. @param parts how many the answer has in this mode; one is shown at once */
export function firstReveal(mode: RevealMode, parts: number): Reveal {
  if (parts < FEWEST_PARTS) return WHOLE
  switch (mode) {
    case 'all':
      return WHOLE
    case 'points':
      return {kind: 'points', shown: 1, total: parts}
    case 'outline':
      return {kind: 'outline', total: parts, ticked: [], cursor: 0}
  }
}

/** What another press of the key shows: one step more, or the answer to the outline. */
export function nextReveal(reveal: Reveal): Reveal {
  switch (reveal.kind) {
    case 'hidden':
    case 'whole':
      return reveal
    case 'points':
      return {...reveal, shown: Math.min(reveal.total, reveal.shown + 1)}
    case 'outline':
      return {kind: 'whole', points: pointsIn(reveal)}
  }
}

/** All of the answer. The ticks of an outline that was given up count for nothing. */
export function wholeReveal(reveal: Reveal): Reveal {
  switch (reveal.kind) {
    case 'hidden':
    case 'whole':
      return reveal
    case 'points':
      return {...reveal, shown: reveal.total}
    case 'outline':
      return WHOLE
  }
}

/** What is shown after the mode was changed: never less than before, as what was read cannot be recalled. */
export function revealInMode(reveal: Reveal, mode: RevealMode, parts: number): Reveal {
  if (reveal.kind === 'outline') return firstReveal(mode, parts)
  return mode === 'all' ? wholeReveal(reveal) : reveal
}

/** Tick the point at the cursor off, or not; the cursor goes on to the next one after a tick. */
export function tickPoint(outline: Outline): Outline {
  const {ticked, cursor, total} = outline
  if (ticked.includes(cursor)) {
    return {...outline, ticked: ticked.filter(point => point !== cursor)}
  }
  return {...outline, ticked: [...ticked, cursor], cursor: Math.min(total - 1, cursor + 1)}
}

/** The outline with its cursor elsewhere. */
export function movePoint(outline: Outline, by: Scroll, page: number): Outline {
  const wanted = outline.cursor + distanceOf(by, page, outline.total)
  return {...outline, cursor: Math.max(0, Math.min(outline.total - 1, wanted))}
}

/** How many points of an outline are ticked. */
export function pointsIn({ticked, total}: Outline): Points {
  return {recalled: ticked.length, total}
}

function distanceOf(by: Scroll, page: number, total: number): number {
  const half = Math.max(1, Math.floor(page / 2))
  switch (by) {
    case 'line-down':
      return 1
    case 'line-up':
      return -1
    case 'half-down':
      return half
    case 'half-up':
      return -half
    case 'page-down':
      return Math.max(1, page - 1)
    case 'page-up':
      return -Math.max(1, page - 1)
    case 'top':
      return -total
    case 'bottom':
      return total
  }
}
