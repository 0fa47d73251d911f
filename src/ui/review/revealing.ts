import {currentCard} from '../../core/session.ts'
import {advance, previewAt} from './advance.ts'
import {countParts} from './answer-parts.ts'
import {firstReveal, type RevealMode} from './reveal.ts'
import type {ReviewControllerOptions} from './review-options.ts'
import type {ReviewState} from './review-state.ts'

/** The state after the answer to the question is shown, or its first part. Where no question is asked, nothing happens. */
export function revealed(
  options: ReviewControllerOptions,
  state: ReviewState,
  mode: RevealMode,
): ReviewState {
  const card = currentCard(state.session)
  const advanced = advance(options, state.session, {type: 'reveal'})
  if (!card || advanced.outcome !== 'moved') return state
  const {session} = advanced
  const moment = options.clock()
  return {
    ...state,
    session,
    moment,
    reveal: firstReveal(mode, countParts(card, mode)),
    preview: previewAt(options, session, moment),
    place: undefined,
    overlay: undefined,
  }
}
