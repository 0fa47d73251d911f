import {plural} from '../core/plural.ts'
import type {Counts, DueCounts} from '../core/queue.ts'
import {formatTable} from './table.ts'

/** What is due, at least one card, in one sentence and by deck. */
export function formatDue({decks, ...counts}: DueCounts): string {
  const rows = decks.map(({deck, ...inDeck}) => [
    deck,
    ...(['new', 'learning', 'review'] as const).map(phase => String(inDeck[phase])),
  ])
  return `${plural(counts.total, 'card')} to review: ${formatCounts(counts)}\n\n${formatTable([
    ['deck', 'new', 'learning', 'review'],
    ...rows,
  ])}\n`
}

function formatCounts({new: fresh, learning, review}: Counts): string {
  return `${fresh} new, ${learning} learning, ${review} in review`
}
