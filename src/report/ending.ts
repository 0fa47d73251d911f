import {plural} from '../core/plural.ts'
import {RATINGS} from '../core/rating.ts'
import type {SessionSummary} from '../core/session-summary.ts'

/** What stays on the screen after a session: one line, or nothing where nothing was rated. */
export function formatEnding({reviews, cards, ratings}: SessionSummary): string {
  if (reviews === 0) return ''
  const counted = RATINGS.filter(rating => ratings[rating] > 0).map(
    rating => `${ratings[rating]} ${rating}`,
  )
  return `${plural(reviews, 'review')} of ${plural(cards, 'card')} recorded: ${counted.join(', ')}.\n`
}
