import type {Keymap} from '../../core/keymap.ts'
import {keysFor} from '../../core/keymap.ts'
import {RATINGS, type Rating} from '../../core/rating.ts'
import type {Schedule} from '../../core/schedule.ts'
import type {Moment} from '../../core/time.ts'
import {formatWait, waitOf} from '../../core/wait.ts'
import type {Role, Span, StyledLine} from '../../render/line.ts'
import {widthOf} from '../../render/line.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {join, span, spread} from '../text/fit.ts'

/** The colour of each rating, wherever it is named. */
export const RATING_COLORS: Readonly<Record<Rating, Role>> = {
  again: 'bad',
  hard: 'warning',
  good: 'good',
  easy: 'accent',
}

/** What the buttons say. */
export interface RatingButtons {
  /** Nothing where no rating changes the schedule. */
  readonly preview: Readonly<Record<Rating, Schedule>> | undefined
  readonly moment: Moment
  readonly keymap: Keymap
  readonly buttons: 2 | 4
  /** Marked as the one to take. */
  readonly suggested: Rating | undefined
}

/** Other keys, the first ones first where there is little room. */
export interface OtherKeys {
  readonly items: readonly StyledLine[]
  /** As many of the items as fit. */
  readonly fitting: (items: readonly StyledLine[], room: number) => StyledLine
}

/** The buttons, each with the key that presses it and the time until the card would be asked again; other keys beside them. */
export function ratingLines(
  buttons: RatingButtons,
  {width}: Layout,
  {glyphs}: Look,
  {items, fitting}: OtherKeys,
): readonly StyledLine[] {
  const ratings = buttons.buttons === 2 ? (['again', 'good'] as const) : RATINGS
  const beside = (left: readonly Span[], right: readonly StyledLine[]) =>
    right.length === 0 ? left : spread(left, fitting(right, width - widthOf(left) - 2), width)
  const long = ratings.map(rating => buttonOf(rating, buttons, glyphs.level, false))
  const inOne = join(long, span(` ${glyphs.dot} `, {dim: true}))
  if (widthOf(inOne) <= width) return [beside(inOne, items)]
  const column = Math.max(...long.map(widthOf)) + 2
  if (2 * column - 2 <= width && ratings.length === 4) {
    const [first, second] = [long.slice(0, 2), long.slice(2)].map(pair =>
      join(
        pair.map(button => padTo(button, column)),
        span(''),
      ),
    ) as [StyledLine, StyledLine]
    return [beside(trimmed(first), items.slice(1, 2)), beside(trimmed(second), items.slice(0, 1))]
  }
  const short = ratings.map(rating => buttonOf(rating, buttons, glyphs.level, true))
  return [join(short, span('  '))]
}

function buttonOf(
  rating: Rating,
  {preview, moment, keymap, suggested}: RatingButtons,
  mark: string,
  isShort: boolean,
): StyledLine {
  const key = keysFor(keymap, rating, 'answer')[0] ?? ''
  const wait = preview ? formatWait(waitOf(preview[rating], moment)) : ''
  const isSuggested = rating === suggested
  const marker = isSuggested ? [span(mark, {bold: true})] : []
  if (isShort) return [...marker, span([key, wait || rating].filter(Boolean).join(' '))]
  const name = span(rating, {color: RATING_COLORS[rating], ...(isSuggested && {inverse: true})})
  return [
    ...marker,
    ...(key === '' ? [] : [span(`${key} `, {bold: true})]),
    name,
    ...(wait === '' ? [] : [span(` ${wait}`, {bold: true})]),
  ]
}

function padTo(line: StyledLine, width: number): readonly Span[] {
  return [...line, {text: ' '.repeat(Math.max(0, width - widthOf(line)))}]
}

/** Without the blanks at its end, so that there is room beside it. */
function trimmed(line: StyledLine): StyledLine {
  const last = line.at(-1)
  return last && last.text.trim() === '' ? line.slice(0, -1) : line
}
