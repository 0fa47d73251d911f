import {summaryOf} from '../core/session-summary.ts'
import type {Terminal} from '../platform/terminal.ts'
import {formatEnding} from '../report/ending.ts'
import {createController} from '../ui/controller.ts'
import {runReview} from '../ui/run-review.ts'
import {wantedLook} from '../ui/wanted-look.ts'
import type {ReviewRequest} from './chosen-cards.ts'
import type {Context, Outcome} from './context.ts'
import {reviewOptions} from './review-options.ts'

/** Reviews the chosen cards on the terminal. Says afterwards what was done. */
export async function review(
  context: Context,
  terminal: Terminal,
  request: ReviewRequest,
): Promise<Outcome> {
  const controller = createController(reviewOptions(context, request))
  const ending = await runReview({
    controller,
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    jobs: terminal.jobs,
    look: wantedLook(context.openStore().readSettings(), terminal.features),
    signal: context.ending,
  })
  return {
    output: formatEnding(summaryOf(ending.session)),
    exitCode: ending.how === 'aborted' ? 1 : 0,
  }
}
