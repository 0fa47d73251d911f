import type {Card} from '../core/card.ts'
import {UserError} from '../core/user-error.ts'
import type {Store} from '../store/open.ts'

/**
 * The card whose id is this or begins so.
 * @throws UserError where there is none, or more than one.
 */
export function oneCard(store: Store, prefix: string): Card {
  const found = store.cardByIdPrefix(prefix)
  switch (found.outcome) {
    case 'found':
      return found.card
    case 'none':
      throw new UserError(
        `No card has the id \`${prefix}\``,
        '`ebb cards` lists cards with their ids.',
      )
    case 'ambiguous':
      throw new UserError(
        `More than one card’s id begins with \`${prefix}\`: ${found.ids.join(', ')}`,
        'Type more of the id.',
      )
  }
}
