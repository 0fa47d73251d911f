import {formatDuration} from '../../core/duration.ts'
import {plural} from '../../core/plural.ts'
import type {SessionSummary} from '../../core/session-summary.ts'
import type {StyledLine} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {Layout} from '../looks/layout.ts'
import {span} from '../text/fit.ts'

/** That the goal of the session is reached, and what it came to. */
export function goalLines(
  {reviews, cards, durationMs}: SessionSummary,
  left: number,
  {width}: Layout,
): readonly StyledLine[] {
  const answers = reviews === cards ? '' : `, ${plural(reviews, 'answer')}`
  const sentence = (text: string, style = {}) => wrapSpans([span(text, style)], width)
  return [
    ...sentence('That is the goal.', {bold: true}),
    ...sentence(`${plural(cards, 'card')}${answers} in ${formatDuration(durationMs)}.`),
    [],
    ...sentence(
      left === 1 ? '1 card is left; it can wait.' : `${left} cards are left; they can wait.`,
    ),
  ]
}
