/** What a command line can hold, as far as completing it is concerned. */
export interface CommandSpec {
  readonly name: string
  readonly description: string
  readonly arguments: readonly ValueSpec[]
  readonly options: readonly OptionSpec[]
  readonly commands: readonly CommandSpec[]
}

/** A place for a value: what names it in the help, and the values that it can have where they are known. */
export interface ValueSpec {
  readonly name: string
  readonly choices: readonly string[]
  /** Whether there can be several. */
  readonly isVariadic: boolean
}

export interface OptionSpec {
  /** `--json`; nothing for one that has only a letter. */
  readonly long: string | undefined
  /** `-h` */
  readonly short: string | undefined
  readonly description: string
  /** What follows it; nothing for a switch. */
  readonly value: ValueSpec | undefined
}

/** Something that could be typed next. */
export interface Candidate {
  readonly text: string
  readonly description: string
}

/** What fits where a word is being typed: words that are known, and the place that values of its own belong to. */
export interface Completion {
  readonly candidates: readonly Candidate[]
  /** A value belongs here: of an argument or an option, which only the collection or the file system knows. */
  readonly value: ValueSpec | undefined
  /** What stands before such a value in the same word: `--tag=`; mostly nothing. Candidates have it already. */
  readonly prefix?: string
}

/**
 * What can be typed as the last of these words, which may have begun. The words are those after the program’s name. Candidates
 * are not yet chosen by what was typed: see `fitting`.
 */
export function completionOf(
  program: CommandSpec,
  before: readonly string[],
  current: string,
): Completion {
  const {command, values, pending, isLiteral} = follow(program, before)
  if (pending) return valueCompletion(pending)
  if (!isLiteral && current.startsWith('-')) {
    const [prefix = '', long] = /^(--[^=]+)=/.exec(current) ?? []
    if (long !== undefined) return joinedCompletion(command, long, prefix)
    const given = new Set(before)
    return {
      candidates: command.options
        .filter(
          ({long, short, value}) => value || !(given.has(long ?? '') || given.has(short ?? '')),
        )
        .map(({long, short, description}) => ({text: long ?? short ?? '', description})),
      value: undefined,
    }
  }
  const place = command.arguments[Math.min(values, command.arguments.length - 1)]
  const isOpen = place && (place.isVariadic || values < command.arguments.length)
  const {candidates, value} = isOpen ? valueCompletion(place) : NOTHING
  const commands =
    values === 0 ? command.commands.map(({name: text, description}) => ({text, description})) : []
  return {candidates: [...commands, ...candidates], value}
}

/** Those that begin with what was typed. */
export function fitting(candidates: readonly Candidate[], current: string): readonly Candidate[] {
  return candidates.filter(({text}) => text.startsWith(current))
}

const NOTHING: Completion = {candidates: [], value: undefined}

/** The value of an option in the same word as its name: `--tag=…`. */
function joinedCompletion({options}: CommandSpec, name: string, prefix: string): Completion {
  const option = options.find(({long}) => long === name)
  if (!option?.value) return NOTHING
  const {candidates, value} = valueCompletion(option.value)
  return {
    candidates: candidates.map(each => ({...each, text: prefix + each.text})),
    value,
    prefix,
  }
}

function valueCompletion(value: ValueSpec): Completion {
  return value.choices.length > 0
    ? {candidates: value.choices.map(text => ({text, description: ''})), value: undefined}
    : {candidates: [], value}
}

interface Place {
  readonly command: CommandSpec
  /** Arguments given so far. */
  readonly values: number
  /** The option whose value comes next. */
  readonly pending: ValueSpec | undefined
  /** Whether `--` has ended the options. */
  readonly isLiteral: boolean
}

function follow(program: CommandSpec, words: readonly string[]): Place {
  let place: Place = {command: program, values: 0, pending: undefined, isLiteral: false}
  for (const word of words) place = after(place, word)
  return place
}

function after(place: Place, word: string): Place {
  const {command, values, pending, isLiteral} = place
  if (pending) return {...place, pending: undefined}
  if (!isLiteral && word === '--') return {...place, isLiteral: true}
  if (!isLiteral && word.startsWith('-')) {
    const option = command.options.find(({long, short}) => word === long || word === short)
    return {...place, pending: option?.value}
  }
  const next = values === 0 ? command.commands.find(({name}) => name === word) : undefined
  return next ? {...place, command: next, values: 0} : {...place, values: values + 1}
}
