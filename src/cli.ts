import {Command, CommanderError, InvalidArgumentError} from 'commander'
import {cards} from './commands/cards.ts'
import {config} from './commands/config.ts'
import type {Context, Outcome} from './commands/context.ts'
import {decks} from './commands/decks.ts'
import {doctor} from './commands/doctor.ts'
import {due} from './commands/due.ts'
import {next} from './commands/next.ts'
import {rate} from './commands/rate.ts'
import {stats} from './commands/stats.ts'
import {undo} from './commands/undo.ts'
import {RATINGS, type Rating} from './core/rating.ts'

/** How a call of the program ended: a command’s outcome, or a usage error (2) that it never got to. */
export interface Ending {
  readonly output: string
  readonly errorOutput: string
  readonly exitCode: 0 | 1 | 2
}

/** Flags in, one call out. Only this file knows commander. */
export async function runCli(args: readonly string[], context: Context): Promise<Ending> {
  let outcome: Outcome = {output: '', exitCode: 0}
  let output = ''
  let errorOutput = ''
  const program = buildProgram(context, result => {
    outcome = result
  })
  forEachCommand(program, command =>
    command.exitOverride().configureOutput({
      writeOut: text => {
        output += text
      },
      writeErr: text => {
        errorOutput += text
      },
    }),
  )
  try {
    await program.parseAsync(args, {from: 'user'})
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return {output, errorOutput, exitCode: error.exitCode === 0 ? 0 : 2}
  }
  return {output: output + outcome.output, errorOutput, exitCode: outcome.exitCode}
}

/** Every command with its flags. Building it opens nothing, so that `--help` answers at once. */
function buildProgram(context: Context, end: (outcome: Outcome) => void): Command {
  const program = new Command('ebb')
    .description(
      'Spaced-repetition flashcards for the terminal, made from the Markdown you already have.',
    )
    .version(EBB_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Run `ebb help` to see what there is.')
    .addHelpText('after', HELP)

  program
    .command('import')
    .description('turn the questions of documents into cards')
    .argument('<path...>', 'documents, folders of documents, or - for standard input')
    .option('--dry-run', 'import nothing; show the first and the last card of each document')
    .option('--explain', 'tell block by block what each was taken for')
    .option('--strict', 'take a question without an answer for an error')
    .option('--deck <name>', 'the deck of all notes, whatever the documents say')
    .option(
      '--tag <name>',
      'a tag for all notes; may be given several times',
      (tag: string, tags: string[] = []) => [...tags, tag],
    )
    .option('--layout <name>', 'read the documents in this layout or syntax only')
    .option('--yes', 'do not ask before cards are changed or retired')
    .option('--accept', 'take uncertain matches with earlier notes for certain')
    .option('--json', 'print JSON')
    .action(async (paths: string[], flags: ImportOptions) => {
      const {importDocuments} = await import('./commands/import.ts')
      const {dryRun = false, json = false, explain = false, strict = false} = flags
      const {yes = false, accept = false, deck, tag: tags = [], layout} = flags
      end(
        await importDocuments(context, paths, {
          ...{dryRun, json, explain, strict, yes, accept},
          ...{deck, tags, layout},
        }),
      )
    })

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
      const {review} = await import('./commands/review.ts')
      end(await review(context, terminal, names))
    })

  program
    .command('due')
    .description('say how many cards are due')
    .argument('[deck...]', 'only these decks and the decks below them')
    .option('--json', 'print JSON')
    .action((names: string[], flags: {json?: boolean}) =>
      end(due(context, {decks: names, json: flags.json ?? false})),
    )

  program
    .command('next')
    .description('print the card that the session would ask now')
    .argument('[deck...]', 'only these decks and the decks below them')
    .option('--answer', 'print the answer too, and what each rating would lead to')
    .option('--json', 'print JSON')
    .action((names: string[], flags: {answer?: boolean; json?: boolean}) =>
      end(next(context, {decks: names, answer: flags.answer ?? false, json: flags.json ?? false})),
    )

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
    .description('take back the last rating')
    .option('--json', 'print JSON')
    .action((flags: {json?: boolean}) => end(undo(context, {json: flags.json ?? false})))

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

  program
    .command('stats')
    .description('show progress in numbers')
    .option('--json', 'print JSON')
    .action((flags: {json?: boolean}) => end(stats(context, {json: flags.json ?? false})))

  program
    .command('config')
    .description('read and set options')
    .argument('[key]', 'an option’s name')
    .argument('[value...]', 'its new value')
    .option('--unset', 'go back to the default')
    .option('--json', 'print JSON')
    .action(
      (
        key: string | undefined,
        values: readonly string[],
        flags: {unset?: boolean; json?: boolean},
      ) =>
        end(
          config(context, {
            key,
            value: values.length === 0 ? undefined : values.join(' '),
            unset: flags.unset ?? false,
            json: flags.json ?? false,
          }),
        ),
    )

  program
    .command('doctor')
    .description(
      'check that every schedule follows from the review log, and that the file is whole',
    )
    .option('--json', 'print JSON')
    .action((flags: {json?: boolean}) => end(doctor(context, {json: flags.json ?? false})))

  return program
}

interface ImportOptions {
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly explain?: boolean
  readonly strict?: boolean
  readonly yes?: boolean
  readonly accept?: boolean
  readonly deck?: string
  readonly tag?: string[]
  readonly layout?: string
}

/** A rating by its name, or by its key in the review: 1 to 4. */
function ratingOf(text: string): Rating {
  const rating = RATINGS.find(
    (name, index) => name === text.toLowerCase() || String(index + 1) === text,
  )
  if (!rating) throw new InvalidArgumentError(`Expected one of ${RATINGS.join(', ')}.`)
  return rating
}

function forEachCommand(program: Command, visit: (command: Command) => void): void {
  for (const command of [program, ...program.commands]) visit(command)
}

const HELP = `
Environment:
  EBB_HOME   the folder that holds the collection (default: $XDG_DATA_HOME/ebb, or ~/.local/share/ebb)
  EBB_NOW    an instant that stands in for the clock: 2026-03-01T09:00:00+01:00
  TZ         your time zone
  NO_COLOR   any value turns colours off

Examples:
  ebb import notes/          turn every document below notes/ into cards
  ebb review                 review what is due
  ebb due --json             what a shell prompt needs`
