import {cards} from '../commands/cards.ts'
import {config} from '../commands/config.ts'
import {decks} from '../commands/decks.ts'
import {doctor} from '../commands/doctor.ts'
import type {Register} from './register.ts'

/** `ebb cards` and `ebb decks`: what the collection holds. */
export const registerLists: Register = (program, {context, end}) => {
  program
    .command('cards')
    .description('list cards')
    .argument('[text]', 'only cards whose question or answer holds this text')
    .option('--json', 'print JSON')
    .action((text: string | undefined, flags: {json?: boolean}) =>
      end(cards(context, {text: text ?? '', json: flags.json ?? false})),
    )

  program
    .command('decks')
    .description('list decks')
    .option('--json', 'print JSON')
    .action((flags: {json?: boolean}) => end(decks(context, {json: flags.json ?? false})))
}

interface ConfigFlags {
  readonly unset?: boolean
  readonly json?: boolean
}

/** `ebb config` and `ebb doctor`: its options and its health. */
export const registerUpkeep: Register = (program, {context, end}) => {
  program
    .command('config')
    .description('read and set options')
    .argument('[key]', 'an option’s name')
    .argument('[value...]', 'its new value')
    .option('--unset', 'go back to the default')
    .option('--json', 'print JSON')
    .action((key: string | undefined, values: readonly string[], flags: ConfigFlags) => {
      const value = values.length === 0 ? undefined : values.join(' ')
      const {unset = false, json = false} = flags
      end(config(context, {key, value, unset, json}))
    })

  program
    .command('doctor')
    .description(
      'check that every schedule follows from the review log, and that the file is whole',
    )
    .option('--json', 'print JSON')
    .action((flags: {json?: boolean}) => end(doctor(context, {json: flags.json ?? false})))
}
