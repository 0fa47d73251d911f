import type {Database} from 'better-sqlite3'

/**
 * Makes a commit survive a crash of the program, of the system, and the loss of power. docs/decisions/0008-durability.md says
 * what it costs.
 */
export function makeDurable(db: Database, busyTimeoutMs: number): void {
  useWriteAheadLog(db, busyTimeoutMs)
  db.pragma('synchronous = full')
  // On macOS, fsync alone leaves the data in the drive’s cache. Elsewhere this does nothing.
  db.pragma('fullfsync = on')
}

const RETRY_MS = 10

/**
 * SQLite does not wait where two programs turn the same new file into one with a write-ahead log, since each may hold what the
 * other needs: one of them is told at once that it is busy. That one tries again.
 */
function useWriteAheadLog(db: Database, busyTimeoutMs: number): void {
  // The waiting is done here, once.
  db.pragma('busy_timeout = 0')
  for (let waitedMs = 0; ; waitedMs += RETRY_MS) {
    try {
      db.pragma('journal_mode = wal')
      db.pragma(`busy_timeout = ${busyTimeoutMs}`)
      return
    } catch (error) {
      const isBusy = (error as {readonly code?: string}).code?.startsWith('SQLITE_BUSY') ?? false
      if (!isBusy || waitedMs >= busyTimeoutMs) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS)
    }
  }
}
