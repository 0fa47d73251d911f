import {deckTree} from '../../src/core/deck-tree.ts'
import type {DeckName} from '../../src/core/note.ts'
import type {PickerOffer} from '../../src/ui/picker/picker-state.ts'

const deck = (name: string, fresh: number, learning: number, review: number) => ({
  deck: name as DeckName,
  ...{total: fresh + learning + review, new: fresh, learning, review},
})

/** Four decks with something to ask, one below the other and beside it; a day of 20 new cards. */
export const PICKER_OFFER: PickerOffer = {
  tree: deckTree([
    deck('Backend::Databases', 10, 1, 2),
    deck('Backend::Databases::Indexes', 2, 0, 0),
    deck('Geography', 0, 0, 41),
    deck('Système', 25, 0, 0),
  ]),
  everything: {total: 64, new: 20, learning: 1, review: 43},
  budget: {newLeft: 20, reviewsLeft: 200},
}
