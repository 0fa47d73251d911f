import {plural} from '../core/plural.ts'
import {RATINGS, type Rating} from '../core/rating.ts'
import type {Phase} from '../core/schedule.ts'

/** What `ebb stats` shows; also its JSON, documented in docs/json.md. */
export interface Stats {
  readonly today: {
    readonly introduced: number
    readonly reviewed: number
    readonly answers: number
    readonly durationMs: number
    readonly ratings: Readonly<Record<Rating, number>>
  }
  readonly streakDays: number
  /** Study days with at least one answer. */
  readonly studyDays: number
  /** Reviews of cards in review over the last `days` study days. */
  readonly retention: {
    readonly days: number
    readonly reviewed: number
    readonly passed: number
    readonly desired: number
  }
  readonly cards: Readonly<Record<Phase | 'absent', number>>
}

/** The numbers in words. */
export function formatStats({today, streakDays, studyDays, retention, cards}: Stats): string {
  const ratings = RATINGS.map(rating => `${today.ratings[rating]} ${rating}`).join(', ')
  const rows: [string, string][] = [
    [
      'today',
      `${plural(today.answers, 'answer')} in ${formatDuration(today.durationMs)} (${ratings}); ${today.introduced} new`,
    ],
    ['streak', `${plural(streakDays, 'day')} in a row; ${plural(studyDays, 'day')} in all`],
    ['true retention', `${formatRetention(retention)} (desired: ${percent(retention.desired)})`],
    [
      'cards',
      `${cards.new} new, ${cards.learning + cards.relearning} learning, ${cards.review} in review, ${cards.absent} absent`,
    ],
  ]
  return rows.map(([name, text]) => `${name.padEnd(15)} ${text}\n`).join('')
}

function formatRetention({days, reviewed, passed}: Stats['retention']): string {
  if (reviewed === 0) return `no reviews in the last ${plural(days, 'day')}`
  return `${percent(passed / reviewed)} of ${plural(reviewed, 'review')} passed in the last ${plural(days, 'day')}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}
