import {summaryOf} from '../core/session-summary.ts'
import type {Terminal} from '../platform/terminal.ts'
import {formatEnding} from '../report/ending.ts'
import {createController} from '../ui/controller.ts'
import type {HeldTerminal} from '../ui/held-terminal.ts'
import {type ReviewEnding, runReview} from '../ui/run-review.ts'
import {wantedLook} from '../ui/wanted-look.ts'
import type {ReviewRequest} from './chosen-cards.ts'
import type {Context, Outcome} from './context.ts'
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
  const controller = createController(reviewOptions(context, request))
  const ending = await runReview({
    controller,
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    jobs: terminal.jobs,
    look: wantedLook(context.openStore().readSettings(), terminal.features),
    held,
    signal: context.ending,
  })
  return {output: formatEnding(summaryOf(ending.session)), how: ending.how}
}
