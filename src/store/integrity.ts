import type {Database} from 'better-sqlite3'
import type {FileFinding} from '../core/doctor.ts'

/** What SQLite itself has to say about the file; nothing where it is whole. */
export function integrityView(db: Database) {
  return {
    checkFile(): readonly FileFinding[] {
      const damage = [...damageIn(db)]
      // What is damaged cannot be searched for references.
      return damage.length > 0 ? damage : danglingReferences(db)
    },
  }
}

function* damageIn(db: Database): Generator<FileFinding> {
  try {
    for (const report of db.prepare<[], string>('pragma integrity_check').pluck().iterate()) {
      for (const message of report.split('\n')) {
        if (message !== 'ok' && !message.startsWith('***')) yield {kind: 'damaged-file', message}
      }
    }
  } catch (error) {
    // Of some damage the check itself breaks off.
    if (!isDamage(error)) throw error
    yield {kind: 'damaged-file', message: error.message}
  }
}

function isDamage(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CORRUPT')
  )
}

function danglingReferences(db: Database): readonly FileFinding[] {
  const dangling = db.pragma('foreign_key_check') as readonly {table: string; parent: string}[]
  return dangling.map(({table, parent}) => ({kind: 'dangling-reference', table, parent}))
}
