import {render, useApp} from 'ink'
import type {ReactElement} from 'react'
import type {Size} from '../looks/layout.ts'
import {type HeldTerminal, holdTerminal, sizeOf, type TerminalStreams} from './held-terminal.ts'

/** What an app on the screen has to do with. */
export interface ScreenTools {
  readonly size: Size
  /**
   * Gives the terminal to another program while `run` runs, shows the app again afterwards, and gives what `run` gives.
   * @throws What `run` throws, once the app is shown again.
   */
  readonly suspend: <T>(run: () => T | Promise<T>) => Promise<T>
}

export interface ScreenRun extends TerminalStreams {
  /** What is shown. Called again when the terminal has got another size. It ends by the `exit` of Ink’s `useApp`. */
  readonly app: (tools: ScreenTools) => ReactElement
  /** Ends the app from outside, on a signal to the process. */
  readonly signal?: AbortSignal | undefined
  /** What the terminal is asked once the app is shown, and what hears its replies. */
  readonly ask?: {readonly query: string; readonly hear: (reply: string) => void} | undefined
  /** The terminal where it is held already. */
  readonly held?: HeldTerminal | undefined
  /** Called when the process is to be stopped and continued, which is what `run` does. */
  readonly aside?: ((run: () => Promise<void>) => Promise<void>) | undefined
  /** What is to be obeyed of what was typed before the app could answer; all of it unless given. */
  readonly early?: ((typed: string) => string) | undefined
  /** What is shown at present, as text: Ink draws the same over it. */
  readonly frame?: (() => string) | undefined
}

/** More than any screen shows: a key that comes right after a frame must not wait for the time of the next. */
const FRAMES_PER_SECOND = 120

type SuspendTerminal = ReturnType<typeof useApp>['suspendTerminal']

/**
 * Shows an Ink app on the terminal’s alternate screen until it exits or the signal aborts, and gives what it exits with. However it
 * ends, the screen, the cursor and the input mode are as before when the promise settles.
 *
 * @throws What the app exits with where that is an error.
 */
export async function runOnScreen<Exit>(run: ScreenRun): Promise<Exit | 'aborted'> {
  const {stdin, stdout, signal, aside = straight} = run
  const held = run.held ?? holdTerminal(run)
  const {jobs} = held
  // A signal may come before there is anything to unmount, and its sender may not let us come to the end.
  signal?.addEventListener('abort', held.lend)
  if (run.early) await sift(stdin, run.early)
  if (signal?.aborted) {
    signal.removeEventListener('abort', held.lend)
    // Else it would keep the process waiting for keys.
    stdin.unref()
    held.release()
    return 'aborted'
  }
  let suspendTerminal: SuspendTerminal | undefined
  let isAside = false
  let isResizedAside = false
  let isOver = false
  let unlisten = (): void => {}

  const listen = (): void => {
    // Who was stopped by force finds the terminal as the shell has left it.
    unlisten =
      jobs?.listen({onStop: stop, onContinue: () => stepAside(() => Promise.resolve())}) ?? unlisten
  }
  const suspend: ScreenTools['suspend'] = async suspended => {
    if (!suspendTerminal || isAside) throw new Error('There is nothing to suspend')
    isAside = true
    // Another program is to be stopped together with this one.
    unlisten()
    let result: {readonly value: Awaited<ReturnType<typeof suspended>>} | undefined
    try {
      await suspendTerminal(async () => {
        held.lend()
        try {
          result = {value: await suspended()}
        } finally {
          held.take()
        }
      })
    } finally {
      isAside = false
      if (isResizedAside && !isOver) resize()
      if (!isOver) listen()
    }
    if (!result) throw new Error('Nothing was run')
    return result.value
  }
  const stepAside = (run: () => Promise<void>): void => {
    if (isAside || isOver) return
    aside(() => suspend(run)).catch((error: unknown) =>
      instance.unmount(error instanceof Error ? error : new Error(String(error))),
    )
  }
  const stop = (): void => {
    if (jobs) stepAside(jobs.stop)
  }
  const element = () => (
    <WithSuspension
      receive={received => {
        suspendTerminal = received
      }}
    >
      {run.app({size: sizeOf(stdout), suspend})}
    </WithSuspension>
  )
  // Before Ink’s own listener, which would write the old frame to a terminal of another size first.
  const resize = () => {
    isResizedAside = isAside
    // What is on the screen is not ours.
    if (isAside) return
    instance.clear()
    held.clear()
    instance.rerender(element())
  }
  stdout.on('resize', resize)
  showFirst(held, run.frame?.())
  const instance = render(element(), {
    stdin,
    stdout,
    // Whoever calls has made sure of the terminal; Ink would take a CI variable for the lack of one.
    interactive: true,
    // That is ours: it is there before Ink is.
    alternateScreen: false,
    incrementalRendering: true,
    exitOnCtrlC: false,
    // Nothing here writes to the console.
    patchConsole: false,
    maxFps: FRAMES_PER_SECOND,
  })
  if (run.ask) held.ask(run.ask.query, run.ask.hear)
  held.onCtrlZ(stop)
  listen()
  const abort = () => {
    isOver = true
    instance.unmount()
    // Whoever sent a signal may not let us come to the end, nor whoever else holds the terminal.
    held.lend()
    held.release()
  }
  signal?.removeEventListener('abort', held.lend)
  signal?.addEventListener('abort', abort)
  // A terminal that is gone, where no signal said so: nobody is there to see an error.
  stdin.on('end', abort).on('error', abort)
  stdout.on('error', abort)
  try {
    const exit = await instance.waitUntilExit()
    return exit === undefined ? 'aborted' : (exit as Exit)
  } finally {
    isOver = true
    unlisten()
    signal?.removeEventListener('abort', abort)
    stdin.off('end', abort).off('error', abort)
    stdout.off('error', abort).off('resize', resize)
    instance.cleanup()
    held.release()
  }
}

/** Has the terminal show what Ink is about to draw over it, so that nothing is erased in between. */
function showFirst(held: HeldTerminal, frame: string | undefined): void {
  if (frame === undefined) {
    held.clear()
    return
  }
  if (held.shown() !== frame) held.show(frame)
  held.rewind()
}

/** Reads what was typed until now, and puts back what is to be kept of it. */
async function sift(stdin: NodeJS.ReadStream, keep: (typed: string) => string): Promise<void> {
  const ignore = (): void => {}
  stdin.setEncoding('utf8')
  stdin.on('readable', ignore)
  // Once round the event loop: what the terminal has is read then.
  await new Promise(resolve => setImmediate(resolve))
  await new Promise(resolve => setImmediate(resolve))
  const typed: string | null = stdin.read()
  if (typed !== null) {
    const kept = keep(typed)
    if (kept !== '') stdin.unshift(kept)
  }
  stdin.off('readable', ignore)
  // Node takes note of that in its next turn; whoever listens before it would hear nothing.
  await new Promise(resolve => setImmediate(resolve))
}

const straight = (run: () => Promise<void>): Promise<void> => run()

interface WithSuspensionProps {
  readonly receive: (suspendTerminal: SuspendTerminal) => void
  readonly children: ReactElement
}

/** Ink gives the means to suspend it to its components only. */
function WithSuspension({receive, children}: WithSuspensionProps) {
  receive(useApp().suspendTerminal)
  return children
}
