import {InvalidArgumentError, Option} from 'commander'
import {DUE_VALUES, due} from '../commands/due.ts'
import {next} from '../commands/next.ts'
import {rate} from '../commands/rate.ts'
import {undo} from '../commands/undo.ts'
import {RATINGS, type Rating} from '../core/rating.ts'
import {type ChoiceFlags, requestOf, withChoice} from './choice.ts'
import type {Register} from './register.ts'

const DUE_NAMES = DUE_VALUES.map(name => `{${name}}`).join(', ')

interface DueOptions extends ChoiceFlags {
  readonly json?: boolean
  readonly format?: string
  readonly exitCode?: boolean
}

/** `ebb due`: how many cards there are to answer. */
export const registerDue: Register = (program, {context, end}) => {
  withChoice(program.command('due').description('say how many cards are due'))
    .option('--json', 'print JSON')
    .addOption(
      new Option('--format <text>', `print this, with values for ${DUE_NAMES}`).conflicts('json'),
    )
    .option('--exit-code', 'end with 0 where cards are due, and with 3 where none is')
    .action((names: string[], flags: DueOptions) => {
      const {json = false, format, exitCode = false} = flags
      const {clock, random, openStoreToRead: openStore} = context
      end(
        due({clock, random, openStore}, {request: requestOf(names, flags), json, format, exitCode}),
      )
    })
}

interface NextOptions extends ChoiceFlags {
  readonly answer?: boolean
  readonly json?: boolean
}

/** `ebb next`, `rate` and `undo`: a session by hand, or by a script. */
export const registerAnswering: Register = (program, {context, end}) => {
  withChoice(program.command('next').description('print the card that the session would ask now'))
    .option('--answer', 'print the answer too, and what each rating would lead to')
    .option('--json', 'print JSON')
    .action((names: string[], flags: NextOptions) => {
      const {answer = false, json = false} = flags
      end(next(context, {request: requestOf(names, flags), answer, json}))
    })

  program
    .command('rate')
    .description('record how well a card was recalled')
    .argument('<card>', 'a card’s id, or the beginning of one')
    .argument('<rating>', RATINGS.join('|'), ratingOf)
    .option('--json', 'print JSON')
    .action((card: string, rating: Rating, flags: {json?: boolean}) =>
      end(rate(context, {card, rating, json: flags.json ?? false})),
    )

  program
    .command('undo')
    .description('take back the last thing done: a rating, an import, a mark')
    .option('--json', 'print JSON')
    .action((flags: {json?: boolean}) => end(undo(context, {json: flags.json ?? false})))
}

/** A rating by its name, or by its key in the review: 1 to 4. */
function ratingOf(text: string): Rating {
  const rating = RATINGS.find(
    (name, index) => name === text.toLowerCase() || String(index + 1) === text,
  )
  if (!rating) throw new InvalidArgumentError(`Expected one of ${RATINGS.join(', ')}.`)
  return rating
}
