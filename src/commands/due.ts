import {countDue} from '../core/queue.ts'
import {formatDue} from '../report/due.ts'
import {formatJson} from '../report/json.ts'
import {type Context, done, type Outcome} from './context.ts'
import {nothingDue} from './nothing-due.ts'
import {gatherOffer} from './session.ts'

export interface DueFlags {
  readonly decks: readonly string[]
  readonly json: boolean
}

/** How many cards a session would ask now. */
export function due(context: Context, {decks, json}: DueFlags): Outcome {
  const offer = gatherOffer(context, decks)
  const counts = countDue(offer.candidates, offer.budget, offer.queueContext)
  if (json) return done(formatJson(counts))
  return done(counts.total === 0 ? nothingDue(offer, offer.decks) : formatDue(counts))
}
