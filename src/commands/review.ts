import {keysFor} from '../core/keymap.ts'
import type {Settings} from '../core/options.ts'
import {sessionReportOf} from '../core/session-report.ts'
import type {Terminal} from '../platform/terminal.ts'
import {formatEnding} from '../report/ending.ts'
import {createController, type ReviewController} from '../ui/review/controller.ts'
import {type ReviewEnding, type ReviewRun, runReview} from '../ui/review/run-review.ts'
import type {HeldTerminal} from '../ui/terminal/held-terminal.ts'
import {createLending} from '../ui/terminal/lending.ts'
import type {ReviewRequest} from './chosen-cards.ts'
import type {Context, Outcome} from './context.ts'
import {lookOn} from './look.ts'
import {imageOpener} from './open-image.ts'
import {reviewOptions} from './review-options.ts'

/**
 * Reviews the chosen cards on the terminal. Says afterwards what was done.
 * @param held the terminal where it is held already
 */
export async function review(
  context: Context,
  terminal: Terminal,
  request: ReviewRequest,
  held?: HeldTerminal,
): Promise<Outcome> {
  const {output, how} = await reviewOn(context, terminal, request, held)
  return {output, exitCode: how === 'aborted' ? 1 : 0}
}

/** The same, for who goes on afterwards: how the learner left. */
export async function reviewOn(
  context: Context,
  terminal: Terminal,
  request: ReviewRequest,
  held?: HeldTerminal,
): Promise<Pick<Outcome, 'output'> & Pick<ReviewEnding, 'how'>> {
  const lending = createLending()
  const settings = context.openStore().readSettings()
  const controller = createController({
    ...reviewOptions(context, request, terminal.wishes),
    edit: async (card, present) => {
      const {editCard} = await import('./edit-card.ts')
      return editCard(context, {card, present, lend: lending.lend})
    },
    openImage: imageOpener(context, terminal, lending.lend, settings.images === 'auto'),
  })
  const ending = await runReview({
    controller,
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    jobs: terminal.jobs,
    now: terminal.now,
    look: lookOn(terminal, settings),
    lending,
    images: imagesOn(context, terminal, settings),
    imageKey: imageKeyIn(controller),
    held,
    signal: context.ending,
  })
  return {output: formatEnding(sessionReportOf(ending.session)), how: ending.how}
}

/** What draws images within text, where the terminal can and the learner wants it. */
function imagesOn(
  {images}: Context,
  {features}: Terminal,
  settings: Settings,
): ReviewRun['images'] {
  const isWanted = settings.images === 'auto' && features.images === 'kitty'
  return isWanted ? {readImage: images.read} : undefined
}

/** The key that is named beside an image. */
function imageKeyIn(controller: ReviewController): string | undefined {
  const {keymap} = controller.getState().preferences
  return keysFor(keymap, 'open-image', 'answer')[0]
}
