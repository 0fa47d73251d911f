import type {StudyDay} from '../time.ts'
import {
  ANSWER_KINDS,
  type AnswerKind,
  type AnswerSum,
  type AnswersByDay,
  countOf,
  durationOf,
  ratingsOf,
  sumOf,
} from './answers.ts'
import type {ActivityDay, RatingRow, RetentionRow, RetentionSpan, Today} from './dashboard.ts'
import {lastDays, type Period} from './periods.ts'
import {retentionOf} from './retention.ts'

/** @param due Cards that are due today. */
export function todayOf(byDay: AnswersByDay, today: StudyDay, due: number): Today {
  const sum = sumOf(byDay, lastDays(today, 1))
  return {
    answers: countOf(sum),
    introduced: countOf(sum, ['new']),
    reviewed: countOf(sum, ['young', 'mature']),
    durationMs: durationOf(sum),
    ratings: ratingsOf(sum),
    due,
  }
}

/** Every day of a period, also those without an answer. */
export function activityOf(byDay: AnswersByDay, {from, to}: Period): readonly ActivityDay[] {
  const days: ActivityDay[] = []
  for (let day = from; day <= to; day = (day + 1) as StudyDay) {
    const sum = byDay.get(day)
    days.push({day, answers: countsOf(sum), durationMs: sum === undefined ? 0 : durationOf(sum)})
  }
  return days
}

function countsOf(sum: AnswerSum | undefined): Readonly<Record<AnswerKind, number>> {
  const counts = {new: 0, learning: 0, young: 0, mature: 0, relearning: 0}
  if (sum !== undefined) for (const kind of ANSWER_KINDS) counts[kind] = countOf(sum, [kind])
  return counts
}

const SPAN_DAYS: Readonly<Record<Exclude<RetentionSpan, 'all'>, number>> = {
  day: 1,
  week: 7,
  month: 30,
  year: 365,
}

/**
 * True retention over growing periods.
 *
 * @param period That of the last row, up to today.
 * @param since The day before which no answer counts, if there is one.
 */
export function retentionRows(
  byDay: AnswersByDay,
  period: Period,
  since: StudyDay | undefined,
): readonly RetentionRow[] {
  const row = (span: RetentionSpan, of: Period): RetentionRow => ({
    span,
    period: of,
    ...retentionOf(sumOf(byDay, of)),
  })
  const spans = (['day', 'week', 'month', 'year'] as const).map(span => {
    const {from, to} = lastDays(period.to, SPAN_DAYS[span])
    return row(span, {from: Math.max(from, since ?? from) as StudyDay, to})
  })
  return [...spans, row('all', period)]
}

/** How often each rating was given to cards of each kind. */
export function ratingRows(sum: AnswerSum): readonly RatingRow[] {
  return [
    {kind: 'learning', ratings: ratingsOf(sum, ['new', 'learning', 'relearning'])},
    {kind: 'young', ratings: ratingsOf(sum, ['young'])},
    {kind: 'mature', ratings: ratingsOf(sum, ['mature'])},
  ]
}
