import {nearNames} from '../core/near-names.ts'
import {compareDecks, type DeckName} from '../core/note.ts'
import {UserError} from '../core/user-error.ts'
import type {Store} from '../store/open.ts'

/**
 * The decks that hold the cards which the learner named: those of a deck and of all below it, in any case of letters. None: all.
 * @throws UserError where there is no such deck; the hint names those that come near.
 */
export function chosenDecks(
  store: Pick<Store, 'decksWithCards'>,
  names: readonly string[],
): readonly DeckName[] {
  if (names.length === 0) return []
  const decks = store.decksWithCards().toSorted(compareDecks)
  const chosen = namedAmong(decks, names)
  return decks.filter(deck => chosen.some(name => deck === name || deck.startsWith(`${name}::`)))
}

/**
 * The decks that the learner named, as they are written, without those below them.
 * @throws UserError as `chosenDecks`
 */
export function namedDecks(
  store: Pick<Store, 'decksWithCards'>,
  names: readonly string[],
): readonly DeckName[] {
  return names.length === 0 ? [] : namedAmong(store.decksWithCards().toSorted(compareDecks), names)
}

function namedAmong(decks: readonly DeckName[], names: readonly string[]): readonly DeckName[] {
  const known = withParents(decks)
  return names.map(name => {
    const folded = name.toLowerCase()
    const deck =
      known.find(deck => deck === name) ?? known.find(deck => deck.toLowerCase() === folded)
    if (!deck) throw new UserError(`There is no deck \`${name}\``, hintFor(folded, known))
    return deck
  })
}

function withParents(decks: readonly DeckName[]): readonly DeckName[] {
  const all = new Set<DeckName>()
  for (const deck of decks) {
    const path = deck.split('::')
    for (let depth = 1; depth <= path.length; depth += 1) {
      all.add(path.slice(0, depth).join('::') as DeckName)
    }
  }
  return [...all]
}

const NAMED_IN_HINT = 5

function hintFor(folded: string, known: readonly DeckName[]): string {
  if (known.length === 0) return 'There are no decks yet: import a document first.'
  const near = nearNames(folded, known).slice(0, NAMED_IN_HINT)
  const lists = '`ebb decks` lists all decks, `ebb help` all commands.'
  if (near.length === 0) return lists
  return `Did you mean ${near.map(deck => `\`${deck}\``).join(', ')}? ${lists}`
}
