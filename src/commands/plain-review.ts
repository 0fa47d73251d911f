import {summaryOf} from '../core/session-summary.ts'
import {formatEnding} from '../report/ending.ts'
import {createController} from '../ui/controller.ts'
import {runPlainReview} from '../ui/plain-review.ts'
import {DEFAULT_PREFERENCES} from '../ui/preferences.ts'
import type {ReviewRequest} from './chosen-cards.ts'
import type {Context, Outcome} from './context.ts'
import {reviewOptions} from './review-options.ts'

/** Reviews the chosen cards in plain lines, on whatever standard input and output are. Says afterwards what was done. */
export async function plainReview(
  context: Context,
  request: ReviewRequest,
  wishes: Parameters<typeof reviewOptions>[2] = {},
): Promise<Outcome> {
  const options = reviewOptions(context, request, wishes)
  const {preferences = DEFAULT_PREFERENCES} = options
  const terminal = context.lineTerminal()
  const settings = context.openStore().readSettings()
  const input = terminal.lines()
  const controller = createController({
    ...options,
    // A text that is read from top to bottom has nothing to uncover.
    preferences: {...preferences, revealMode: 'all'},
    edit: async (card, present) => {
      const {editCard} = await import('./edit-card.ts')
      return editCard(context, {card, present, lend: async run => run()})
    },
  })
  try {
    const ending = await runPlainReview({
      controller,
      look: {ascii: settings.ascii || !terminal.features.hasUnicode},
      lines: input.iterator,
      write: terminal.write,
      width: terminal.columns,
      echoes: terminal.echoes,
      signal: context.ending,
    })
    return {
      output: formatEnding(summaryOf(ending.session)),
      exitCode: ending.how === 'aborted' ? 1 : 0,
    }
  } finally {
    input.close()
  }
}
