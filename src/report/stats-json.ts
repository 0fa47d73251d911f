import type {Dashboard, Histogram} from '../core/statistics/dashboard.ts'
import type {Period} from '../core/statistics/periods.ts'
import {formatInstant, type StudyDay, studyDayToIso} from '../core/time.ts'

/**
 * The dashboard as JSON has it: dates for study days, ISO 8601 for the moment, and null where there is no figure, also for the end of
 * a bin without one. The keys are a promise; docs/statistics.md lists them.
 */
export function dashboardJson(dashboard: Dashboard) {
  const {moment, scope, retention, stability, difficulty, retrievability, intervals} = dashboard
  return {
    generatedAt: formatInstant(moment.at, moment.utcOffsetMinutes),
    day: studyDayToIso(moment.studyDay),
    scope: {
      decks: scope.decks,
      tags: scope.tags,
      since: scope.since === undefined ? null : studyDayToIso(scope.since),
      ...dates(scope.period),
    },
    desiredRetention: dashboard.desiredRetention,
    today: dashboard.today,
    streaks: dashboard.streaks,
    heatMap: heatMapJson(dashboard),
    forecast: {...dashboard.forecast, days: dashboard.forecast.days.map(dated)},
    activity: dashboard.activity.map(dated),
    retention: retention.map(({period, ...row}) => ({...row, ...dates(period)})),
    cards: dashboard.cards,
    stabilityDays: histogramJson(stability),
    difficulty: histogramJson(difficulty),
    retrievability: histogramJson(retrievability),
    intervalDays: histogramJson(intervals),
    hours: dashboard.hours,
    ratings: dashboard.ratings,
    time: nulls(dashboard.time),
    knowledge: dashboard.knowledge.map(dated),
    decks: dashboard.decks,
    leeches: dashboard.leeches.map(({memory, question, ...leech}) => ({
      ...leech,
      stabilityDays: memory.stability,
      difficulty: memory.difficulty,
      question: question ?? null,
    })),
    calibration: nulls(dashboard.calibration),
  }
}

function heatMapJson({heatMap}: Dashboard) {
  const days = heatMap.weeks.flat().filter(day => day !== undefined)
  return {thresholds: heatMap.thresholds, days: days.map(dated)}
}

function histogramJson({cards, mean, median, bins}: Histogram) {
  const ended = bins.map(bin => ({...bin, to: Number.isFinite(bin.to) ? bin.to : null}))
  return {cards, mean: mean ?? null, median: median ?? null, bins: ended}
}

function dated<Of extends {readonly day: StudyDay}>(of: Of): Omit<Of, 'day'> & {day: string} {
  return {...of, day: studyDayToIso(of.day)}
}

function dates({from, to}: Period) {
  return {from: studyDayToIso(from), to: studyDayToIso(to)}
}

function nulls<Values extends object>(values: Values) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? null]))
}
