import {type ArchiveColumn, type ColumnKind, isJson} from './archive-columns.ts'

/** The longest time and the latest day that a date can have, with room for zones. */
const MOST_MS = 8_640_000_000_000_000 - 172_800_000
const MOST_DAYS = Math.floor(MOST_MS / 86_400_000)

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

/** What keeps a value from standing in a column of the archive, as a sentence; nothing where it may. */
export function columnProblemOf(
  {name, kind, isOptional}: ArchiveColumn,
  value: unknown,
): string | undefined {
  if (value === undefined && isOptional) return undefined
  if (value !== undefined && isOfKind(kind, value)) return undefined
  return `\`${name}\` must be ${EXPECTED[kind]}.`
}

/** Whether a value is what such a column holds in an archive. */
export function isOfKind(kind: ColumnKind, value: unknown): boolean {
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

/** Whether a value is as the database keeps it. */
export function isStored(kind: ColumnKind, value: unknown): boolean {
  if (!isJson(kind)) return isOfKind(kind, value)
  if (typeof value !== 'string') return false
  try {
    return isOfKind(kind, JSON.parse(value))
  } catch {
    return false
  }
}

/** Whether a value is an object that is no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a whole number within these bounds, both of which it may be. */
export function isBetween(value: unknown, from: number, to: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to
}
