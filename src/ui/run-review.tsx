import {render} from 'ink'
import type {SessionState} from '../core/session.ts'
import type {Moment} from '../core/time.ts'
import type {ReviewController} from './controller.ts'
import {createFaceLines} from './faces.ts'
import type {Size} from './layout.ts'
import {type LookOptions, lookOf} from './look.ts'
import {ReviewApp, type Timer} from './ReviewApp.tsx'
import {createReplyFilter} from './terminal-replies.ts'

export interface ReviewRun {
  readonly controller: ReviewController
  /** A terminal. */
  readonly stdin: NodeJS.ReadStream
  /** A terminal. */
  readonly stdout: NodeJS.WriteStream
  readonly look: LookOptions
  /** Ends the review from outside, on a signal to the process. */
  readonly signal?: AbortSignal | undefined
  /** For tests; real time unless given. */
  readonly timer?: Timer
}

export interface ReviewEnding {
  /** Left from the summary; left before; Ctrl-C; ended from outside. */
  readonly how: 'finished' | 'left' | 'interrupted' | 'aborted'
  readonly session: SessionState
  readonly moment: Moment
}

const FRAMES_PER_SECOND = 60

/** Cursor to the upper left corner, everything visible erased, the scrollback left alone. */
const HOME_AND_ERASE = '\u001b[H\u001b[J'

/**
 * Shows the review on the terminal’s alternate screen until the learner leaves it or the signal aborts. However it ends,
 * the screen, the cursor and the input mode are as before when the promise settles.
 *
 * @throws What the controller throws.
 */
export async function runReview(run: ReviewRun): Promise<ReviewEnding> {
  const {controller, stdin, stdout, signal, timer = realTimer} = run
  const ending = (how: ReviewEnding['how']): ReviewEnding => {
    const {session, moment} = controller.getState()
    return {how: how === 'left' && session.kind === 'finished' ? 'finished' : how, session, moment}
  }
  if (signal?.aborted) return ending('aborted')
  const look = lookOf(run.look)
  const faceLines = createFaceLines(look)
  const app = () => (
    <ReviewApp
      controller={controller}
      size={sizeOf(stdout)}
      look={look}
      faceLines={faceLines}
      timer={timer}
    />
  )
  // Before Ink’s own listener, which would write the old frame to a terminal of another size first.
  const resize = () => {
    instance.clear()
    stdout.write(HOME_AND_ERASE)
    instance.rerender(app())
  }
  stdout.on('resize', resize)
  // Before the first frame: whoever sees it may press a key at once, and Ctrl-C is one.
  stdin.setRawMode(true)
  const {read} = stdin
  const withoutReplies = createReplyFilter()
  // Ink reads text.
  stdin.read = size => {
    const text: string | null = read.call(stdin, size)
    return text === null ? text : withoutReplies(text)
  }
  const instance = render(app(), {
    stdin,
    stdout,
    // Whoever calls has made sure of the terminal; Ink would take a CI variable for the lack of one.
    interactive: true,
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    // Nothing here writes to the console.
    patchConsole: false,
    maxFps: FRAMES_PER_SECOND,
  })
  const abort = () => instance.unmount()
  signal?.addEventListener('abort', abort)
  // A terminal that is gone, where no signal said so: nobody is there to see an error.
  stdin.on('end', abort).on('error', abort)
  stdout.on('error', abort)
  try {
    const how = await instance.waitUntilExit()
    return ending(how === 'left' || how === 'interrupted' ? how : 'aborted')
  } finally {
    signal?.removeEventListener('abort', abort)
    stdin.off('end', abort).off('error', abort)
    stdout.off('error', abort).off('resize', resize)
    instance.cleanup()
    stdin.read = read
  }
}

/** A terminal that does not know its size reports none, or 0. */
function sizeOf({columns, rows}: NodeJS.WriteStream): Size {
  return {columns: columns || 80, rows: rows || 24}
}

const realTimer: Timer = (delayMs, run) => {
  const timeout = setTimeout(run, delayMs)
  return () => clearTimeout(timeout)
}
