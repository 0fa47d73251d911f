import type {DeckName} from '../core/note.ts'
import {formatNextDue} from '../ui/words.ts'
import {readNextDue} from './next-due.ts'
import type {Day} from './session.ts'

/** What to say where nothing can be asked: what comes next, or how to begin. */
export function nothingDue(day: Day, decks: readonly DeckName[]): string {
  const {store, moment} = day
  if (!store.hasSources()) {
    return 'There are no cards yet. `ebb import PATH` makes some from your documents.\n'
  }
  return `Nothing is due. ${formatNextDue(readNextDue(day, moment, decks), moment)}\n`
}
