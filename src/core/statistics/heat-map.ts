import type {StudyDay} from '../time.ts'
import {type AnswersByDay, countOf} from './answers.ts'
import {daysIn, type Period, periodOf, weekdayOf} from './periods.ts'

export type HeatLevel = 0 | 1 | 2 | 3 | 4

export interface HeatDay {
  readonly day: StudyDay
  readonly answers: number
  /** 0 without an answer, 4 for the busiest days. */
  readonly level: HeatLevel
}

/** A calendar with a column for each week. */
export interface HeatMap {
  /** Ascending; each has seven places, Monday first, empty outside the period. */
  readonly weeks: readonly (readonly (HeatDay | undefined)[])[]
  /** The fewest answers of a day of level 1, 2, 3 and 4. They may be equal where days have few answers. */
  readonly thresholds: readonly [number, number, number, number]
}

const WEEKS = 53

/** The year of a heat map: the week of today, as far as it has come, and the 52 before it. */
export function heatMapPeriod(today: StudyDay): Period {
  return {from: (periodOf(today, 'week').from - (WEEKS - 1) * 7) as StudyDay, to: today}
}

/**
 * Answers on each day of a period. Levels are quarters of what nine of ten active days stay within, so that
 * one day of cramming does not pale the rest.
 */
export function heatMapOf(byDay: AnswersByDay, period: Period): HeatMap {
  const counts: number[] = []
  for (let day = period.from; day <= period.to; day = (day + 1) as StudyDay) {
    const sum = byDay.get(day)
    counts.push(sum === undefined ? 0 : countOf(sum))
  }
  const thresholds = thresholdsOf(counts)
  const before = weekdayOf(period.from)
  const weeks = Array.from({length: Math.ceil((before + daysIn(period)) / 7)}, (_, week) =>
    Array.from({length: 7}, (_, weekday): HeatDay | undefined => {
      const index = week * 7 + weekday - before
      const answers = counts[index]
      if (answers === undefined) return undefined
      return {day: (period.from + index) as StudyDay, answers, level: levelOf(answers, thresholds)}
    }),
  )
  return {weeks: daysIn(period) === 0 ? [] : weeks, thresholds}
}

function thresholdsOf(counts: readonly number[]): HeatMap['thresholds'] {
  const active = counts.filter(count => count > 0).sort((a, b) => a - b)
  const busy = active[Math.ceil(active.length * 0.9) - 1] ?? 0
  const least = (level: number) => Math.floor((busy * (level - 1)) / 4) + 1
  return [least(1), least(2), least(3), least(4)]
}

function levelOf(answers: number, thresholds: HeatMap['thresholds']): HeatLevel {
  return thresholds.filter(least => answers >= least).length as HeatLevel
}
