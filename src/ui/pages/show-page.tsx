import {useSyncExternalStore} from 'react'
import type {Layout, Size} from '../looks/layout.ts'
import type {Timer} from '../review/ReviewApp.tsx'
import type {HeldTerminal} from '../terminal/held-terminal.ts'
import {runOnScreen} from '../terminal/terminal-screen.tsx'
import {PageApp} from './PageApp.tsx'
import type {Page} from './page.ts'
import type {PageLook} from './page-look.ts'

export interface PageShow<Exit> {
  readonly page: Page<Exit>
  readonly held: HeldTerminal
  readonly pageLook: PageLook
  readonly layoutFor: (size: Size) => Layout
  readonly timer: Timer
  readonly signal: AbortSignal | undefined
  /** What is on the screen at present, as text. */
  readonly frame: () => string
}

/** The part of a page that needs Ink. */
export function showPage<Exit>(show: PageShow<Exit>): Promise<Exit | 'aborted'> {
  const {held, pageLook, signal, frame} = show
  return runOnScreen<Exit>({
    stdin: held.stdin,
    stdout: held.stdout,
    jobs: held.jobs,
    signal,
    held,
    frame,
    ask: pageLook.question,
    app: ({size}) => <DrawnPage size={size} {...show} />,
  })
}

function DrawnPage({
  size,
  page,
  pageLook,
  layoutFor,
  timer,
}: PageShow<unknown> & {readonly size: Size}) {
  const look = useSyncExternalStore(pageLook.subscribe, pageLook.getState)
  return <PageApp page={page} layout={layoutFor(size)} look={look} timer={timer} />
}
