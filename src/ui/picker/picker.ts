import type {DeckName} from '../../core/note.ts'
import type {Page} from '../pages/page.ts'
import {storeOf} from '../pages/store-of.ts'
import {pickerCommand} from './picker-keys.ts'
import {pickerLines, pickerPage} from './picker-lines.ts'
import {choiceOf, type PickerOffer, pick, startPicking} from './picker-state.ts'

/** What the picker ends with: the decks to review, none for all. */
export type Picked =
  | {readonly kind: 'chosen'; readonly decks: readonly DeckName[]}
  | {readonly kind: 'left' | 'interrupted'}

/** The page on which decks are chosen. */
export function createPicker(offer: PickerOffer): Page<Picked> {
  const store = storeOf(startPicking(offer))
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    lines: (layout, look) => pickerLines(store.getState(), layout, look),
    press: (key, layout, look) => {
      const state = store.getState()
      const command = pickerCommand(key, state, pickerPage(state, layout, look))
      switch (command?.type) {
        case undefined:
          return undefined
        case 'start': {
          const decks = choiceOf(state)
          return decks && {kind: 'chosen', decks}
        }
        case 'leave':
          return {kind: command.how}
        case 'move':
        case 'fold':
        case 'mark':
        case 'filter':
          store.set(pick(state, command))
          return undefined
      }
    },
  }
}
