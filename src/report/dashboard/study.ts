import {formatDuration} from '../../core/duration.ts'
import {RATINGS} from '../../core/rating.ts'
import type {ActivityDay, Dashboard} from '../../core/statistics/dashboard.ts'
import {calendarPeriods, indexOfPeriod, type Period} from '../../core/statistics/periods.ts'
import {MS_PER_MINUTE, MS_PER_SECOND, type StudyDay, studyDayToIso} from '../../core/time.ts'
import {barChart} from '../charts/bar-chart.ts'
import type {ChartOptions} from '../charts/cells.ts'
import {heatMapChart} from '../charts/heat-map-chart.ts'
import {remark, type Section, textLines} from './section.ts'
import {counted, formatCount, monthAndDay} from './words.ts'

const CHART_ROWS = 8
const SHORT_CHART_ROWS = 6

export function todaySection({today}: Dashboard): Section {
  const {answers, introduced, reviewed, durationMs, ratings, due} = today
  const given = RATINGS.map(rating => `${formatCount(ratings[rating])} ${rating}`).join(', ')
  return {
    title: 'Today',
    draw: options => [
      ...textLines(
        answers === 0
          ? 'No answers yet.'
          : `${counted(answers, 'answer')} in ${formatDuration(durationMs)}: ${given}.`,
        options,
      ),
      ...textLines(
        `${counted(introduced, 'new card')}, ${counted(reviewed, 'review')}; ${counted(due, 'card')} due.`,
        options,
      ),
    ],
  }
}

export function calendarSection({streaks, heatMap}: Dashboard): Section {
  const {current, longest, studyDays} = streaks
  const text = `${counted(current, 'day')} in a row; at most ${formatCount(longest)}; ${counted(studyDays, 'day')} in all.`
  return {
    title: 'Streak and calendar',
    draw: options => [...textLines(text, options), [], ...heatMapChart(heatMap, options)],
  }
}

export function activitySection(dashboard: Dashboard): Section {
  return {
    title: 'Reviews by type',
    draw: options => {
      const {unit, groups} = groupsFor(dashboard, options)
      const kinds = ['new', 'learning', 'relearning', 'young', 'mature'] as const
      const series = kinds.map(kind => ({
        name: kind,
        values: groups.map(group => sumOf(group.days, ({answers}) => answers[kind])),
      }))
      const labels = groups.map(({period}) => labelOf(period.from, unit))
      return [
        ...remark(`Answers by ${unit}, ${spanOfTime(groups)}.`, options),
        ...barChart({labels, series, height: CHART_ROWS}, options),
      ]
    },
  }
}

export function timeSection(dashboard: Dashboard): Section {
  const {durationMs, studyDays, answers, medianSeconds, answersPerMinute} = dashboard.time
  const each = answers === 0 ? 0 : durationMs / answers
  const text =
    answers === 0
      ? 'No time was spent.'
      : `${formatDuration(durationMs)} on ${counted(studyDays, 'day')}, ${formatDuration(durationMs / Math.max(1, studyDays))} a day. ` +
        `${formatDuration(each)} for an answer, half of them within ${formatDuration((medianSeconds ?? 0) * MS_PER_SECOND)}` +
        `${answersPerMinute === undefined ? '' : `; ${answersPerMinute.toFixed(1)} answers a minute`}.`
  return {
    title: 'Time and pace',
    draw: options => {
      const {unit, groups} = groupsFor(dashboard, options)
      const values = groups.map(
        ({days}) => sumOf(days, ({durationMs}) => durationMs) / MS_PER_MINUTE,
      )
      const labels = groups.map(({period}) => labelOf(period.from, unit))
      return [
        ...textLines(text, options),
        ...remark(`Minutes by ${unit}, ${spanOfTime(groups)}.`, options),
        ...barChart(
          {labels, series: [{name: 'minutes', values}], height: SHORT_CHART_ROWS, whole: false},
          options,
        ),
      ]
    },
  }
}

type Unit = 'day' | 'week' | 'month'

interface Group {
  readonly period: Period
  readonly days: readonly ActivityDay[]
}

/** Columns beside the bars, for numbers and the axis. */
const AXIS_COLUMNS = 7
const FEWEST_DAYS = 28
const DAYS_OF_WEEK = 7

/**
 * A bar for each day, as far back as there is room; where somebody asked since when, as long a unit as makes everything fit.
 */
function groupsFor(
  {activity, scope}: Dashboard,
  {width}: ChartOptions,
): {readonly unit: Unit; readonly groups: readonly Group[]} {
  const room = Math.max(FEWEST_DAYS, width - AXIS_COLUMNS)
  const recent = scope.since === undefined ? activity.slice(-room) : activity
  const unit =
    recent.length <= room ? 'day' : recent.length <= room * DAYS_OF_WEEK ? 'week' : 'month'
  const from = recent[0]?.day ?? scope.period.to
  const periods = calendarPeriods({from, to: scope.period.to}, unit)
  const days = periods.map((): ActivityDay[] => [])
  for (const day of recent) days[indexOfPeriod(periods, day.day)]?.push(day)
  return {unit, groups: periods.map((period, index) => ({period, days: days[index] ?? []}))}
}

function spanOfTime(groups: readonly Group[]): string {
  const [first, last] = [groups[0], groups.at(-1)]
  if (first === undefined || last === undefined) return 'none yet'
  const [from, to] = [studyDayToIso(first.period.from), studyDayToIso(last.period.to)]
  return from === to ? from : `${from} to ${to}`
}

function labelOf(day: StudyDay, unit: Unit): string {
  return unit === 'month' ? studyDayToIso(day).slice(0, 7) : monthAndDay(day)
}

function sumOf(days: readonly ActivityDay[], amountOf: (day: ActivityDay) => number): number {
  return days.reduce((sum, day) => sum + amountOf(day), 0)
}
