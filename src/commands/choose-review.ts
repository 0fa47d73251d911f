import type {Terminal} from '../platform/terminal.ts'
import {keptHeld} from '../ui/pages/run-page.ts'
import {holdTerminal} from '../ui/terminal/held-terminal.ts'
import {chooseDecks} from './choose-decks.ts'
import {ALL_DUE} from './chosen-cards.ts'
import {type Context, done, type Outcome} from './context.ts'
import {gatherDecks} from './deck-offer.ts'

/** Lets the learner choose from the decks that have something to ask, and reviews them; right away where it is one deck, or none. */
export async function chooseReview(context: Context, terminal: Terminal): Promise<Outcome> {
  const decks = gatherDecks(context)
  if (decks.decksWithCards < 2) {
    const {review} = await import('./review.ts')
    return review(context, terminal, ALL_DUE)
  }
  const held = holdTerminal(terminal)
  try {
    const picked = await chooseDecks(context, terminal, held, decks)
    if (picked === 'aborted') return {output: '', exitCode: 1}
    if (picked.kind !== 'chosen') return done('')
    const {review} = await import('./review.ts')
    return await review(context, terminal, {...ALL_DUE, decks: picked.decks}, keptHeld(held))
  } finally {
    held.release()
  }
}
