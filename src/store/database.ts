import {mkdirSync, statSync} from 'node:fs'
import {dirname} from 'node:path'
import Database from 'better-sqlite3'
import {UserError} from '../core/user-error.ts'
import {makeDurable} from './durability.ts'
import {explaining} from './failure.ts'
import {migrate, migrationsIn, refuseUnknown} from './migrate.ts'

export interface DatabasePlace {
  readonly path: string
  readonly migrationsDirectory: string
  /** How long to wait for another process that writes; 5 seconds unless given. */
  readonly busyTimeoutMs?: number
}

const BUSY_TIMEOUT_MS = 5_000

/**
 * Opens the database file, after creating or migrating it where that is needed.
 * @throws UserError where the user can do something about it: no permission, no database, a newer version, a full disk …
 */
export function openDatabase({
  path,
  migrationsDirectory,
  busyTimeoutMs = BUSY_TIMEOUT_MS,
}: DatabasePlace): Database.Database {
  createFolder(dirname(path))
  return explaining(path, () => {
    const db = new Database(path, {timeout: busyTimeoutMs})
    try {
      const migrations = migrationsIn(migrationsDirectory)
      refuseUnknown(db, migrations.length)
      makeDurable(db, busyTimeoutMs)
      db.pragma('foreign_keys = on')
      migrate(db, migrations)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

function createFolder(folder: string): void {
  try {
    makeFolder(folder)
  } catch (error) {
    throw new UserError(
      `The folder ${folder} cannot be created: ${(error as Error).message}`,
      'Check the path and its permissions, or set EBB_HOME to another folder.',
    )
  }
}

/** Node’s own way of making the folders above too never ends where the system says that none can be made, as below `/proc`. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    makeFolder(dirname(folder))
    mkdirSync(folder)
  }
}
