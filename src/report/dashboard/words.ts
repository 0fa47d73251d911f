import type {Recall} from '../../core/statistics/retention.ts'
import {recallRate} from '../../core/statistics/retention.ts'
import {type StudyDay, studyDayToIso} from '../../core/time.ts'
import {formatNumber, formatPercent} from '../charts/scale.ts'

/** A count with its thousands apart: `12,345`. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** `12,345 cards`, `1 card`. */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** A share of what was recalled: `91.5 %`, or a dash where nothing was asked. */
export function formatRecall(recall: Recall): string {
  const rate = recallRate(recall)
  return rate === undefined ? '-' : formatPercent(rate)
}

/** Days in few columns: `12 d`, `3.4 mo`, `1.2 y`. */
export function formatDays(days: number): string {
  if (days < 30) return `${formatNumber(days)} d`
  if (days < 365) return `${trimmed(days / (365 / 12))} mo`
  return days === Number.POSITIVE_INFINITY ? 'more' : `${trimmed(days / 365)} y`
}

/** The month and day of a date: `09-14`. */
export function monthAndDay(day: StudyDay): string {
  return studyDayToIso(day).slice(5)
}

function trimmed(value: number): string {
  return String(Number(value.toFixed(1)))
}
