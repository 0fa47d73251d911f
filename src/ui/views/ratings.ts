import {RATINGS, type Rating} from '../../core/rating.ts'
import type {Schedule} from '../../core/schedule.ts'
import type {Moment} from '../../core/time.ts'
import {formatWait, waitOf} from '../../core/wait.ts'
import type {Role, Span, StyledLine} from '../../render/line.ts'
import {widthOf} from '../../render/line.ts'
import {join, span, spread} from '../fit.ts'
import type {Layout} from '../layout.ts'
import type {Look} from '../look.ts'

/** The colour of each rating, wherever it is named. */
export const RATING_COLORS: Readonly<Record<Rating, Role>> = {
  again: 'bad',
  hard: 'warning',
  good: 'good',
  easy: 'accent',
}

/** The four buttons, each with the key that presses it and the time until the card would be asked again. */
export function ratingLines(
  preview: Readonly<Record<Rating, Schedule>>,
  moment: Moment,
  {width}: Layout,
  {glyphs}: Look,
  hint: StyledLine,
): readonly StyledLine[] {
  const buttons = RATINGS.map((rating, index): StyledLine => {
    const wait = formatWait(waitOf(preview[rating], moment))
    return [
      span(`${index + 1} `, {bold: true}),
      span(rating, {color: RATING_COLORS[rating]}),
      span(` ${wait}`, {bold: true}),
    ]
  })
  const inOne = join(buttons, span(` ${glyphs.dot} `, {dim: true}))
  if (widthOf(inOne) <= width) return [spread(inOne, hint, width)]
  const column = Math.max(...buttons.map(widthOf)) + 2
  if (2 * column - 2 <= width) {
    const pairs = [buttons.slice(0, 2), buttons.slice(2)]
    return pairs.map(pair =>
      join(
        pair.map(button => padTo(button, column)),
        span(''),
      ),
    )
  }
  const short = RATINGS.map((rating, index): StyledLine => {
    return [span(`${index + 1} ${formatWait(waitOf(preview[rating], moment))}`)]
  })
  return [join(short, span('  '))]
}

function padTo(line: StyledLine, width: number): readonly Span[] {
  return [...line, {text: ' '.repeat(Math.max(0, width - widthOf(line)))}]
}
