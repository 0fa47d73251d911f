import {deckTree, withinBudget} from '../core/deck-tree.ts'
import {countDue} from '../core/queue.ts'
import type {PickerOffer} from '../ui/picker/picker-state.ts'
import {ALL_DUE} from './chosen-cards.ts'
import {gatherOffer, type Offer, type Outside} from './session.ts'

/** What all decks offer now, and each of them. */
export interface DecksOffer extends PickerOffer {
  readonly offer: Offer
  /** How many decks have something to ask, those above them not counted. */
  readonly decksWithCards: number
}

/** What could be reviewed now, deck by deck. */
export function gatherDecks(context: Outside): DecksOffer {
  const offer = gatherOffer(context, ALL_DUE)
  const {candidates, budget, queueContext} = offer
  const without = Number.POSITIVE_INFINITY
  const unlimited = {...budget, newLeft: without, reviewsLeft: without}
  // What one deck leaves of the day’s limits is another’s: only without them each deck counts as if it were chosen alone.
  const decks = countDue(candidates, unlimited, queueContext).decks.filter(
    counts => withinBudget(counts, budget).total > 0,
  )
  return {
    offer,
    budget,
    decksWithCards: decks.length,
    tree: deckTree(decks),
    everything: countDue(candidates, budget, queueContext),
  }
}
