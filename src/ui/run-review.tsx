import type {SessionState} from '../core/session.ts'
import type {Moment} from '../core/time.ts'
import type {ReviewController} from './controller.ts'
import {Drawn} from './Drawn.tsx'
import {createDrawing} from './drawing.ts'
import type {LookOptions} from './look.ts'
import {ReviewApp, type Timer} from './ReviewApp.tsx'
import {runOnScreen} from './terminal-screen.tsx'

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
  const drawing = createDrawing(run.look)
  const exit = await runOnScreen<'left' | 'interrupted'>({
    stdin,
    stdout,
    signal,
    ask: drawing.question,
    app: ({size}) => (
      <Drawn drawing={drawing}>
        {({look, faceLines}) => (
          <ReviewApp
            controller={controller}
            size={size}
            look={look}
            faceLines={faceLines}
            timer={timer}
          />
        )}
      </Drawn>
    ),
  }).finally(drawing.close)
  return ending(exit)
}

const realTimer: Timer = (delayMs, run) => {
  const timeout = setTimeout(run, delayMs)
  return () => clearTimeout(timeout)
}
