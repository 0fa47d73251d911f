import {parse as parseToml} from 'smol-toml'
import {parseDocument} from 'yaml'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {DeckName} from '../core/note.ts'
import {deckNameOf, tagsFrom} from './deck-name.ts'

/** What the block of properties at the top of a document says about its notes. */
interface FrontMatter {
  /** Line of the closing mark. */
  readonly endLine: number
  readonly deck?: DeckName
  readonly tags: readonly string[]
  readonly title?: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Longer blocks are read line by line: no one writes them by hand, and a parser may take long over them. */
const MAX_CHARS = 65_536
const DECK_KEYS = [
  'deck',
  'cards-deck',
  'target deck',
  'target_deck',
  'anki-deck',
  'anki_deck',
  'mochi-deck',
]
const KEY_LINE = /^\s*(?:[\w"'.-][^:=]{0,80}\s*[:=](?:\s|$|["'[{\d])|- |#|$)|^\s+\S/

/**
 * YAML between `---` lines, or TOML between `+++` or `---` lines, at the very top.
 *
 * Undefined where the document begins otherwise: without a closing mark, or with a rule followed by prose. A block
 * that cannot be parsed is the diagnostic `broken-front-matter`; what can be made out of its lines counts.
 */
export function frontMatterOf(lines: readonly string[]): FrontMatter | undefined {
  const mark = lines[0]?.trimEnd()
  if (mark !== '---' && mark !== '+++') return undefined
  const close = closingLine(lines, mark)
  if (close === undefined) return undefined
  const body = lines.slice(1, close)
  if (!looksLikeProperties(body)) return undefined
  const text = body.join('\n')
  const {properties, problem} = propertiesOf(text, mark)
  const value = properties ?? propertiesByLine(body)
  if (mark === '---' && isCardLabels(value)) return undefined
  const isToml = mark === '+++' || body.some(line => /^\s*name\s*=/.test(line))
  return {
    endLine: close + 1,
    ...meaningOf(value, isToml ? [...DECK_KEYS, 'name'] : DECK_KEYS),
    diagnostics: problem === undefined ? [] : [problem],
  }
}

function closingLine(lines: readonly string[], mark: string): number | undefined {
  for (let i = 1; i < lines.length; i += 1) {
    const line = (lines[i] as string).trimEnd()
    if (line === mark || (mark === '---' && line === '...')) return i
  }
  return undefined
}

function looksLikeProperties(body: readonly string[]): boolean {
  const filled = body.filter(line => line.trim() !== '')
  const first = filled[0]
  if (first === undefined) return body.length <= 1
  if (!/^["']?[\w#][^:=]{0,80}[:=]/.test(first)) return false
  return filled.filter(line => KEY_LINE.test(line)).length * 10 >= filled.length * 8
}

type Properties = ReadonlyMap<string, unknown>

function propertiesOf(text: string, mark: string): {properties?: Properties; problem?: Diagnostic} {
  if (text.length > MAX_CHARS) return {problem: broken({line: 2, column: 1}, 'too long to be read')}
  const toml = () => parseToml(text) as unknown
  const attempts =
    mark === '+++' || /^[ \t]*[\w-]{1,60}[ \t]*=/m.test(text)
      ? [toml, () => yaml(text)]
      : [() => yaml(text)]
  let problem: Diagnostic | undefined
  for (const attempt of attempts) {
    try {
      return {properties: toProperties(attempt())}
    } catch (error) {
      problem ??= broken(
        placeOf(error),
        error instanceof Error ? withoutPlace(firstLine(error.message)) : 'unreadable',
      )
    }
  }
  return problem === undefined ? {} : {problem}
}

function yaml(text: string): unknown {
  const document = parseDocument(text, {uniqueKeys: false, logLevel: 'silent'})
  const [error] = document.errors
  if (error !== undefined) throw error
  return document.toJS({maxAliasCount: 20})
}

function toProperties(value: unknown): Properties {
  if (value === null || value === undefined) return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error('expected properties')
  return new Map(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]))
}

/** `key: value` lines and the `- items` below a key, as far as they can be made out. */
function propertiesByLine(body: readonly string[]): Properties {
  const properties = new Map<string, string | string[]>()
  let key = ''
  for (const line of body) {
    const [, name, value] = /^([\w-][\w -]{0,40}?)\s*[:=]\s*(.*)$/.exec(line) ?? []
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1]
    if (name !== undefined) {
      key = name.toLowerCase()
      properties.set(key, unquote(value ?? ''))
    } else if (item !== undefined && key !== '') {
      const before = properties.get(key)
      properties.set(key, [...(Array.isArray(before) ? before : []), unquote(item)])
    }
  }
  return properties
}

const unquote = (text: string): string => text.trim().replace(/^(["'[])(.*)["'\]]$/, '$2')

/** `---`, `Q: …`, `A: …`, `---`: a card between rules. */
const isCardLabels = (value: Properties): boolean =>
  ['q', 'c', 'question'].some(key => value.has(key)) &&
  [...value.keys()].every(key => /^(q|a|c|question|answer)$/.test(key))

function meaningOf(
  value: Properties,
  deckKeys: readonly string[],
): {deck?: DeckName; tags: readonly string[]; title?: string} {
  const deckText = deckKeys.map(key => value.get(key)).find(isText)
  const deck = deckText === undefined ? undefined : deckNameOf(deckText)
  const title = [value.get('title')].find(isText)
  return {
    tags: [...new Set(['tags', 'tag', 'file tags'].flatMap(key => tagsFrom(value.get(key))))],
    ...(deck !== undefined && {deck}),
    ...(title !== undefined && {title}),
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const firstLine = (text: string): string => text.split('\n', 1)[0] as string

/** What parsers say besides what is wrong: where, counted within the block, and in which notation. */
const withoutPlace = (message: string): string =>
  message.replace(/^Invalid TOML document: /, '').replace(/(?: at line \d+, column \d+)?[:.]?$/, '')

interface Place {
  readonly line: number
  readonly column: number
}

/** In the document: below the opening mark. */
function placeOf(error: unknown): Place {
  const {linePos, line, column} = error as {
    linePos?: readonly {line: number; col: number}[]
    line?: unknown
    column?: unknown
  }
  const [first] = linePos ?? []
  if (first) return {line: first.line + 1, column: first.col}
  if (typeof line === 'number' && typeof column === 'number') return {line: line + 1, column}
  return {line: 2, column: 1}
}

function broken({line, column}: Place, what: string): Diagnostic {
  const message = `The front matter cannot be read: ${what}.`
  return {line, column, severity: 'warning', rule: 'broken-front-matter', message}
}
