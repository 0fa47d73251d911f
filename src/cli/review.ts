import {due} from '../commands/due.ts'
import type {Register} from './register.ts'

/** `ebb review`: the session. */
export const registerReview: Register = (program, {context, end}) => {
  program
    .command('review', {isDefault: true})
    .description('review the cards that are due')
    .argument('[deck...]', 'only these decks and the decks below them')
    .action(async (names: string[]) => {
      const terminal = context.terminal()
      // Ink draws on a terminal or not at all: without one, the plain answer is printed instead.
      if (!terminal) {
        end(due(context, {decks: names, json: false}))
        return
      }
      const {review} = await import('../commands/review.ts')
      end(await review(context, terminal, names))
    })
}
