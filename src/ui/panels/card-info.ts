import type {Card} from '../../core/card.ts'
import {formatDuration} from '../../core/duration.ts'
import {documentTags} from '../../core/marks.ts'
import {reviewsInForce} from '../../core/replay.ts'
import type {LogEntry, Review} from '../../core/review-log.ts'
import type {RatingContext} from '../../core/session-effects.ts'
import {formatInstant, type Moment, studyDayToIso} from '../../core/time.ts'
import {formatWait, waitOf} from '../../core/wait.ts'
import {explainIntervals, type IntervalWhy} from '../../core/why.ts'
import type {StyledLine} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {fitLine, span} from '../text/fit.ts'
import type {CardText} from '../views/card.ts'
import {RATING_COLORS} from '../views/ratings.ts'
import {daysInWords, dueInWords, percent, questionLine, shortDays} from './card-words.ts'
import {type Column, columnLines} from './columns.ts'
import {type Fact, factLines} from './facts.ts'
import {markWords} from './mark-words.ts'
import {whyLines} from './why-text.ts'

/** All that is known of a card. */
export interface CardInfo {
  readonly card: Card
  /** The answers that count, first to last. */
  readonly history: readonly Review[]
  /** What each rating would lead to now. */
  readonly why: IntervalWhy
}

/**
 * Gather what is known of a card.
 * @param entries of its log, in any order; what was taken back is left out
 */
export function cardInfoOf(
  card: Card,
  entries: readonly LogEntry[],
  moment: Moment,
  context: RatingContext,
): CardInfo {
  return {card, history: reviewsInForce(entries), why: explainIntervals(card, moment, context)}
}

/** A card’s place, memory and marks, why its next intervals are what they are, and its history. */
export function cardInfoText(
  info: CardInfo,
  moment: Moment,
  {width, isRoomy}: Layout,
  look: Look,
): CardText {
  const title = fitLine([span(questionLine(info.card), {bold: true})], width, look.glyphs.ellipsis)
  const heading = (text: string): readonly StyledLine[] => [
    [],
    ...wrapSpans([span(text, {bold: true, color: 'heading'})], width),
  ]
  return {
    pinned: isRoomy ? [title, []] : [title],
    body: [
      ...factLines(factsOf(info, moment, look), width, look),
      ...heading('Why this interval'),
      ...whyLines(info.why, width, look),
      ...(info.history.length > 0
        ? [...heading('History'), ...columnLines(historyColumns(info.history), width, look)]
        : []),
    ],
    top: 0,
  }
}

function factsOf({card, history, why}: CardInfo, moment: Moment, {glyphs}: Look): readonly Fact[] {
  const {schedule} = card
  const path = (names: readonly string[]) => names.join(` ${glyphs.level} `)
  const fact = (name: string, value: string | undefined): readonly Fact[] =>
    value === undefined || value === '' ? [] : [{name, value}]
  const [first] = history
  const last = history.at(-1)
  return [
    ...fact('Deck', path(card.deck.split('::'))),
    ...fact('Section', path(card.section)),
    ...fact('Tags', documentTags(card).join(', ')),
    ...fact('Your tags', card.marks.ownTags.join(', ')),
    ...fact('Place', `${card.source.path}:${card.source.line}`),
    ...fact('Card', `${card.id}${variantWords(card)}`),
    ...fact('Marks', markWords(card.marks, moment.studyDay).join(', ')),
    ...fact('Phase', schedule.phase),
    ...fact('Due', schedule.phase === 'new' ? undefined : dueInWords(schedule, moment)),
    ...fact('Stability', why.memory && daysInWords(why.memory.stability)),
    ...fact('Difficulty', why.memory && `${why.memory.difficulty.toFixed(1)} of 10`),
    ...fact(
      'Recall',
      why.retrievability === undefined ? undefined : `${percent(why.retrievability)} now`,
    ),
    ...fact('Answers', schedule.phase === 'new' ? undefined : answersInWords(schedule)),
    ...fact('First', first && studyDayToIso(first.studyDay)),
    ...fact('Last', last && studyDayToIso(last.studyDay)),
    ...fact('Time', history.length === 0 ? undefined : timeInWords(history)),
  ]
}

function variantWords({variant}: Card): string {
  if (variant === 'forward') return ''
  return variant === 'backward'
    ? ' (asked backwards)'
    : ` (deletion ${variant.slice('cloze-'.length)})`
}

function answersInWords({reps, lapses}: {readonly reps: number; readonly lapses: number}): string {
  return lapses === 0 ? `${reps}` : `${reps}, lapsed ${lapses === 1 ? 'once' : `${lapses} times`}`
}

function timeInWords(history: readonly Review[]): string {
  const total = history.reduce((sum, {durationMs}) => sum + durationMs, 0)
  const each = formatDuration(total / history.length)
  return history.length === 1 ? each : `${each} an answer, ${formatDuration(total)} in all`
}

/** A row for each answer, the last one first. */
function historyColumns(history: readonly Review[]): readonly Column[] {
  const reviews = history.toReversed()
  const column = (
    heading: string,
    align: Column['align'],
    textOf: (review: Review) => string,
  ): Column => ({heading, align, cells: reviews.map(review => span(textOf(review)))})
  const points = column('points', 'right', ({points}) =>
    points ? `${points.recalled}/${points.total}` : '',
  )
  return [
    column('date', 'left', ({studyDay}) => studyDayToIso(studyDay)),
    {
      heading: 'rating',
      align: 'left',
      cells: reviews.map(({rating}) => span(rating, {color: RATING_COLORS[rating]})),
    },
    column('next', 'right', review => formatWait(waitOf(review.after, review))),
    column('stability', 'right', ({after}) =>
      after.phase === 'new' ? '' : shortDays(after.memory.stability),
    ),
    column('took', 'right', ({durationMs}) => formatDuration(durationMs)),
    ...(reviews.some(review => review.points) ? [points] : []),
    column('at', 'right', ({at, utcOffsetMinutes}) =>
      formatInstant(at, utcOffsetMinutes).slice(11, 16),
    ),
  ]
}
