import {Argument} from 'commander'
import {complete, completeForBash} from '../commands/complete.ts'
import {completion, SHELLS, type Shell} from '../commands/completion.ts'
import type {Register} from './register.ts'
import {specOf} from './spec.ts'

/** `ebb completion`: the Tab key. The shells call the hidden `ebb complete` at every press. */
export const registerCompletion: Register = (program, {context, end}) => {
  program
    .command('completion')
    .description('print what makes a shell complete commands, decks and tags')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .action((shell: Shell) => end(completion(shell)))

  program
    .command('complete', {hidden: true})
    .argument('[word...]')
    .option('--bash <line>')
    .option('--word <text>')
    .action((words: string[], {bash: line, word = ''}: {bash?: string; word?: string}) => {
      const spec = specOf(program)
      const {openStoreToRead: openStore} = context
      end(
        line === undefined
          ? complete({openStore}, spec, words)
          : completeForBash({openStore}, spec, {line, word}),
      )
    })
}
