import {rowProblemOf} from './archive-checks.ts'
import {ARCHIVE_TABLES, type ArchiveTable, isJson} from './archive-columns.ts'
import {columnProblemOf, isObject} from './archive-values.ts'

/** The version of the format. A program reads its own and those before it. */
export const ARCHIVE_VERSION = 1

const FORMAT = 'ebb-archive'
const HEADER = `{"format":"${FORMAT}","version":${ARCHIVE_VERSION}`

export type ArchiveValue = string | number | null
/** A row of the database; JSON is text in it. */
export type ArchiveRow = Readonly<Record<string, ArchiveValue>>

/** A row, and the line of the archive on which it stands. */
export interface ArchiveRecord {
  readonly table: string
  readonly row: ArchiveRow
  /** Counted from 1. */
  readonly line: number
}

/** What is wrong with an archive. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  /** Counted from 1. */
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

/**
 * A collection as JSON, one row a line, so that it can be written and read piece by piece. The same collection gives the same text.
 * docs/export.md tells the format.
 * @param rowsOf the rows of a table, sorted by its first columns
 */
export function* archiveLines(
  rowsOf: (table: ArchiveTable) => Iterable<ArchiveRow>,
): Generator<string> {
  yield HEADER
  const counts: Record<string, number> = {}
  for (const table of ARCHIVE_TABLES) {
    yield `,"${table.name}":[\n`
    let count = 0
    for (const row of rowsOf(table)) {
      yield `${count === 0 ? '' : ',\n'}${lineOf(table, row)}`
      count += 1
    }
    yield `${count === 0 ? '' : '\n'}]`
    counts[table.name] = count
  }
  yield `,"counts":${JSON.stringify(counts)}}\n`
}

function lineOf({columns}: ArchiveTable, row: ArchiveRow): string {
  const fields: string[] = []
  for (const {name, kind} of columns) {
    const value = row[name]
    if (value === null || value === undefined) continue
    const json = isJson(kind) ? JSON.stringify(JSON.parse(String(value))) : JSON.stringify(value)
    fields.push(`"${name}":${json}`)
  }
  return `{${fields.join(',')}}`
}

/**
 * The rows of an archive, in the order in which they can be restored. Only the line that is being read is held.
 * @throws ArchiveError where it is no archive, one of a later version, damaged, or not at its end.
 */
export function* archiveRecords(lines: Iterable<string>): Generator<ArchiveRecord> {
  const counts: Record<string, number> = {}
  let next = 0
  let line = 0
  /** What may come: the first row of a table or its end, a row after a comma, or the end of a table. */
  let expected: 'header' | 'row or end' | 'row' | 'end' | 'nothing' = 'header'
  for (const text of lines) {
    line += 1
    const table = ARCHIVE_TABLES[next] as ArchiveTable
    if (expected === 'nothing') {
      if (text.trim() !== '')
        throw new ArchiveError(line, 'The archive has ended before this line.')
    } else if (expected === 'header') {
      refuseUnknown(text)
      if (text !== `${HEADER},"${table.name}":[`) throw disordered(line)
      expected = 'row or end'
    } else if (text.startsWith(']') && expected !== 'row') {
      next += 1
      const following = ARCHIVE_TABLES[next]
      if (following && text !== `],"${following.name}":[`) throw disordered(line)
      if (!following) compareCounts(text, counts, line)
      expected = following ? 'row or end' : 'nothing'
    } else {
      if (expected === 'end') throw disordered(line)
      const hasComma = text.endsWith(',')
      const row = rowOf(table, hasComma ? text.slice(0, -1) : text, line)
      counts[table.name] = (counts[table.name] ?? 0) + 1
      expected = hasComma ? 'row' : 'end'
      yield {table: table.name, row, line}
    }
  }
  if (line === 0) throw new ArchiveError(1, 'The archive is empty.')
  if (expected !== 'nothing')
    throw new ArchiveError(line, 'The archive is cut off after this line.')
}

/** Says it as well as it can be said of a first line that is another one. */
function refuseUnknown(text: string): void {
  const version = /^\{"format":"ebb-archive","version":(\d{1,9})[,}]/.exec(text)?.[1]
  if (version === undefined) {
    const isReformatted = /^\s*\{\s*("format"\s*:\s*"ebb-archive"|$)/.test(text)
    throw new ArchiveError(
      1,
      isReformatted
        ? 'The archive was formatted anew. It must be as `ebb export all` writes it: one row a line.'
        : 'This is no archive of ebb.',
    )
  }
  if (Number(version) !== ARCHIVE_VERSION) {
    throw new ArchiveError(
      1,
      `The archive is of version ${version}, and this program knows only ${ARCHIVE_VERSION}.`,
    )
  }
}

function disordered(line: number): ArchiveError {
  return new ArchiveError(line, 'This line is not what `ebb export all` writes here.')
}

function compareCounts(text: string, counts: Readonly<Record<string, number>>, line: number): void {
  if (!text.startsWith('],"counts":')) throw disordered(line)
  const stated = parsed(text.slice('],"counts":'.length, -1), line)
  for (const {name} of ARCHIVE_TABLES) {
    const found = counts[name] ?? 0
    const count = isObject(stated) ? stated[name] : undefined
    if (count !== found) {
      throw new ArchiveError(line, `The archive has ${found} rows of ${name}, and says ${count}.`)
    }
  }
}

function rowOf(table: ArchiveTable, text: string, line: number): ArchiveRow {
  const value = parsed(text, line)
  if (!isObject(value)) throw new ArchiveError(line, 'Expected an object.')
  const row: Record<string, ArchiveValue> = {}
  const known = new Set(table.columns.map(({name}) => name))
  for (const key of Object.keys(value)) {
    if (!known.has(key)) throw new ArchiveError(line, `${table.name} have no \`${key}\`.`)
  }
  for (const column of table.columns) {
    const field = Object.hasOwn(value, column.name) ? value[column.name] : undefined
    const problem = columnProblemOf(column, field)
    if (problem !== undefined) throw new ArchiveError(line, problem)
    if (field === undefined) row[column.name] = null
    else row[column.name] = isJson(column.kind) ? JSON.stringify(field) : (field as ArchiveValue)
  }
  const problem = rowProblemOf(table.name, value)
  if (problem !== undefined) throw new ArchiveError(line, problem)
  return row
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ArchiveError(line, `This line is no JSON: ${(error as Error).message}`)
  }
}
