import {plural} from '../core/plural.ts'
import {RATINGS} from '../core/rating.ts'
import type {SessionReport} from '../core/session-report.ts'

/** What stays on the screen after a session: one line, or nothing where nothing was rated. */
export function formatEnding({reviews, cards, ratings, practised}: SessionReport): string {
  if (reviews === 0) return ''
  const counted = RATINGS.filter(rating => ratings[rating] > 0)
    .map(rating => `${ratings[rating]} ${rating}`)
    .join(', ')
  return practised > 0
    ? `${plural(reviews, 'answer')} to ${plural(cards, 'card')} in practice: ${counted}. Your schedule is as it was.\n`
    : `${plural(reviews, 'review')} of ${plural(cards, 'card')} recorded: ${counted}.\n`
}
