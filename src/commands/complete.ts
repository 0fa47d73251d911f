import {type Candidate, type CommandSpec, completionOf, fitting} from '../core/completion.ts'
import {RATINGS} from '../core/rating.ts'
import {SETTING_KEYS} from '../core/setting-keys.ts'
import {quoteForShell, splitShellLine} from '../core/shell-words.ts'
import {type Context, done, type Outcome} from './context.ts'

/** Tells the shell to complete names of files by its own means. */
const FILES = ':files\n'

/** What fits after these words, of which the last is being typed: a line for each, with a tab before its description. */
export function complete(
  context: Context,
  program: CommandSpec,
  words: readonly string[],
): Outcome {
  const found = find(context, program, words.slice(0, -1), words.at(-1) ?? '')
  if (found === 'files') return done(FILES)
  const lines = found.map(({text, description}) => `${text}\t${description}`)
  return done(lines.map(line => `${line}\n`).join(''))
}

/**
 * What Bash is to put in the place of the word at the end of this line. Bash takes a word to begin after an unquoted colon, so what is before
 * that is left out.
 */
export function completeForBash(context: Context, program: CommandSpec, line: string): Outcome {
  const {before, current, quote} = splitShellLine(line)
  const found = find(context, program, before.slice(1), current)
  if (found === 'files') return done(FILES)
  const replies = found.map(({text}) => {
    if (quote === "'") return text.replace(/'/g, "'\\''")
    if (quote === '"') return text.replace(/["\\$`]/g, '\\$&')
    return quoteForShell(text.slice(breakOf(current)))
  })
  return done(replies.map(reply => `${reply}\n`).join(''))
}

/** Where Bash’s own idea of the present word begins. */
function breakOf(current: string): number {
  return Math.max(current.lastIndexOf(':'), current.lastIndexOf('=')) + 1
}

function find(
  context: Context,
  program: CommandSpec,
  before: readonly string[],
  current: string,
): readonly Candidate[] | 'files' {
  const {candidates, value} = completionOf(program, before, current)
  const named = value ? valuesNamed(value.name, context, before) : []
  return named === 'files' ? 'files' : fitting([...candidates, ...named], current)
}

function valuesNamed(
  name: string,
  context: Context,
  before: readonly string[],
): readonly Candidate[] | 'files' {
  switch (name) {
    case 'path':
    case 'file':
      return 'files'
    case 'deck':
      return withoutGiven(deckPaths(context.openStore().decksWithCards()), before)
    case 'tag':
      return withoutGiven(context.openStore().tagsInUse(), before)
    case 'rating':
      return RATINGS.map(text => ({text, description: ''}))
    case 'key':
      return SETTING_KEYS.map(({key: text, description}) => ({text, description}))
    default:
      return []
  }
}

/** The decks and those that they are in. */
function deckPaths(decks: readonly string[]): readonly string[] {
  const paths = decks.flatMap(deck => {
    const names = deck.split('::')
    return names.map((_, index) => names.slice(0, index + 1).join('::'))
  })
  return [...new Set(paths)].sort()
}

function withoutGiven(names: readonly string[], before: readonly string[]): readonly Candidate[] {
  return names.filter(name => !before.includes(name)).map(text => ({text, description: ''}))
}
