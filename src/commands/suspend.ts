import type {Card} from '../core/card.ts'
import {entryIds} from '../core/id.ts'
import {plural} from '../core/plural.ts'
import {isAnyCard} from '../core/review-choice.ts'
import {UserError} from '../core/user-error.ts'
import {formatJson} from '../report/json.ts'
import type {Store} from '../store/open.ts'
import {chosenCards, type ReviewRequest} from './chosen-cards.ts'
import {type Context, done, type Outcome} from './context.ts'
import {oneCard} from './one-card.ts'
import {openDay} from './session.ts'

export interface SuspendFlags {
  /** Ids of cards, or beginnings of them. */
  readonly ids: readonly string[]
  /** Which cards, where no ids are given. */
  readonly request: ReviewRequest
  readonly isSuspended: boolean
  readonly json: boolean
}

/**
 * Suspends cards, or asks them again: those that are named, or all that are meant. It is one step, which `ebb undo` takes back.
 * @throws UserError where nothing says which cards, or there is no such card, deck or tag.
 */
export function suspend(context: Context, flags: SuspendFlags): Outcome {
  const {ids, request, isSuspended, json} = flags
  const {store, moment} = openDay(context)
  const meant = cardsMeant(store, ids, request)
  const cardIds = meant.filter(({marks}) => marks.isSuspended !== isSuspended).map(({id}) => id)
  const id = entryIds(context.random, store.lastEntryId())(moment.at)
  if (cardIds.length > 0) {
    const step = {id, at: moment.at, action: {kind: 'suspend', isSuspended} as const, cardIds}
    store.recordAction({step, studyDay: moment.studyDay})
  }
  if (json) return done(formatJson({suspended: isSuspended, cards: cardIds}))
  if (meant.length === 0) return done('There is no such card.\n')
  const verb = isSuspended ? 'suspended' : 'unsuspended'
  if (cardIds.length === 0) {
    return done(
      isSuspended
        ? `${plural(meant.length, 'card')}, suspended already.\n`
        : `${plural(meant.length, 'card')}, none of them suspended.\n`,
    )
  }
  return done(`${plural(cardIds.length, 'card')} ${verb}. \`ebb undo\` takes it back.\n`)
}

function cardsMeant(store: Store, ids: readonly string[], request: ReviewRequest): readonly Card[] {
  const {decks, tags, flags, leeches, needsFixing} = chosenCards(store, request)
  const filter = {decks, tags, flags, leeches, needsFixing}
  if (ids.length === 0 && isAnyCard(filter)) {
    throw new UserError(
      'Nothing says which cards are meant',
      'Name cards by their ids, which `ebb cards` lists, or choose them: --deck, --tag, --flag, --leeches.',
    )
  }
  if (ids.length === 0) return store.findCards('', filter)
  if (!isAnyCard(filter)) {
    throw new UserError(
      'Cards are either named or chosen',
      'Leave out the ids, or --deck, --tag, --flag, --leeches and --needs-fixing.',
    )
  }
  const cards = ids.map(id => oneCard(store, id))
  return [...new Map(cards.map(card => [card.id, card])).values()]
}
