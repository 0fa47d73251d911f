import {Drawn} from '../Drawn.tsx'
import type {Drawing} from '../drawing.ts'
import type {HeldTerminal} from '../held-terminal.ts'
import {type Align, layoutOf} from '../layout.ts'
import type {Timer} from '../ReviewApp.tsx'
import {runOnScreen} from '../terminal-screen.tsx'
import {PageApp} from './PageApp.tsx'
import type {Page} from './page.ts'

export interface PageShow<Exit> {
  readonly page: Page<Exit>
  readonly held: HeldTerminal
  readonly drawing: Drawing
  readonly align: Align
  readonly timer: Timer
  readonly signal: AbortSignal | undefined
  /** What is on the screen at present, as text. */
  readonly frame: () => string
}

/** The part of a page that needs Ink. */
export function showPage<Exit>(show: PageShow<Exit>): Promise<Exit | 'aborted'> {
  const {page, held, drawing, align, timer, signal, frame} = show
  return runOnScreen<Exit>({
    stdin: held.stdin,
    stdout: held.stdout,
    signal,
    held,
    frame,
    ask: drawing.question,
    app: ({size}) => (
      <Drawn drawing={drawing}>
        {({look}) => (
          <PageApp page={page} layout={layoutOf(size, align)} look={look} timer={timer} />
        )}
      </Drawn>
    ),
  })
}
