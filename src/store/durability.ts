import type {Database} from 'better-sqlite3'

/**
 * Makes a commit survive a crash of the program, of the system, and the loss of power. docs/decisions/0008-durability.md says
 * what it costs.
 */
export function makeDurable(db: Database): void {
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  // On macOS, fsync alone leaves the data in the drive’s cache. Elsewhere this does nothing.
  db.pragma('fullfsync = on')
}
