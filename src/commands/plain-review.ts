import {type Keymap, keymapOf} from '../core/keymap.ts'
import type {Settings} from '../core/options.ts'
import {sessionReportOf} from '../core/session-report.ts'
import type {LookWishes, Terminal} from '../platform/terminal.ts'
import {formatEnding} from '../report/ending.ts'
import {runPlainReview} from '../ui/plain/run-plain-review.ts'
import {createController} from '../ui/review/controller.ts'
import {preferencesOf} from '../ui/review/preferences.ts'
import type {ReviewControllerOptions} from '../ui/review/review-options.ts'
import type {Suspend} from '../ui/terminal/lending.ts'
import type {ReviewRequest} from './chosen-cards.ts'
import type {Context, Outcome} from './context.ts'
import {imageOpener} from './open-image.ts'
import {reviewOptions} from './review-options.ts'

/**
 * Reviews the chosen cards as lines of text, on whatever standard input and output are. Says afterwards what was done.
 * @param wishes what was asked for this once, instead of what is set
 */
export async function plainReview(
  context: Context,
  request: ReviewRequest,
  wishes: LookWishes = {},
): Promise<Outcome> {
  const settings = {...context.openStore().readSettings(), ...wishes}
  const {columns, echoes, features, lines, write} = context.lineTerminal()
  const terminal = context.terminal()
  const controller = createController({
    ...reviewOptions(context, request),
    preferences: {...preferencesOf(settings), keymap: keymapFor(settings)},
    ...(terminal && outsideOf(context, terminal)),
  })
  const input = lines()
  try {
    const ending = await runPlainReview({
      controller,
      ascii: settings.ascii || !features.hasUnicode,
      lines: input,
      write,
      columns,
      echoes,
      jobs: terminal?.jobs,
      signal: context.ending,
    })
    return {
      output: formatEnding(sessionReportOf(ending.session)),
      exitCode: ending.how === 'aborted' ? 1 : 0,
    }
  } finally {
    input.close()
  }
}

/** Lines are typed, not keys: what messages call a key must be what is typed. */
function keymapFor({buttons, typeAnswers}: Settings): Keymap {
  const bindings = typeAnswers ? [{action: 'undo', keys: [':u']} as const] : []
  return keymapOf({preset: 'standard', buttons, bindings})
}

/** Nothing is drawn on the terminal, so that another program can use it at any time. */
const lend: Suspend = async run => run()

/** Other programs that a learner at a terminal can use; a script has no use for them. */
function outsideOf(
  context: Context,
  terminal: Terminal,
): Pick<ReviewControllerOptions, 'edit' | 'openImage'> {
  return {
    edit: async (card, present) => {
      const {editCard} = await import('./edit-card.ts')
      return editCard(context, {card, present, lend})
    },
    openImage: imageOpener(context, terminal, lend, false),
  }
}
