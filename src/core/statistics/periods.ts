import {MS_PER_DAY, type StudyDay} from '../time.ts'

/** Study days in a row, first and last included. Empty where `to` is before `from`. */
export interface Period {
  readonly from: StudyDay
  readonly to: StudyDay
}

export type PeriodUnit = 'day' | 'week' | 'month' | 'year'

const DAYS_PER_WEEK = 7

/** The last `days` study days up to today, today included. */
export function lastDays(today: StudyDay, days: number): Period {
  return {from: (today - days + 1) as StudyDay, to: today}
}

/** Study days that the period holds; at least 0. */
export function daysIn({from, to}: Period): number {
  return Math.max(0, to - from + 1)
}

/** 0 (Monday) to 6 (Sunday). 1 January 1970 was a Thursday. */
export function weekdayOf(day: StudyDay): number {
  return (((day + 3) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK
}

/** The day, week (from Monday), month or year of the calendar that a study day lies in. */
export function periodOf(day: StudyDay, unit: PeriodUnit): Period {
  switch (unit) {
    case 'day':
      return {from: day, to: day}
    case 'week': {
      const from = day - weekdayOf(day)
      return {from: from as StudyDay, to: (from + DAYS_PER_WEEK - 1) as StudyDay}
    }
    case 'month': {
      const {year, month} = dateOf(day)
      return {from: firstOfMonth(year, month), to: (firstOfMonth(year, month + 1) - 1) as StudyDay}
    }
    case 'year': {
      const {year} = dateOf(day)
      return {from: firstOfMonth(year, 0), to: (firstOfMonth(year + 1, 0) - 1) as StudyDay}
    }
  }
}

/**
 * The calendar’s days, weeks, months or years that cover a period, ascending and without a gap; the first and
 * the last are cut off where the period begins and ends.
 */
export function calendarPeriods(period: Period, unit: PeriodUnit): readonly Period[] {
  const periods: Period[] = []
  for (let from = period.from; from <= period.to; ) {
    const to = Math.min(periodOf(from, unit).to, period.to) as StudyDay
    periods.push({from, to})
    from = (to + 1) as StudyDay
  }
  return periods
}

/**
 * A period in parts of the same number of days, ascending and without a gap. They are counted back from the end, so
 * that the first part may be shorter.
 *
 * @param days Of each part; whole, at least 1.
 */
export function equalPeriods(period: Period, days: number): readonly Period[] {
  const periods: Period[] = []
  for (let to = period.to; to >= period.from; to = (to - days) as StudyDay) {
    periods.push({from: Math.max(to - days + 1, period.from) as StudyDay, to})
  }
  return periods.reverse()
}

/** The index of the period that holds a study day, or −1. The periods ascend and do not overlap. */
export function indexOfPeriod(periods: readonly Period[], day: StudyDay): number {
  let low = 0
  let high = periods.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((periods[middle] as Period).to < day) low = middle + 1
    else high = middle
  }
  const period = periods[low]
  return period !== undefined && period.from <= day ? low : -1
}

function dateOf(day: StudyDay): {readonly year: number; readonly month: number} {
  const date = new Date(day * MS_PER_DAY)
  return {year: date.getUTCFullYear(), month: date.getUTCMonth()}
}

/** @param month 0 (January) to 12 (January of the next year). */
function firstOfMonth(year: number, month: number): StudyDay {
  return (Date.UTC(year, month, 1) / MS_PER_DAY) as StudyDay
}
