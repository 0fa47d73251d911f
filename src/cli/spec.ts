import type {Argument, Command, Option} from 'commander'
import type {CommandSpec, OptionSpec, ValueSpec} from '../core/completion.ts'

/** The commands and their flags as data, so that completion never tells of others than there are. */
export function specOf(command: Command): CommandSpec {
  const help = command.createHelp()
  return {
    name: command.name(),
    description: command.description(),
    arguments: command.registeredArguments.map(argumentSpec),
    options: help.visibleOptions(command).map(optionSpec),
    commands: help.visibleCommands(command).map(specOf),
  }
}

function argumentSpec(argument: Argument): ValueSpec {
  return {
    name: argument.name(),
    choices: argument.argChoices ?? [],
    isVariadic: argument.variadic,
  }
}

function optionSpec({
  long,
  short,
  description,
  argChoices,
  flags,
  required,
  optional,
}: Option): OptionSpec {
  const name = /[<[]([^>\].]+)/.exec(flags)?.[1]
  const takesValue = (required || optional) && name !== undefined
  return {
    long: long ?? undefined,
    short: short ?? undefined,
    description,
    value: takesValue ? {name, choices: argChoices ?? [], isVariadic: false} : undefined,
  }
}
