import {currentCard, previewOf} from '../core/session.ts'
import {cardToJson, formatQuestion, previewToJson} from '../report/card.ts'
import {formatJson} from '../report/json.ts'
import {type Context, done, type Outcome} from './context.ts'
import {prepareSession} from './session.ts'

export interface NextFlags {
  readonly decks: readonly string[]
  readonly json: boolean
}

/** The card that the session would ask now. */
export function next(context: Context, {decks, json}: NextFlags): Outcome {
  const {session, sessionContext, moment} = prepareSession(context, decks)
  const card = currentCard(session)
  const preview = previewOf(session, moment, sessionContext)
  if (!card || !preview) return done(json ? formatJson({card: null}) : 'Nothing is due.\n')
  const zone = context.clock.utcOffsetMinutes
  return done(
    json
      ? formatJson({card: cardToJson(card, zone), ratings: previewToJson(preview, moment, zone)})
      : formatQuestion(card, preview, moment),
  )
}
