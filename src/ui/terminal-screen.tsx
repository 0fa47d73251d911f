import {render, useApp} from 'ink'
import type {ReactElement} from 'react'
import {type HeldTerminal, holdTerminal, sizeOf, type TerminalStreams} from './held-terminal.ts'
import type {Size} from './layout.ts'

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
  /** What is shown at present, as text: where the terminal shows that already, it is not erased first. */
  readonly frame?: (() => string) | undefined
}

const FRAMES_PER_SECOND = 60

type SuspendTerminal = ReturnType<typeof useApp>['suspendTerminal']

/**
 * Shows an Ink app on the terminal’s alternate screen until it exits or the signal aborts, and gives what it exits with. However it
 * ends, the screen, the cursor and the input mode are as before when the promise settles.
 *
 * @throws What the app exits with where that is an error.
 */
export async function runOnScreen<Exit>(run: ScreenRun): Promise<Exit | 'aborted'> {
  const {stdin, stdout, signal} = run
  if (signal?.aborted) {
    run.held?.release()
    return 'aborted'
  }
  const held = run.held ?? holdTerminal({stdin, stdout})
  let suspendTerminal: SuspendTerminal | undefined
  const suspend: ScreenTools['suspend'] = async suspended => {
    if (!suspendTerminal) throw new Error('Nothing is shown yet')
    let result: {readonly value: Awaited<ReturnType<typeof suspended>>} | undefined
    await suspendTerminal(async () => {
      held.lend()
      try {
        result = {value: await suspended()}
      } finally {
        held.take()
      }
    })
    if (!result) throw new Error('Nothing was run')
    return result.value
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
    instance.clear()
    held.clear()
    instance.rerender(element())
  }
  stdout.on('resize', resize)
  if (run.frame && held.shown() === run.frame()) held.rewind()
  else held.clear()
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
  const abort = () => {
    instance.unmount()
    // Whoever sent a signal may not let us come to the end.
    held.release()
  }
  signal?.addEventListener('abort', abort)
  // A terminal that is gone, where no signal said so: nobody is there to see an error.
  stdin.on('end', abort).on('error', abort)
  stdout.on('error', abort)
  try {
    const exit = await instance.waitUntilExit()
    return exit === undefined ? 'aborted' : (exit as Exit)
  } finally {
    signal?.removeEventListener('abort', abort)
    stdin.off('end', abort).off('error', abort)
    stdout.off('error', abort).off('resize', resize)
    instance.cleanup()
    held.release()
  }
}

interface WithSuspensionProps {
  readonly receive: (suspendTerminal: SuspendTerminal) => void
  readonly children: ReactElement
}

/** Ink gives the means to suspend it to its components only. */
function WithSuspension({receive, children}: WithSuspensionProps) {
  receive(useApp().suspendTerminal)
  return children
}
