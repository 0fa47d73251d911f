import {plural} from '../../core/plural.ts'
import {RATINGS} from '../../core/rating.ts'
import {ANSWER_KINDS, type AnswerKind} from '../../core/statistics/answers.ts'
import type {ActivityDay, Dashboard, RatingRow} from '../../core/statistics/dashboard.ts'
import {studyDayToIso} from '../../core/time.ts'
import {dayLabels, minutes, percent, recall} from './amounts.ts'
import {barDrawing} from './bars.ts'
import {calendarDrawing} from './calendar.ts'
import {figure, type Series} from './figure.ts'
import type {Html} from './html.ts'

const KINDS: readonly (Series & {readonly of: readonly AnswerKind[]})[] = [
  {name: 'new', tone: 'new', of: ['new']},
  {name: 'learning and relearning', tone: 'learning', of: ['learning', 'relearning']},
  {name: 'young', tone: 'young', of: ['young']},
  {name: 'mature', tone: 'mature', of: ['mature']},
]

/** More bars than this would be thinner than a line: neighbours are added up. */
const MOST_BARS = 90

/** The calendar of a year. */
export function calendarFigure({heatMap, streaks}: Dashboard): Html {
  const days = heatMap.weeks.flat().filter(day => day !== undefined)
  return figure({
    id: 'calendar',
    title: 'Calendar',
    note: `${plural(streaks.current, 'day')} in a row now, ${streaks.longest} at most, ${plural(streaks.studyDays, 'study day')} in all.`,
    drawing: calendarDrawing(heatMap),
    table: {
      head: ['Day', 'Answers'],
      rows: days
        .filter(({answers}) => answers > 0)
        .map(({day, answers}) => [studyDayToIso(day), answers]),
    },
    isWide: true,
  })
}

/** Answers by day and by the kind of card, or by several days where there are many. */
export function activityFigure({activity}: Dashboard): Html {
  const groups = grouped(activity)
  const labels = dayLabels(groups.map(({day}) => day))
  const bars = groups.map((group, index) => ({
    label: labels[index] ?? '',
    tip: `${spanName(group)}: ${KINDS.map(({name, of}) => `${countOf(group, of)} ${name}`).join(', ')}`,
    values: KINDS.map(({of}) => countOf(group, of)),
  }))
  const size = groups[0]?.days ?? 1
  return figure({
    id: 'activity',
    title: 'Answers by day',
    note: size > 1 && `Each bar stands for ${size} days.`,
    drawing: barDrawing('Answers by day and kind of card', bars, KINDS),
    table: {
      head: ['Day', ...ANSWER_KINDS, 'Minutes'],
      rows: activity
        .filter(({answers}) => ANSWER_KINDS.some(kind => answers[kind] > 0))
        .map(({day, answers, durationMs}) => [
          studyDayToIso(day),
          ...ANSWER_KINDS.map(kind => answers[kind]),
          minutes(durationMs),
        ]),
    },
  })
}

/** Time spent on answers, by day. */
export function timeFigure({activity, time}: Dashboard): Html {
  const groups = grouped(activity)
  const labels = dayLabels(groups.map(({day}) => day))
  const bars = groups.map((group, index) => ({
    label: labels[index] ?? '',
    tip: `${spanName(group)}: ${minutes(group.durationMs)} min`,
    values: [group.durationMs / 60_000],
  }))
  const pace = [
    ['Answers', time.answers],
    ['Minutes', minutes(time.durationMs)],
    ['Study days', time.studyDays],
    [
      'Minutes per study day',
      time.studyDays === 0 ? '–' : minutes(time.durationMs / time.studyDays),
    ],
    ['Seconds per answer, mean', time.meanSeconds?.toFixed(1) ?? '–'],
    ['Seconds per answer, median', time.medianSeconds?.toFixed(1) ?? '–'],
  ] as const
  return figure({
    id: 'time',
    title: 'Minutes by day',
    drawing: barDrawing('Minutes by day', bars, [{name: 'minutes', tone: 'plain'}], false),
    table: {head: ['', 'Value'], rows: pace},
  })
}

/** When answers are given, by hour of the learner’s day. */
export function hoursFigure({hours}: Dashboard): Html {
  const bars = hours.map(hour => ({
    label: String(hour.hour),
    tip: `${hour.hour}:00: ${plural(hour.answers, 'answer')}, ${recall(hour)} of reviews passed`,
    values: [hour.answers],
  }))
  return figure({
    id: 'hours',
    title: 'Hours of the day',
    drawing: barDrawing('Answers by hour of the day', bars, [{name: 'answers', tone: 'plain'}]),
    table: {
      head: ['Hour', 'Answers', 'Reviews', 'Passed'],
      rows: hours.map(hour => [`${hour.hour}:00`, hour.answers, hour.reviewed, recall(hour)]),
    },
  })
}

/** How often each rating was given. */
export function ratingsFigure({ratings}: Dashboard): Html {
  const bars = RATINGS.map((rating, index) => ({
    label: rating,
    tip: `${rating}: ${ratings.map(row => `${row.ratings[rating]} ${row.kind}`).join(', ')}`,
    values: RATINGS.map((_, at) => (at === index ? sumOf(ratings, rating) : 0)),
  }))
  const shares = (row: RatingRow) => {
    const total = RATINGS.reduce((sum, rating) => sum + row.ratings[rating], 0)
    return RATINGS.map(rating =>
      total === 0 ? '–' : `${row.ratings[rating]} (${percent(row.ratings[rating] / total)})`,
    )
  }
  return figure({
    id: 'ratings',
    title: 'Ratings',
    drawing: {...barDrawing('How often each rating was given', bars, TONES), series: []},
    table: {
      head: ['Cards', ...RATINGS],
      rows: ratings.map(row => [row.kind, ...shares(row)]),
    },
  })
}

const TONES: readonly Series[] = RATINGS.map(rating => ({name: rating, tone: rating}))

function sumOf(rows: readonly RatingRow[], rating: (typeof RATINGS)[number]): number {
  return rows.reduce((sum, row) => sum + row.ratings[rating], 0)
}

interface Group extends ActivityDay {
  readonly days: number
}

function grouped(activity: readonly ActivityDay[]): readonly Group[] {
  const size = Math.max(1, Math.ceil(activity.length / MOST_BARS))
  return Array.from({length: Math.ceil(activity.length / size)}, (_, index) => {
    const part = activity.slice(index * size, (index + 1) * size)
    const sum = (kind: AnswerKind) => part.reduce((total, {answers}) => total + answers[kind], 0)
    return {
      day: (part[0] as ActivityDay).day,
      days: part.length,
      answers: Object.fromEntries(ANSWER_KINDS.map(kind => [kind, sum(kind)])) as Group['answers'],
      durationMs: part.reduce((total, {durationMs}) => total + durationMs, 0),
    }
  })
}

function spanName({day, days}: Group): string {
  return days === 1 ? studyDayToIso(day) : `${plural(days, 'day')} from ${studyDayToIso(day)}`
}

function countOf({answers}: Group, kinds: readonly AnswerKind[]): number {
  return kinds.reduce((sum, kind) => sum + answers[kind], 0)
}
