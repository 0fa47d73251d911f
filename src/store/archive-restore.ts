import type {Database, Statement} from 'better-sqlite3'
import {ArchiveError, type ArchiveRecord, type ArchiveRow} from '../core/archive.ts'
import {ARCHIVE_TABLES} from '../core/archive-columns.ts'
import type {CardId} from '../core/card.ts'
import {isSameSchedule} from '../core/doctor.ts'
import type {OptionsId, SchedulingOptions} from '../core/options.ts'
import {LogError, replay} from '../core/replay.ts'
import type {Schedule} from '../core/schedule.ts'
import {UserError} from '../core/user-error.ts'
import type {ArchiveView} from './archive.ts'
import {backUp} from './backup.ts'
import type {CardsTable} from './cards.ts'
import {isRefusedRow} from './failure.ts'
import type {IndexChanges, NoteIndex} from './note-index.ts'
import {type ContentRow, contentOfRow} from './note-row.ts'
import type {ReviewsTable} from './reviews.ts'
import type {SettingsTable} from './settings.ts'

/** So many notes are held until their words are written. */
const NOTES_AT_ONCE = 2_000

interface Tables {
  readonly archive: ArchiveView
  readonly cards: CardsTable
  readonly reviews: ReviewsTable
  readonly settings: SettingsTable
  readonly index: NoteIndex
}

/** What was restored. */
export interface Restored {
  readonly notes: number
  readonly cards: number
  readonly reviews: number
  /** Cards whose schedule was not the one that the log gives, and is now. */
  readonly corrected: number
  /** Where the collection went that was there before; none where there was none. */
  readonly backup?: string
}

/** How an archive becomes the collection. */
export function restorer(db: Database, {archive, cards, reviews, settings, index}: Tables) {
  const restoreArchive = db.transaction(
    (records: Iterable<ArchiveRecord>, {force}: {readonly force: boolean}): Restored => {
      const isEmpty = archive.isEmpty()
      if (!isEmpty && !force) {
        throw new UserError(
          'There is a collection already, and an archive is only restored into an empty one',
          'With --force, the collection is set aside as a backup. Or set EBB_HOME to another folder.',
        )
      }
      if (!isEmpty) withoutTriggers(db, () => deleteAll(db, index))
      const counts = insertAll(records)
      const corrected = correctSchedules()
      if (isEmpty) return {...counts, corrected}
      // What is committed is still what was there before.
      const backup = backUp(db.name, `${db.name}.before-restore`, {
        version: db.pragma('user_version', {simple: true}) as number,
        unchanged: 'The collection must be set aside first: nothing was restored.',
      })
      return {...counts, corrected, backup}
    },
  )

  function insertAll(records: Iterable<ArchiveRecord>) {
    const counts = {notes: 0, cards: 0, reviews: 0}
    const inserts = insertStatements(db)
    let words: IndexChanges | undefined
    for (const {table, row, line} of records) {
      if (table === 'scheduling_options') refuseOtherId(row, line)
      insert(inserts.get(table) as Statement<[ArchiveRow]>, row, line)
      if (table === 'notes' || table === 'cards' || table === 'reviews') counts[table] += 1
      if (table === 'notes') {
        words ??= index.begin()
        words.add(row['id'] as string, contentOfRow(row as unknown as ContentRow))
        if (counts.notes % NOTES_AT_ONCE === 0) {
          words.write()
          words = undefined
        }
      }
    }
    words?.write()
    return counts
  }

  /** The id of options is a hash of them. */
  function refuseOtherId({id, options}: ArchiveRow, line: number): void {
    const scheduling = JSON.parse(options as string) as SchedulingOptions
    if (settings.optionsIdOf(scheduling) !== (id as OptionsId)) {
      throw new ArchiveError(line, 'The id is not the one of these scheduling options.')
    }
  }

  /** The log is the truth: where a schedule does not follow from it, it is computed anew. */
  function correctSchedules(): number {
    const {optionsOf} = settings
    const {parameters} = settings.readSettings().scheduling
    const corrections: (readonly [CardId, Schedule])[] = []
    for (const [cardId, schedule] of cards.schedules()) {
      const entries = explainingLog(() => reviews.entriesOf(cardId))
      const replayed = explainingLog(() => replay(entries, {optionsOf, parameters}))
      if (!isSameSchedule(schedule, replayed)) corrections.push([cardId, replayed])
    }
    for (const [cardId, schedule] of corrections) cards.writeSchedule(cardId, schedule)
    return corrections.length
  }

  /** A large write-ahead log would have to be read at every later start. */
  function shortenLog(): void {
    try {
      db.pragma('wal_checkpoint(truncate)')
    } catch {
      // All is committed, and SQLite tries again later.
    }
  }

  return {
    /**
     * Makes the collection what the archive holds, whole or not at all. Schedules that do not follow from the log are computed anew.
     * @param options.force sets aside the collection that is there: beside the database, under the name `Restored.backup`:
     *   it ends in `before-restore`, and a number where that is taken
     * @throws UserError where there is a collection and `force` is not given, or the log cannot be replayed.
     * @throws ArchiveError where a row cannot be stored; and whatever reading the records throws.
     */
    restoreArchive(records: Iterable<ArchiveRecord>, options: {readonly force: boolean}): Restored {
      const restored = restoreArchive.immediate(records, options)
      shortenLog()
      return restored
    },
  }
}

function insertStatements(db: Database): ReadonlyMap<string, Statement<[ArchiveRow]>> {
  return new Map(
    ARCHIVE_TABLES.map(({name, columns}) => {
      const names = columns.map(column => `"${column.name}"`).join(', ')
      const values = columns.map(column => `@${column.name}`).join(', ')
      return [name, db.prepare<[ArchiveRow]>(`insert into ${name} (${names}) values (${values})`)]
    }),
  )
}

function insert(statement: Statement<[ArchiveRow]>, row: ArchiveRow, line: number): void {
  try {
    statement.run(row)
  } catch (error) {
    if (!isRefusedRow(error)) throw error
    throw new ArchiveError(line, `This row cannot be stored: ${error.message}.`)
  }
}

function explainingLog<Result>(operation: () => Result): Result {
  try {
    return operation()
  } catch (error) {
    if (!(error instanceof LogError)) throw error
    throw new UserError(
      `The review log of the archive cannot be read: ${error.message}`,
      'Nothing was restored.',
    )
  }
}

function deleteAll(db: Database, index: NoteIndex): void {
  const words = index.begin()
  for (const id of db.prepare<[], string>('select id from notes').pluck().all()) words.remove(id)
  words.write()
  for (const {name} of ARCHIVE_TABLES.toReversed()) db.exec(`delete from ${name}`)
}

/** The logs are append-only, but for a collection that is set aside as a whole. */
function withoutTriggers(db: Database, operation: () => void): void {
  const triggers = db
    .prepare<[], {name: string; sql: string}>(
      `select name, sql from sqlite_schema where type = 'trigger'`,
    )
    .all()
  for (const {name} of triggers) db.exec(`drop trigger "${name}"`)
  operation()
  for (const {sql} of triggers) db.exec(sql)
}
