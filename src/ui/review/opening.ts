import type {Card} from '../../core/card.ts'
import {currentCard} from '../../core/session.ts'
import type {PreviousAnswer} from '../panels/previous-answer.ts'
import {afterStandstill} from './advance.ts'
import type {Panel} from './panel.ts'
import type {ReviewControllerOptions} from './review-options.ts'
import type {ReviewState} from './review-state.ts'

/** The state with a panel open; closed again by the key that opened it. */
export function panelAfter(
  options: ReviewControllerOptions,
  state: ReviewState,
  kind: 'info' | 'previous',
): ReviewState {
  const {overlay, session} = state
  const open = overlay?.kind === 'panel' ? overlay.panel : undefined
  if (open?.kind === kind) return closed(options, state)
  if (kind === 'previous') {
    const previous = previousAnswerIn(state)
    return previous
      ? withPanel(state, {kind, previous})
      : said(state, 'No card was answered before this one.')
  }
  const card = cardIn(open) ?? currentCard(session)
  if (!card || !options.readCardInfo) return said(state, 'There is nothing to show here.')
  return withPanel(state, {kind, info: options.readCardInfo(card, options.clock())})
}

/** The state without what lay over the card. A card that was found leads back to the search. */
export function closed(options: ReviewControllerOptions, state: ReviewState): ReviewState {
  const {overlay} = state
  if (overlay?.kind === 'panel' && overlay.panel.kind === 'card') {
    const {search} = overlay.panel
    return {...state, overlay: {kind: 'prompt', prompt: {kind: 'search', search}}}
  }
  const without = {...state, overlay: undefined}
  return overlay?.kind === 'paused' ? afterStandstill(options, without, overlay.since) : without
}

/** The state with something said. */
export function said(state: ReviewState, text: string): ReviewState {
  return {...state, message: {tone: 'info', text, hint: undefined}}
}

/** The card that a panel shows. */
function cardIn(panel: Panel | undefined): Card | undefined {
  switch (panel?.kind) {
    case undefined:
      return undefined
    case 'info':
      return panel.info.card
    case 'previous':
      return panel.previous.card
    case 'card':
      return panel.card
  }
}

function withPanel(state: ReviewState, panel: Panel): ReviewState {
  return {...state, overlay: {kind: 'panel', panel, place: undefined}}
}

/** The answer before, as long as it was not taken back. */
function previousAnswerIn({session}: ReviewState): PreviousAnswer | undefined {
  for (let {last} = session; last; last = last.before.last) {
    if (last.kind === 'answer') {
      const {rating, after} = last.review
      const card: Card = {...last.before.card, schedule: after}
      return {card, rating}
    }
    if (last.kind === 'practice') return {card: last.before.card, rating: last.practice.rating}
  }
  return undefined
}
