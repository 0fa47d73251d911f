import type {SessionState} from '../../core/session.ts'
import type {Moment} from '../../core/time.ts'
import type {ImageStoreOptions} from '../images/image-store.ts'
import {createDrawing} from '../looks/drawing.ts'
import {layoutOf} from '../looks/layout.ts'
import type {LookOptions} from '../looks/look.ts'
import {frameText} from '../terminal/first-frame.ts'
import {
  type HeldTerminal,
  holdTerminal,
  sizeOf,
  type TerminalStreams,
} from '../terminal/held-terminal.ts'
import type {Lending} from '../terminal/lending.ts'
import {linesOf, screenOf} from '../views/screen.ts'
import type {ReviewController} from './controller.ts'
import type {Timer} from './ReviewApp.tsx'

export interface ReviewRun extends TerminalStreams {
  readonly controller: ReviewController
  readonly look: LookOptions
  /** The terminal where it is held already. */
  readonly held?: HeldTerminal | undefined
  /** Told how to free the terminal for another program, as soon as there is something to free it from. */
  readonly lending?: Lending | undefined
  /** Where the terminal draws images within text. */
  readonly images?: Pick<ImageStoreOptions, 'readImage'> | undefined
  /** The key that opens an image, to be named beside each that can be opened. */
  readonly imageKey?: string | undefined
  /** Ends the review from outside, on a signal to the process. */
  readonly signal?: AbortSignal | undefined
  /** For tests; real time unless given. */
  readonly timer?: Timer
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
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
  const {controller, stdin, stdout, jobs, signal, lending, timer = realTimer, now} = run
  const ending = (how: ReviewEnding['how']): ReviewEnding => {
    const {session, moment} = controller.getState()
    return {how: how === 'left' && session.kind === 'finished' ? 'finished' : how, session, moment}
  }
  if (signal?.aborted) return ending('aborted')
  const write = (sequences: string): void => {
    if (!stdout.destroyed) stdout.write(sequences)
  }
  const drawing = createDrawing(run.look, {
    ...(run.images && {images: {...run.images, write}}),
    ...(run.imageKey !== undefined && {imageKey: run.imageKey}),
  })
  const frame = () => {
    const {look, faceLines} = drawing.getState()
    const {align} = controller.getState().preferences
    const layout = layoutOf(sizeOf(stdout), align)
    return frameText(
      linesOf(screenOf(controller.getState(), layout, look, faceLines)),
      layout,
      look,
    )
  }
  const held = run.held ?? holdTerminal({stdin, stdout, jobs})
  held.onTake(drawing.restoreImages)
  try {
    // Ink takes as long to load as all before it: the question is there to be read meanwhile.
    held.show(frame())
    const {showReview} = await import('./show-review.tsx')
    return ending(await showReview({controller, held, drawing, lending, timer, now, signal, frame}))
  } finally {
    drawing.close()
    held.release()
  }
}

const realTimer: Timer = (delayMs, run) => {
  const timeout = setTimeout(run, delayMs)
  return () => clearTimeout(timeout)
}
