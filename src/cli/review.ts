import {offersChoice} from '../commands/chosen-cards.ts'
import {done} from '../commands/context.ts'
import {due} from '../commands/due.ts'
import {noneToReview} from '../commands/nothing-due.ts'
import {type ChoiceFlags, type PlanFlags, requestOf, withChoice, withPlan} from './choice.ts'
import {
  type AnswerFlags,
  type LookFlags,
  terminalWith,
  wishesOf,
  withAnswers,
  withLook,
} from './look.ts'
import type {Register} from './register.ts'

/** `ebb review`: the session. */
export const registerReview: Register = (program, {context, end}) => {
  const command = program
    .command('review')
    .description('review the cards that are due; several decks are offered to choose from')
    .option('--plain', 'plain lines, one after the other: for screen readers and scripts')
  type Flags = ChoiceFlags & PlanFlags & AnswerFlags & LookFlags & {readonly plain?: boolean}
  withLook(withAnswers(withPlan(withChoice(command)))).action(
    async (names: string[], flags: Flags) => {
      const request = requestOf(names, flags)
      const none = noneToReview(context, request)
      if (none !== undefined) {
        end(done(none))
        return
      }
      const terminal = context.terminal()
      // A terminal whose cursor cannot be moved shows lines, and nothing else.
      if (flags.plain || terminal?.features.hasAttributes === false) {
        const {plainReview} = await import('../commands/plain-review.ts')
        end(await plainReview(context, request, wishesOf(flags)))
        return
      }
      // Ink draws on a terminal or not at all: without one, the plain answer is printed instead.
      if (!terminal) {
        end(due(context, {request, json: false}))
        return
      }
      if (offersChoice(context, request)) {
        const {chooseReview} = await import('../commands/choose-review.ts')
        end(await chooseReview(context, terminalWith(terminal, flags)))
        return
      }
      const {review} = await import('../commands/review.ts')
      end(await review(context, terminalWith(terminal, flags), request))
    },
  )
}
