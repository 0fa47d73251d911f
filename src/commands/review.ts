import {summaryOf} from '../core/session-summary.ts'
import {momentAt} from '../core/time.ts'
import type {Terminal} from '../platform/terminal.ts'
import {formatEnding} from '../report/ending.ts'
import {createController} from '../ui/controller.ts'
import {runReview} from '../ui/run-review.ts'
import {wantedLook} from '../ui/wanted-look.ts'
import type {ReviewRequest} from './chosen-cards.ts'
import type {Context, Outcome} from './context.ts'
import {readNextDue} from './next-due.ts'
import {perform} from './perform.ts'
import {prepareSession} from './session.ts'

/** Reviews the chosen cards on the terminal. Says afterwards what was done. */
export async function review(
  context: Context,
  terminal: Terminal,
  request: ReviewRequest,
): Promise<Outcome> {
  const {store, settings, choice, boundary, session, sessionContext, newEntryId} = prepareSession(
    context,
    request,
  )
  const clock = () => momentAt(context.clock.now(), boundary)
  const controller = createController({
    session,
    context: sessionContext,
    perform: effects => {
      for (const effect of effects) perform(effect, store)
    },
    clock,
    newEntryId,
    readNextDue: () => readNextDue({store, settings, boundary}, clock(), choice),
  })
  const ending = await runReview({
    controller,
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    jobs: terminal.jobs,
    look: wantedLook(settings, terminal.features),
    signal: context.ending,
  })
  return {
    output: formatEnding(summaryOf(ending.session)),
    exitCode: ending.how === 'aborted' ? 1 : 0,
  }
}
