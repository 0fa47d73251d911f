import type {Card} from '../../core/card.ts'
import {facesOf} from '../../core/faces.ts'
import type {Schedule} from '../../core/schedule.ts'
import {type Moment, studyDayToIso} from '../../core/time.ts'
import {dueDayOf, formatWaitInWords, waitOf} from '../../core/wait.ts'
import {plainTextOf} from '../../render/plain-text.ts'

/** Enough of a question to fill a line. */
const LONGEST_QUESTION = 500

/** The first line of the question, without the signs of Markdown. */
export function questionLine({content, variant}: Pick<Card, 'content' | 'variant'>): string {
  const start = facesOf(content, variant).front.trimStart().slice(0, LONGEST_QUESTION)
  return plainTextOf(start).split('\n', 1)[0]?.trim() || start.split('\n', 1)[0]?.trim() || '?'
}

/** `in 4 days, on 2026-09-18`; `10 minutes` are not worth a date. */
export function dueInWords(schedule: Schedule, moment: Moment): string {
  if (schedule.phase === 'new') return 'not asked yet'
  const day = dueDayOf(schedule)
  if (day === undefined) {
    const wait = waitOf(schedule, moment)
    return wait.amount <= 0 ? 'now' : `in ${formatWaitInWords(wait)}`
  }
  const days = day - moment.studyDay
  const inDays = formatWaitInWords({unit: 'days', amount: Math.abs(days)})
  const date = studyDayToIso(day)
  if (days === 0) return 'today'
  if (days === 1) return `tomorrow, on ${date}`
  return days > 0 ? `in ${inDays}, on ${date}` : `since ${inDays}, from ${date} on`
}

/** Days in a table: `0.21d`, `2.3d`, `26d`. */
export function shortDays(days: number): string {
  return `${roundDays(days)}d`
}

/** Days in a sentence: `2.3 days`, `1 day`. */
export function daysInWords(days: number): string {
  const rounded = roundDays(days)
  return `${rounded} ${rounded === 1 ? 'day' : 'days'}`
}

function roundDays(days: number): number {
  const digits = days < 1 ? 2 : days < 10 ? 1 : 0
  return Number(days.toFixed(digits))
}

/** `87 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
