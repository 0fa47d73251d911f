import type {Schedule} from './schedule.ts'
import {MINUTES_PER_DAY, type Moment, MS_PER_DAY, MS_PER_MINUTE, type StudyDay} from './time.ts'

/** How long until a card is due: minutes inside a learning step, study days otherwise. Never below 0. */
export interface Wait {
  readonly unit: 'minutes' | 'days'
  readonly amount: number
}

/**
 * The study day on which a card becomes due, where its wait counts in days: in review, or at a learning step of a
 * day or more. Such a step is over when its day begins, not at the minute of the day at which it began.
 * Nothing for a new card and for shorter steps, which are due at an instant.
 */
export function dueDayOf(schedule: Schedule): StudyDay | undefined {
  switch (schedule.phase) {
    case 'new':
      return undefined
    case 'learning':
    case 'relearning': {
      const days = (schedule.due - schedule.lastReview) / MS_PER_DAY
      return days < 1 ? undefined : ((schedule.lastDay + Math.round(days)) as StudyDay)
    }
    case 'review':
      return schedule.due
  }
}

/** Whether a card that was reviewed before is to be asked again by now. A new card is never due: it is introduced. */
export function isDue(schedule: Schedule, moment: Moment): boolean {
  if (schedule.phase === 'new') return false
  return waitOf(schedule, moment).amount <= 0
}

/** The time from a moment until a card is due; a new card can be asked at once. */
export function waitOf(schedule: Schedule, moment: Moment): Wait {
  const dueDay = dueDayOf(schedule)
  if (dueDay !== undefined) {
    return {unit: 'days', amount: Math.max(0, dueDay - moment.studyDay)}
  }
  if (schedule.phase === 'new') return {unit: 'minutes', amount: 0}
  return {unit: 'minutes', amount: Math.max(0, (schedule.due - moment.at) / MS_PER_MINUTE)}
}

const DAYS_PER_YEAR = 365
const DAYS_PER_MONTH = DAYS_PER_YEAR / 12

/** Short enough for a button: `now`, `<1m`, `10m`, `1.5h`, `4d`, `2.3mo`, `1.4y`. Months begin at 30 days, as in Anki. */
export function formatWait(wait: Wait): string {
  const {amount, unit} = naturalWait(wait)
  switch (unit) {
    case 'now':
      return 'now'
    case 'moment':
      return '<1m'
    case 'minute':
      return `${amount}m`
    case 'hour':
      return `${amount}h`
    case 'day':
      return `${amount}d`
    case 'month':
      return `${amount}mo`
    case 'year':
      return `${amount}y`
  }
}

/** In words: `now`, `less than a minute`, `10 minutes`, `1 hour`, `4 days`, `2.3 months`. */
export function formatWaitInWords(wait: Wait): string {
  const {amount, unit} = naturalWait(wait)
  switch (unit) {
    case 'now':
      return 'now'
    case 'moment':
      return 'less than a minute'
    case 'minute':
    case 'hour':
    case 'day':
    case 'month':
    case 'year':
      return `${amount} ${unit}${amount === 1 ? '' : 's'}`
  }
}

type NaturalUnit = 'now' | 'moment' | 'minute' | 'hour' | 'day' | 'month' | 'year'

/** Whole minutes and days; hours, months and years to one decimal. */
function naturalWait({unit, amount}: Wait): {amount: number; unit: NaturalUnit} {
  if (amount <= 0) return {amount: 0, unit: 'now'}
  if (unit === 'days') return naturalDays(amount)
  if (amount < 1) return {amount: 0, unit: 'moment'}
  const minutes = Math.round(amount)
  if (minutes < 60) return {amount: minutes, unit: 'minute'}
  const hours = oneDecimal(minutes / 60)
  return hours < 24 ? {amount: hours, unit: 'hour'} : naturalDays(amount / MINUTES_PER_DAY)
}

function naturalDays(days: number): {amount: number; unit: NaturalUnit} {
  const whole = Math.round(days)
  if (whole < 30) return {amount: Math.max(1, whole), unit: 'day'}
  if (whole < DAYS_PER_YEAR) return {amount: oneDecimal(whole / DAYS_PER_MONTH), unit: 'month'}
  return {amount: oneDecimal(whole / DAYS_PER_YEAR), unit: 'year'}
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10
}
