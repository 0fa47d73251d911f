import {createDrawing} from '../drawing.ts'
import {frameText} from '../first-frame.ts'
import {type HeldTerminal, sizeOf} from '../held-terminal.ts'
import {type Align, layoutOf} from '../layout.ts'
import type {LookOptions} from '../look.ts'
import type {Timer} from '../ReviewApp.tsx'
import type {Page} from './page.ts'

export interface PageRun<Exit> {
  readonly page: Page<Exit>
  /** The terminal, which stays held: another page or a review may come next. */
  readonly held: HeldTerminal
  readonly look: LookOptions
  /** In the middle unless given. */
  readonly align?: Align
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
  const {page, held, align = 'centre', signal, timer = realTimer} = run
  const drawing = createDrawing(run.look)
  const frame = () => {
    const {look} = drawing.getState()
    const layout = layoutOf(sizeOf(held.stdout), align)
    return frameText(page.lines(layout, look), layout, look)
  }
  try {
    // Ink takes as long to load as all before it: the page is there to be read meanwhile.
    held.show(frame())
    const {showPage} = await import('./show-page.tsx')
    return await showPage({page, held: keptHeld(held), drawing, align, timer, signal, frame})
  } finally {
    drawing.close()
  }
}

/** The same terminal for one of several that use it in turn: whoever took it gives it back. */
export function keptHeld(held: HeldTerminal): HeldTerminal {
  return {...held, release: () => {}}
}

const realTimer: Timer = (delayMs, run) => {
  const timeout = setTimeout(run, delayMs)
  return () => clearTimeout(timeout)
}
