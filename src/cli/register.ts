import type {Command} from 'commander'
import type {Context, Outcome} from '../commands/context.ts'

/** What a command is handed: the outside, and where its outcome goes. */
export interface Registration {
  readonly context: Context
  readonly end: (outcome: Outcome) => void
}

/** Adds a command with its flags to the program. Nothing is opened, so that `--help` answers at once. */
export type Register = (program: Command, registration: Registration) => void

/** A flag that may be given several times. */
export function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value]
}

/** Ends with a usage error where a flag is given that says nothing without another one, which is not there. */
export function refuseWithout(
  needed: string,
  command: Command,
  flags: Readonly<Record<string, boolean>>,
): void {
  const given = Object.keys(flags).find(flag => flags[flag])
  if (given !== undefined) command.error(`error: option '${given}' belongs to '${needed}'`)
}
