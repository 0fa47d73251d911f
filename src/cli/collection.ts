import {cards} from '../commands/cards.ts'
import {config} from '../commands/config.ts'
import {decks} from '../commands/decks.ts'
import {doctor} from '../commands/doctor.ts'
import {suspend} from '../commands/suspend.ts'
import {type ChoiceFlags, requestOf, withDeckAndFilter} from './choice.ts'
import type {Register} from './register.ts'

interface CardsOptions extends ChoiceFlags {
  readonly deck?: readonly string[]
  readonly suspended?: boolean
  readonly places?: boolean
  readonly json?: boolean
}

/** `ebb cards` and `ebb decks`: what the collection holds. */
export const registerLists: Register = (program, {context, end}) => {
  withDeckAndFilter(
    program
      .command('cards')
      .description('list cards')
      .argument('[text]', 'only cards whose question or answer holds this text'),
  )
    .option('--suspended', 'only cards that are suspended')
    .option('--places', 'begin each line with the document and its line, as editors read it')
    .option('--json', 'print JSON')
    .action((text: string | undefined, flags: CardsOptions) => {
      const {deck = [], suspended = false, places = false, json = false} = flags
      const request = requestOf(deck, flags)
      end(cards(context, {text: text ?? '', request, suspended, places, json}))
    })

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

interface SuspendOptions extends ChoiceFlags {
  readonly deck?: readonly string[]
  readonly json?: boolean
}

/** `ebb suspend` and `ebb unsuspend`: cards that are not to be asked. */
export const registerSuspending: Register = (program, {context, end}) => {
  const register = (name: string, description: string, isSuspended: boolean) =>
    withDeckAndFilter(
      program
        .command(name)
        .description(description)
        .argument('[card...]', 'cards by their ids, or the beginnings of them'),
    )
      .option('--json', 'print JSON')
      .action((ids: string[], flags: SuspendOptions) => {
        const {deck = [], json = false} = flags
        end(suspend(context, {ids, request: requestOf(deck, flags), isSuspended, json}))
      })
  register('suspend', 'ask cards no more, until they are unsuspended', true)
  register('unsuspend', 'ask suspended cards again', false)
}
