import {type Candidate, type CommandSpec, completionOf, fitting} from '../core/completion.ts'
import {RATINGS} from '../core/rating.ts'
import {SETTING_KEYS} from '../core/setting-keys.ts'
import {quoteForShell, splitShellLine} from '../core/shell-words.ts'
import {type Context, done, type Outcome} from './context.ts'

/** Tells the shell to complete names of files by its own means. */
const FILES = ':files\n'

/** What fits after these words, of which the last is being typed: a line for each, with a tab before its description. */
export function complete(
  context: Pick<Context, 'openStore'>,
  program: CommandSpec,
  words: readonly string[],
): Outcome {
  const found = find(context, program, words.slice(0, -1), words.at(-1) ?? '')
  if (found === 'files') return done(FILES)
  const lines = found.map(({text, description}) => `${text}\t${description}`)
  return done(lines.map(line => `${line}\n`).join(''))
}

/** What Bash tells of a command line. */
interface BashLine {
  /** The line up to the cursor. */
  readonly line: string
  /** The end of it that Bash will replace: what was typed since the last blank, quote, colon or the like, as it is written. */
  readonly word: string
}

/** What Bash is to put in the place of that word. */
export function completeForBash(
  context: Pick<Context, 'openStore'>,
  program: CommandSpec,
  {line, word}: BashLine,
): Outcome {
  const {before, current, quote} = splitShellLine(line)
  const found = find(context, program, before.slice(1), current)
  if (found === 'files') return done(FILES)
  const replaced = splitShellLine((quote ?? '') + word).current
  const kept = Math.max(0, current.length - replaced.length)
  const replies = found.map(({text}) => {
    const rest = text.slice(kept)
    if (quote === "'") return rest.replace(/'/g, "'\\''")
    if (quote === '"') return rest.replace(/["\\$`]/g, '\\$&')
    return quoteForShell(rest)
  })
  return done(replies.map(reply => `${reply}\n`).join(''))
}

function find(
  context: Pick<Context, 'openStore'>,
  program: CommandSpec,
  before: readonly string[],
  current: string,
): readonly Candidate[] | 'files' {
  const {candidates, value, prefix = ''} = completionOf(program, before, current)
  const named = value ? valuesNamed(value.name, context, before) : []
  if (named === 'files') return 'files'
  const values = named.map(each => ({...each, text: prefix + each.text}))
  return fitting([...candidates, ...values], current).filter(isSayable)
}

/** A candidate is told in a line, before a tab, and shown by shells that may send to the terminal whatever is in it. */
function isSayable({text}: Candidate): boolean {
  return !/\p{Control}/u.test(text) && `${text}\n` !== FILES
}

function valuesNamed(
  name: string,
  context: Pick<Context, 'openStore'>,
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
    case 'value':
      return valuesOfSetting(before)
    default:
      return []
  }
}

/** Of the setting that the word before names: `ebb config theme …`. A setting has one value. */
function valuesOfSetting(before: readonly string[]): readonly Candidate[] {
  const setting = SETTING_KEYS.find(({key}) => key === before.at(-1))
  return (setting?.choices ?? []).map(text => ({text, description: ''}))
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
