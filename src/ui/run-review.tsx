import {render} from 'ink'
import type {SessionState} from '../core/session.ts'
import type {Moment} from '../core/time.ts'
import type {ReviewController} from './controller.ts'
import {createFaceLines} from './faces.ts'
import {type LookOptions, lookOf} from './look.ts'
import {ReviewApp, type Timer} from './ReviewApp.tsx'

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
  const app = (
    <ReviewApp
      controller={controller}
      look={look}
      faceLines={createFaceLines(look)}
      timer={timer}
    />
  )
  const instance = render(app, {
    stdin,
    stdout,
    // Whoever calls has made sure of the terminal; Ink would take a CI variable for the lack of one.
    interactive: true,
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    maxFps: FRAMES_PER_SECOND,
  })
  const abort = () => instance.unmount()
  signal?.addEventListener('abort', abort)
  try {
    const how = await instance.waitUntilExit()
    return ending(how === 'left' || how === 'interrupted' ? how : 'aborted')
  } finally {
    signal?.removeEventListener('abort', abort)
    instance.cleanup()
  }
}

const realTimer: Timer = (delayMs, run) => {
  const timeout = setTimeout(run, delayMs)
  return () => clearTimeout(timeout)
}
