import type {Terminal} from '../platform/terminal.ts'
import type {HeldTerminal} from '../ui/held-terminal.ts'
import {runPage} from '../ui/home/run-page.ts'
import {layoutOf} from '../ui/layout.ts'
import {createPicker, type Picked} from '../ui/picker/picker.ts'
import type {Context} from './context.ts'
import type {DecksOffer} from './deck-offer.ts'
import {lookOn} from './look.ts'

/** Lets the learner choose decks on a terminal that is held already, and stays so. */
export function chooseDecks(
  context: Context,
  terminal: Terminal,
  held: HeldTerminal,
  decks: DecksOffer,
): Promise<Picked | 'aborted'> {
  const {settings} = decks.offer
  return runPage({
    page: createPicker(decks),
    held,
    look: lookOn(terminal, settings),
    layoutFor: size => layoutOf(size, settings.align),
    signal: context.ending,
  })
}
