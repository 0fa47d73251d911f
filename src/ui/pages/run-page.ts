import {type Layout, layoutOf, type Size} from '../looks/layout.ts'
import type {LookOptions} from '../looks/look.ts'
import type {Timer} from '../review/ReviewApp.tsx'
import {frameText} from '../terminal/first-frame.ts'
import {type HeldTerminal, sizeOf} from '../terminal/held-terminal.ts'
import type {Page} from './page.ts'
import {pageLook} from './page-look.ts'

export interface PageRun<Exit> {
  readonly page: Page<Exit>
  /** The terminal, which stays held: another page or a review may come next. */
  readonly held: HeldTerminal
  readonly look: LookOptions
  /** Where the page lies on a terminal of some size; in the middle, no wider than is easily read, unless given. */
  readonly layoutFor?: (size: Size) => Layout
  /** Ends the page from outside, on a signal to the process. */
  readonly signal?: AbortSignal | undefined
  /** For tests; real time unless given. */
  readonly timer?: Timer
}

/**
 * Shows a page until a key ends it, and gives what that key wants.
 * @throws What the page throws.
 */
export async function runPage<Exit>(run: PageRun<Exit>): Promise<Exit | 'aborted'> {
  const {page, held, layoutFor = centred, signal, timer = realTimer} = run
  const drawnWith = pageLook(run.look)
  const frame = () => {
    const look = drawnWith.getState()
    const layout = layoutFor(sizeOf(held.stdout))
    return frameText(page.lines(layout, look), layout, look)
  }
  // What was shown before may be longer.
  held.clear()
  // Ink takes as long to load as all before it: the page is there to be read meanwhile.
  held.show(frame())
  try {
    const {showPage} = await import('./show-page.tsx')
    return await showPage({
      ...{page, held: keptHeld(held), pageLook: drawnWith},
      ...{layoutFor, timer, signal, frame},
    })
  } finally {
    held.clear()
  }
}

/** The same terminal for one of several that use it in turn: whoever took it gives it back. */
export function keptHeld(held: HeldTerminal): HeldTerminal {
  return {...held, release: () => {}}
}

const centred = (size: Size): Layout => layoutOf(size, 'centre')

const realTimer: Timer = (delayMs, run) => {
  const timeout = setTimeout(run, delayMs)
  return () => clearTimeout(timeout)
}
