import {Command, CommanderError} from 'commander'
import {registerAnswering, registerDue} from './cli/answering.ts'
import {registerLists, registerSuspending, registerUpkeep} from './cli/collection.ts'
import {registerCompletion} from './cli/completion.ts'
import {registerExport} from './cli/export.ts'
import {addHelp} from './cli/help.ts'
import {registerHome} from './cli/home.ts'
import {registerImport} from './cli/import.ts'
import type {Register, Registration} from './cli/register.ts'
import {registerReview} from './cli/review.ts'
import {registerStats} from './cli/stats.ts'
import type {Context, Outcome} from './commands/context.ts'

/** How a call of the program ended: a command’s outcome, or a usage error (2) that it never got to. */
export interface Ending {
  readonly output: string
  readonly errorOutput: string
  readonly exitCode: 0 | 1 | 2 | 3
}

/** Every command with what registers it, in the order in which the help lists them. */
const COMMANDS: readonly (readonly [names: readonly string[], register: Register])[] = [
  [['import'], registerImport],
  [['home'], registerHome],
  [['review'], registerReview],
  [['due'], registerDue],
  [['next', 'rate', 'undo'], registerAnswering],
  [['cards', 'decks'], registerLists],
  [['suspend', 'unsuspend'], registerSuspending],
  [['stats'], registerStats],
  [['export'], registerExport],
  [['config', 'doctor'], registerUpkeep],
  [['completion', 'complete'], registerCompletion],
]

/** Those that a call may reach. A prompt that asks for `due` need not wait for the flags of all others to be built. */
function registersFor([name = '']: readonly string[]): readonly Register[] {
  const named = COMMANDS.filter(([names]) => name !== 'complete' && names.includes(name))
  return (named.length > 0 ? named : COMMANDS).map(([, register]) => register)
}

/** Flags in, one call out. Only this file and its folder know commander. */
export async function runCli(args: readonly string[], context: Context): Promise<Ending> {
  let outcome: Outcome = {output: '', exitCode: 0}
  let output = ''
  let errorOutput = ''
  const program = buildProgram(registersFor(args), {
    context,
    end: result => {
      outcome = result
    },
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
    await program.parseAsync(args.length === 0 ? ['home'] : args, {from: 'user'})
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.code === 'commander.missingArgument') errorOutput += choicesHint(program, args)
    // Somebody may have meant a deck.
    if (error.code === 'commander.unknownCommand') errorOutput += DECK_HINT
    return {output, errorOutput, exitCode: error.exitCode === 0 ? 0 : 2}
  }
  return {output: output + outcome.output, errorOutput, exitCode: outcome.exitCode}
}

/** These commands with their flags. Building them opens nothing, so that `--help` answers at once. */
function buildProgram(registers: readonly Register[], registration: Registration): Command {
  const program = new Command('ebb')
    .description(
      'Spaced-repetition flashcards for the terminal, made from the Markdown you already have.',
    )
    .version(EBB_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Run `ebb help` to see what there is.')
    .addHelpText('after', HELP)
  for (const register of registers) register(program, registration)
  addHelp(program.commands)
  return program
}

function forEachCommand(program: Command, visit: (command: Command) => void): void {
  for (const command of [program, ...program.commands]) visit(command)
}

/** What the first argument of the command may be, where that is one of a few words. */
function choicesHint(program: Command, [name]: readonly string[]): string {
  const command = program.commands.find(each => each.name() === name)
  const choices = command?.registeredArguments[0]?.argChoices
  return choices ? `Choose one of ${choices.join(', ')}.\n` : ''
}

const DECK_HINT = '`ebb review DECK` reviews a deck.\n'

const HELP = `
Environment:
  EBB_HOME   the folder that holds the collection (default: $XDG_DATA_HOME/ebb, or ~/.local/share/ebb)
  EBB_NOW    an instant that stands in for the clock: 2026-03-01T09:00:00+01:00
  TZ         your time zone
  NO_COLOR   any value turns colours off

Examples:
  ebb import notes/          turn every document below notes/ into cards
  ebb                        see what is due, and start from there
  ebb review                 review what is due
  ebb due --json             what a shell prompt needs`
