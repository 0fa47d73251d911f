import type {DeckName} from '../core/note.ts'
import type {Moment} from '../core/time.ts'
import {UserError} from '../core/user-error.ts'
import type {Store} from '../store/open.ts'

/**
 * The decks that the learner named: a deck or any deck above one, in any case of letters.
 * @throws UserError where there is no such deck; the hint names those that come near.
 */
export function chosenDecks(
  store: Store,
  {studyDay, at}: Moment,
  names: readonly string[],
): readonly DeckName[] {
  if (names.length === 0) return []
  const known = withParents(store.deckCounts({today: studyDay, until: at}).map(({deck}) => deck))
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
  const near = known.filter(deck => deck.toLowerCase().includes(folded))
  const named = (near.length > 0 ? near : known).slice(0, NAMED_IN_HINT)
  return `Did you mean ${named.map(deck => `\`${deck}\``).join(', ')}? \`ebb decks\` lists all decks, \`ebb help\` all commands.`
}
