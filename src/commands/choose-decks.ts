import type {Terminal} from '../platform/terminal.ts'
import {layoutOf} from '../ui/looks/layout.ts'
import {runPage} from '../ui/pages/run-page.ts'
import {createPicker, type Picked} from '../ui/picker/picker.ts'
import type {HeldTerminal} from '../ui/terminal/held-terminal.ts'
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
