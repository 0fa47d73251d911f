import {plural} from '../../core/plural.ts'
import {RATINGS} from '../../core/rating.ts'
import type {NextDue, SessionSummary} from '../../core/session-summary.ts'
import type {Moment} from '../../core/time.ts'
import type {StyledLine} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import {join, span} from '../fit.ts'
import type {Layout} from '../layout.ts'
import type {Look} from '../look.ts'
import {formatDuration, formatNextDue} from '../words.ts'
import {RATING_COLORS} from './ratings.ts'

/** Longest bar, in columns. */
const LONGEST_BAR = 30

/** What the session came to, and what comes next. */
export function summaryLines(
  summary: SessionSummary,
  nextDue: NextDue | undefined,
  moment: Moment,
  {width, isRoomy}: Layout,
  look: Look,
): readonly StyledLine[] {
  const {reviews, cards, durationMs} = summary
  const sentence = (text: string, style?: {readonly bold: true}): readonly StyledLine[] =>
    wrapSpans([span(text, style)], width)
  const next = nextDue ? sentence(formatNextDue(nextDue, moment)) : []
  if (reviews === 0) return [...sentence('Nothing to ask.', {bold: true}), ...next]
  const each = reviews === 1 ? '' : `, ${formatDuration(durationMs / reviews)} each`
  const answers = reviews === cards ? '' : `, ${plural(reviews, 'answer')}`
  return [
    ...sentence('That is all for now.', {bold: true}),
    ...sentence(`${plural(cards, 'card')}${answers} in ${formatDuration(durationMs)}${each}.`),
    ...(isRoomy
      ? [[], ...ratingBars(summary, width, look), []]
      : wrapSpans(ratingCounts(summary, look), width)),
    ...next,
  ]
}

function ratingCounts({ratings}: SessionSummary, {glyphs}: Look): StyledLine {
  const counts = RATINGS.map(
    (rating): StyledLine => [
      span(rating, {color: RATING_COLORS[rating]}),
      span(` ${ratings[rating]}`),
    ],
  )
  return join(counts, span(` ${glyphs.dot} `, {dim: true}))
}

function ratingBars(
  {ratings}: SessionSummary,
  width: number,
  {glyphs}: Look,
): readonly StyledLine[] {
  const most = Math.max(...Object.values(ratings))
  const column = String(most).length
  const room = Math.min(LONGEST_BAR, width - column - 8)
  return RATINGS.map(rating => {
    const amount = ratings[rating]
    const length = amount === 0 ? 0 : Math.max(1, Math.round((amount / most) * room))
    const start = [
      {text: rating.padEnd(7)},
      {text: String(amount).padStart(column), style: {bold: true}},
    ]
    return length < 1
      ? start
      : [...start, span(` ${glyphs.bar.repeat(length)}`, {color: RATING_COLORS[rating]})]
  })
}
