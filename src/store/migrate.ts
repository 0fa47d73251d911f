import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Database} from 'better-sqlite3'
import {UserError} from '../core/user-error.ts'
import {backUp} from './backup.ts'

/** `pragma application_id` of every database of this program: “ebbd”. */
const APPLICATION_ID = 0x65626264

/**
 * Brings the database to the newest version. Each migration is committed together with its number, so a failed one leaves
 * the database as it was. An existing database is copied to `PATH.before-N` first, N being the first version that it lacks. Several
 * programs may do this at once: what was decided before the write lock was had is looked at again.
 * @param migrations files in order; migration n is `migrations[n - 1]`
 */
export function migrate(db: Database, migrations: readonly string[]): void {
  const from = versionOf(db)
  if (from === migrations.length) return
  // A migration may have to rebuild a table that others refer to; the references are checked before it is committed.
  db.pragma('foreign_keys = off')
  try {
    for (const [index, file] of migrations.entries()) {
      db.transaction(() => apply(db, file, index + 1, from)).immediate()
    }
  } finally {
    db.pragma('foreign_keys = on')
  }
}

/** The migration files of a folder, in order. */
export function migrationsIn(directory: string): readonly string[] {
  const files = readdirSync(directory)
    .filter(file => /^\d{4}-.+\.sql$/.test(file))
    .sort()
  for (const [index, file] of files.entries()) {
    if (Number(file.slice(0, 4)) !== index + 1) {
      throw new Error(`Expected migration ${index + 1}, found ${file} in ${directory}`)
    }
  }
  return files.map(file => join(directory, file))
}

/**
 * Reads, and changes nothing.
 * @param known the newest version that this program knows
 * @throws UserError where the database is of a newer version or of another program.
 */
export function refuseUnknown(db: Database, known: number): void {
  const version = versionOf(db)
  const isEmpty =
    version === 0 && db.prepare('select count(*) from sqlite_schema').pluck().get() === 0
  if (!isEmpty && db.pragma('application_id', {simple: true}) !== APPLICATION_ID) {
    throw new UserError(
      `The database ${db.name} belongs to another program`,
      'Move the file away, or set EBB_HOME to another folder. It was not changed.',
    )
  }
  if (version > known) {
    throw new UserError(
      `The database ${db.name} is at version ${version}, but this program knows only ${known}`,
      'Install a newer version of ebb. The database was not changed.',
    )
  }
}

function versionOf(db: Database): number {
  return db.pragma('user_version', {simple: true}) as number
}

function apply(db: Database, file: string, version: number, from: number): void {
  const present = versionOf(db)
  // Another process may have migrated while this one waited for the lock; it has made the backup, too.
  if (present >= version) return
  if (present === from && from > 0) {
    backUp(db.name, `${db.name}.before-${version}`, {
      version: from,
      unchanged: 'The database must be converted, and was not changed.',
    })
  }
  db.exec(readFileSync(file, 'utf8'))
  const violations = db.pragma('foreign_key_check') as unknown[]
  if (violations.length > 0) {
    throw new Error(`${file} leaves ${violations.length} references to rows that are not there`)
  }
  db.pragma(`user_version = ${version}`)
}
