import {ARCHIVE_TABLES, type ArchiveColumn, type ColumnKind, isJson} from './archive-columns.ts'
import {DEFAULT_SETTINGS, type SchedulingOptions, settingsProblems} from './options.ts'

/** The longest time and the latest day that a date can have, with room for zones. */
const MOST_MS = 8_640_000_000_000_000 - 172_800_000
const MOST_DAYS = Math.floor(MOST_MS / 86_400_000)

const ENTRY_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/
const NOTE_ID = /^[\x21-\x7e]{12}$/

const EXPECTED: Readonly<Record<ColumnKind, string>> = {
  text: 'a text',
  integer: 'a whole number',
  instant: 'milliseconds since 1970',
  day: 'days since 1970-01-01',
  number: 'a number',
  truth: '0 or 1',
  texts: 'a list of texts',
  json: 'a value',
}

type Fields = Readonly<Record<string, unknown>>

/** What keeps a value from standing in a column of the archive, as a sentence; nothing where it may. */
export function columnProblemOf(
  {name, kind, isOptional}: ArchiveColumn,
  value: unknown,
): string | undefined {
  if (value === undefined && isOptional) return undefined
  if (value !== undefined && isOfKind(kind, value)) return undefined
  return `\`${name}\` must be ${EXPECTED[kind]}.`
}

function isOfKind(kind: ColumnKind, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return isText(value)
    case 'integer':
      return Number.isSafeInteger(value)
    case 'instant':
      return Number.isSafeInteger(value) && Math.abs(value as number) <= MOST_MS
    case 'day':
      return Number.isSafeInteger(value) && Math.abs(value as number) <= MOST_DAYS
    case 'number':
      return Number.isFinite(value)
    case 'truth':
      return value === 0 || value === 1
    case 'texts':
      return Array.isArray(value) && value.every(item => typeof item === 'string')
    case 'json':
      return value !== undefined && value !== null
  }
}

/** Text that SQLite gives back as it was. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && !/\p{Surrogate}/u.test(value)
}

/**
 * What keeps a row from being one that ebb writes, where its columns are of the right kind each. What the database itself checks is
 * left to it.
 */
export function rowProblemOf(table: string, row: Fields): string | undefined {
  switch (table) {
    case 'settings':
      return settingProblemOf(row['key'] as string, row['value'])
    case 'notes':
      return NOTE_ID.test(row['id'] as string)
        ? deletionsProblemOf(row)
        : 'This is no id of a note.'
    case 'cards':
      return cardProblemOf(row)
    case 'scheduling_options':
      return optionsProblemOf(row['options'])
    case 'steps':
      return ENTRY_ID.test(row['id'] as string)
        ? actionProblemOf(row)
        : 'This is no id of an entry.'
    case 'reviews':
    case 'practice':
      return ENTRY_ID.test(row['id'] as string) ? undefined : 'This is no id of an entry.'
    case 'step_changes':
      return changeProblemOf(row)
    default:
      return undefined
  }
}

function settingProblemOf(key: string, value: unknown): string | undefined {
  const {scheduling, ...others} = DEFAULT_SETTINGS
  const defaults: Fields = {...scheduling, ...others}
  if (!Object.hasOwn(defaults, key)) return undefined
  if (!isLike(defaults[key], value)) return `The setting \`${key}\` has a value of another kind.`
  const changed = Object.hasOwn(scheduling, key)
    ? {...DEFAULT_SETTINGS, scheduling: {...scheduling, [key]: value}}
    : {...DEFAULT_SETTINGS, [key]: value}
  return settingsProblems(changed)[0]
}

function isLike(sample: unknown, value: unknown): boolean {
  if (Array.isArray(sample)) return Array.isArray(value) && value.every(Number.isFinite)
  return typeof value === typeof sample
}

function optionsProblemOf(options: unknown): string | undefined {
  const defaults = DEFAULT_SETTINGS.scheduling
  const keys = Object.keys(defaults) as (keyof SchedulingOptions)[]
  const isWhole =
    isObject(options) &&
    Object.keys(options).length === keys.length &&
    keys.every(key => Object.hasOwn(options, key) && isLike(defaults[key], options[key]))
  if (!isWhole) return 'These are no scheduling options.'
  const scheduling = options as unknown as SchedulingOptions
  return settingsProblems({...DEFAULT_SETTINGS, scheduling})[0]
}

function deletionsProblemOf({deletions, cloze_text: text}: Fields): string | undefined {
  if (deletions === undefined) return undefined
  const problem = '`deletions` do not fit the text.'
  if (!Array.isArray(deletions) || deletions.length === 0 || typeof text !== 'string')
    return problem
  let from = 0
  for (const deletion of deletions as readonly unknown[]) {
    if (!isObject(deletion)) return problem
    const {group, start, end, hint} = deletion
    const fits =
      Number.isSafeInteger(group) &&
      (group as number) >= 1 &&
      isBetween(start, from, text.length) &&
      isBetween(end, start as number, text.length) &&
      (hint === undefined || typeof hint === 'string')
    if (!fits) return problem
    from = end as number
  }
  return undefined
}

function isBetween(value: unknown, from: number, to: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to
}

const VARIANT = /^(?:forward|backward|cloze-([1-9]\d{0,8}))$/

function cardProblemOf({id, note_id: noteId, variant}: Fields): string | undefined {
  const match = VARIANT.exec(variant as string)
  if (!match) return 'This is no variant of a note.'
  const suffix = match[1] === undefined ? (variant === 'forward' ? '1' : '2') : `c${match[1]}`
  return id === `${noteId}.${suffix}`
    ? undefined
    : 'The id is not the one of this card of the note.'
}

const ACTIONS: readonly unknown[] = ['suspend', 'bury', 'flag', 'fix', 'tag', 'edit']

function actionProblemOf({action}: Fields): string | undefined {
  if (action === undefined) return undefined
  return isObject(action) && ACTIONS.includes(action['kind']) ? undefined : '`action` is none.'
}

const TABLES: Readonly<Record<string, string>> = {source: 'sources', note: 'notes', card: 'cards'}

/** What is taken back becomes a part of a statement: nothing but columns, and nothing but their values. */
function changeProblemOf({entity, before}: Fields): string | undefined {
  const table = ARCHIVE_TABLES.find(({name}) => name === TABLES[entity as string])
  if (!table) return 'This is nothing that a step changes.'
  if (before === undefined) return undefined
  const isRow =
    isObject(before) &&
    Object.entries(before).every(([key, value]) => {
      const column = table.columns.find(({name}) => name === key)
      return column !== undefined && (value === null || isStored(column.kind, value))
    })
  return isRow ? undefined : '`before` does not hold the columns of a row.'
}

/** Whether a value is as the database keeps it. */
function isStored(kind: ColumnKind, value: unknown): boolean {
  if (!isJson(kind)) return isOfKind(kind, value)
  if (typeof value !== 'string') return false
  try {
    return isOfKind(kind, JSON.parse(value))
  } catch {
    return false
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
