import {formatDuration} from '../../core/duration.ts'
import {plural} from '../../core/plural.ts'
import {RATINGS} from '../../core/rating.ts'
import type {ActionCounts, HardCard, SessionReport} from '../../core/session-report.ts'
import type {NextDue} from '../../core/session-summary.ts'
import {recallRate} from '../../core/statistics/retention.ts'
import type {Moment} from '../../core/time.ts'
import {type StyledLine, widthOf} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {percent, questionLine} from '../panels/card-words.ts'
import {type Fact, factLines} from '../panels/facts.ts'
import {fitLine, join, span, spread} from '../text/fit.ts'
import {formatNextDue} from '../text/words.ts'
import {RATING_COLORS} from './ratings.ts'

/** Longest bar, in columns. */
const LONGEST_BAR = 30

/** What is known beyond the session. */
export interface SummaryContext {
  readonly nextDue: NextDue | undefined
  readonly moment: Moment
  /** Days in a row with at least one answer, this one included; nothing where it is not known. */
  readonly streakDays?: number | undefined
}

/**
 * What the session came to, and what comes next. Where there is little room, what comes next stands before the details: those may be
 * scrolled to.
 */
export function summaryLines(
  report: SessionReport,
  context: SummaryContext,
  layout: Layout,
  look: Look,
): readonly StyledLine[] {
  const {width, isRoomy} = layout
  const {reviews} = report
  const next = nextLines(context, width)
  const facts = factLines(factsOf(report), width, look)
  if (reviews === 0) {
    const head = facts.length > 0 ? 'Nothing more to ask.' : 'Nothing to ask.'
    return inParts([wrapSpans([span(head, {bold: true})], width), facts, next], isRoomy)
  }
  const counts = isRoomy
    ? [[], ...ratingBars(report, width, look)]
    : wrapSpans(ratingCounts(report, look), width)
  const head = [...headLines(report, width), ...counts]
  const details = [facts, hardestLines(report.hardest, width, look)]
  return inParts(isRoomy ? [head, ...details, next] : [[...head, ...next], ...details], isRoomy)
}

/** The parts that hold something, one below the other. */
function inParts(
  parts: readonly (readonly StyledLine[])[],
  isRoomy: boolean,
): readonly StyledLine[] {
  const blank: readonly StyledLine[] = isRoomy ? [[]] : []
  return parts
    .filter(lines => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : [...blank, ...lines]))
}

function headLines(
  {reviews, cards, durationMs, practised}: SessionReport,
  width: number,
): readonly StyledLine[] {
  const each = reviews === 1 ? '' : `, ${formatDuration(durationMs / reviews)} each`
  const answers = reviews === cards ? '' : `, ${plural(reviews, 'answer')}`
  const took = `${plural(cards, 'card')}${answers} in ${formatDuration(durationMs)}${each}.`
  const apart = practised > 0 ? ' Your schedule is as it was.' : ''
  return [
    ...wrapSpans([span('That is all for now.', {bold: true})], width),
    ...wrapSpans([span(took + apart)], width),
  ]
}

function nextLines({nextDue, moment, streakDays}: SummaryContext, width: number) {
  return [
    ...(nextDue ? wrapSpans([span(formatNextDue(nextDue, moment))], width) : []),
    ...(streakDays !== undefined && streakDays > 1
      ? wrapSpans([span(`You have studied ${streakDays} days in a row.`)], width)
      : []),
  ]
}

function factsOf({recall, introduced, points, actions}: SessionReport): readonly Fact[] {
  const rate = recallRate(recall)
  const fact = (name: string, value: string | undefined): readonly Fact[] =>
    value === undefined ? [] : [{name, value}]
  return [
    ...fact(
      'Retention',
      rate === undefined
        ? undefined
        : `${percent(rate)}: ${recall.passed} of ${plural(recall.reviewed, 'review')} recalled`,
    ),
    ...fact('New', introduced === 0 ? undefined : `${plural(introduced, 'card')} introduced`),
    ...fact('Points', points && `${points.recalled} of ${points.total} recalled`),
    ...fact('Done', actionWords(actions)),
  ]
}

function actionWords(actions: ActionCounts): string | undefined {
  const words: readonly (readonly [number, string])[] = [
    [actions.suspended, 'suspended'],
    [actions.buried, 'buried'],
    [actions.flagged, 'flagged'],
    [actions.toFix, 'to be fixed'],
    [actions.tagged, 'tagged'],
    [actions.edited, 'edited'],
  ]
  const done = words.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return done.length === 0 ? undefined : done.join(', ')
}

function hardestLines(
  hardest: readonly HardCard[],
  width: number,
  {glyphs}: Look,
): readonly StyledLine[] {
  if (hardest.length === 0) return []
  const rows = hardest.map(({card, agains, longestMs}): StyledLine => {
    const again = agains === 0 ? '' : `${agains} again, `
    const right: StyledLine = [span(again + formatDuration(longestMs), {dim: true})]
    const room = width - widthOf(right) - 2
    const isBeside = room >= width / 2
    const question = [span('  '), span(questionLine(card))]
    const left = fitLine(question, isBeside ? room : width, glyphs.ellipsis)
    return isBeside ? spread(left, right, width) : left
  })
  const heading = hardest.length === 1 ? 'Hardest card' : 'Hardest cards'
  return [fitLine([span(heading, {bold: true})], width, glyphs.ellipsis), ...rows]
}

function ratingCounts({ratings}: SessionReport, {glyphs}: Look): StyledLine {
  const counts = RATINGS.map(
    (rating): StyledLine => [
      span(rating, {color: RATING_COLORS[rating]}),
      span(` ${ratings[rating]}`),
    ],
  )
  return join(counts, span(` ${glyphs.dot} `, {dim: true}))
}

function ratingBars(
  {ratings}: SessionReport,
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
    const line =
      length < 1
        ? start
        : [...start, span(` ${glyphs.bar.repeat(length)}`, {color: RATING_COLORS[rating]})]
    return fitLine(line, width, glyphs.ellipsis)
  })
}
