import {currentCard, previewOf} from '../core/session.ts'
import {cardToJson, formatAnswer, formatQuestion, previewToJson} from '../report/card.ts'
import {formatJson} from '../report/json.ts'
import type {ReviewRequest} from './chosen-cards.ts'
import {type Context, done, type Outcome} from './context.ts'
import {nothingDue} from './nothing-due.ts'
import {prepareQuestion} from './session.ts'

export interface NextFlags {
  readonly request: ReviewRequest
  /** Whether the answer is shown, and what each rating would lead to. JSON has both always. */
  readonly answer: boolean
  readonly json: boolean
}

/** The card that the session would ask now. */
export function next(context: Context, {request, answer, json}: NextFlags): Outcome {
  const prepared = prepareQuestion(context, request)
  const {session, sessionContext, moment, choice} = prepared
  const card = currentCard(session)
  const preview = previewOf(session, moment, sessionContext)
  if (!card || !preview) {
    return done(json ? formatJson({card: null}) : nothingDue(prepared, request, choice))
  }
  const zone = context.clock.utcOffsetMinutes
  return done(
    json
      ? formatJson({card: cardToJson(card, zone), ratings: previewToJson(preview, moment, zone)})
      : answer
        ? formatAnswer(card, preview, moment)
        : formatQuestion(card),
  )
}
