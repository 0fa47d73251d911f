import {type Command, InvalidArgumentError, Option} from 'commander'
import type {ReviewRequest} from '../commands/chosen-cards.ts'
import {FLAGS, type Flag} from '../core/marks.ts'
import {WHAT_IS_DUE} from '../core/review-choice.ts'
import {collect} from './register.ts'

/** The flags that say which cards are meant. */
export interface ChoiceFlags {
  readonly tag?: readonly string[]
  readonly flag?: readonly Flag[]
  readonly leeches?: boolean
  readonly needsFixing?: boolean
}

/** The flags that say what a review asks of them. */
export interface PlanFlags {
  readonly limit?: number
  readonly minutes?: number
  readonly new?: number
  readonly ahead?: number
  readonly cram?: boolean
}

const DAYS_MAX = 3_650
const MINUTES_MAX = 1_440
const CARDS_MAX = 99_999

/** Adds the decks and flags that say which cards are meant. */
export function withChoice(command: Command): Command {
  return withFilter(command.argument('[deck...]', 'only these decks and the decks below them'))
}

/** Adds the flags that say which cards are meant, where the arguments are something else. */
export function withDeckAndFilter(command: Command): Command {
  return withFilter(withDeck(command))
}

/** Adds the flag that names decks, where the arguments are something else. */
export function withDeck(command: Command): Command {
  return command.option(
    '--deck <deck>',
    'only this deck and those below it; may be given several times',
    collect,
  )
}

/** Adds the flag that names tags. */
export function withTag(command: Command): Command {
  return command.option(
    '--tag <tag>',
    'only cards with this tag or one below it; with one of them where given several times',
    collect,
  )
}

function withFilter(command: Command): Command {
  return withTag(command)
    .option(
      '--flag <number>',
      'only cards with this flag, 1 to 7; may be given several times',
      collectFlag,
    )
    .option('--leeches', 'only cards that you keep forgetting')
    .option('--needs-fixing', 'only cards that you marked as needing a fix')
}

/** Adds the flags that say how much of it is asked. */
export function withPlan(command: Command): Command {
  return command
    .option('--limit <cards>', 'ask at most so many cards', wholeFrom(1, CARDS_MAX))
    .option(
      '--minutes <minutes>',
      'say after so many minutes that the goal is reached; you may go on',
      wholeFrom(1, MINUTES_MAX),
    )
    .option(
      '--new <cards>',
      'ask so many new cards, whatever the daily limit says',
      wholeFrom(0, CARDS_MAX),
    )
    .option(
      '--ahead <days>',
      'ask reviews that become due within so many days, too',
      wholeFrom(1, DAYS_MAX),
    )
    .addOption(
      new Option(
        '--cram',
        'ask all of these cards, due or not, and leave their schedules alone',
      ).conflicts(['ahead', 'new']),
    )
}

/** What was asked for in words of the program. */
export function requestOf(
  decks: readonly string[],
  flags: ChoiceFlags & PlanFlags = {},
): ReviewRequest {
  const {tag = [], flag = [], leeches = false, needsFixing = false} = flags
  const {limit, minutes, ahead = 0, cram = false} = flags
  return {
    ...WHAT_IS_DUE,
    ...{decks, tags: tag, flags: flag, leeches, needsFixing},
    ...{limit, minutes, newCards: flags.new, aheadDays: ahead},
    mode: cram ? 'cram' : 'schedule',
  }
}

function collectFlag(value: string, values: readonly Flag[] = []): readonly Flag[] {
  const flag = FLAGS.find(number => String(number) === value)
  if (!flag) throw new InvalidArgumentError('Expected a number from 1 to 7.')
  return [...values, flag]
}

function wholeFrom(least: number, most: number): (text: string) => number {
  return text => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (!(number >= least && number <= most)) {
      throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`)
    }
    return number
  }
}
