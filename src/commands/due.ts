import {countDue} from '../core/queue.ts'
import {formatDue} from '../report/due.ts'
import {formatJson} from '../report/json.ts'
import {type Context, done, type Outcome} from './context.ts'
import {gatherOffer} from './session.ts'

export interface DueFlags {
  readonly decks: readonly string[]
  readonly json: boolean
}

/** How many cards a session would ask now. */
export function due(context: Context, {decks, json}: DueFlags): Outcome {
  const {candidates, budget, queueContext} = gatherOffer(context, decks)
  const counts = countDue(candidates, budget, queueContext)
  return done(json ? formatJson(counts) : formatDue(counts))
}
