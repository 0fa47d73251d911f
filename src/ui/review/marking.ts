import type {Card} from '../../core/card.ts'
import {keysFor} from '../../core/keymap.ts'
import {type CardAction, documentTags, ownTagsBeside} from '../../core/marks.ts'
import {currentCard} from '../../core/session.ts'
import {advance, settled} from './advance.ts'
import type {ReviewControllerOptions} from './review-options.ts'
import type {ReviewState} from './review-state.ts'

/** Actions on a card that one key is enough for. */
export type PlainMark = 'suspend' | 'bury-card' | 'bury-note' | 'fix'

/** What a key does to the present card; `fix` is undone by itself. */
export function markOf(mark: PlainMark, {marks}: Card): CardAction {
  switch (mark) {
    case 'suspend':
      return {kind: 'suspend', isSuspended: !marks.isSuspended}
    case 'bury-card':
      return {kind: 'bury', scope: 'card'}
    case 'bury-note':
      return {kind: 'bury', scope: 'note'}
    case 'fix':
      return {kind: 'fix', needsFixing: !marks.needsFixing}
  }
}

/** The state after something was done to the present card, and said. */
export function marked(
  options: ReviewControllerOptions,
  state: ReviewState,
  action: CardAction,
): ReviewState {
  const card = currentCard(state.session)
  if (!card) return state
  const moment = options.clock()
  const advanced = advance(options, state.session, {
    type: 'act',
    action,
    moment,
    entryId: options.newEntryId(moment.at),
  })
  const base = {...state, overlay: undefined}
  switch (advanced.outcome) {
    case 'unmoved':
      return base
    case 'refused':
      return {...base, message: advanced.message}
    case 'moved': {
      const text = wordsOf(action, card)
      const undo = keysFor(state.preferences.keymap, 'undo')[0]
      const isGone = currentCard(advanced.session)?.id !== card.id
      const hint = isGone && undo !== undefined ? `${undo} takes it back.` : undefined
      return {
        ...settled(options, base, advanced.session, moment),
        message: {tone: 'info', text, hint},
      }
    }
  }
}

function wordsOf(action: CardAction, card: Card): string {
  switch (action.kind) {
    case 'suspend':
      return action.isSuspended
        ? 'Suspended: the card is not asked any more.'
        : 'The card is asked again.'
    case 'bury':
      return action.scope === 'note'
        ? 'Buried until tomorrow: the card, and all others of its note.'
        : 'Buried until tomorrow: the card.'
    case 'flag':
      return action.flag === undefined
        ? 'The card has no flag.'
        : `The card has flag ${action.flag}.`
    case 'fix':
      return action.needsFixing
        ? 'Marked as needing to be fixed: ebb cards --needs-fixing lists it.'
        : 'No longer marked as needing to be fixed.'
    case 'tag': {
      const tags = ownTagsBeside(documentTags(card), action.ownTags)
      return tags.length === 0 ? 'The note has no tags of yours.' : `Your tags: ${tags.join(', ')}.`
    }
  }
}
