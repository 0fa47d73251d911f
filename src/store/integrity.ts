import type {Database} from 'better-sqlite3'
import type {FileFinding} from '../core/doctor.ts'

/** What SQLite itself has to say about the file; nothing where it is whole. */
export function integrityView(db: Database) {
  return {
    checkFile(): readonly FileFinding[] {
      const damage = db.pragma('integrity_check') as readonly {integrity_check: string}[]
      const dangling = db.pragma('foreign_key_check') as readonly {
        table: string
        rowid: number | null
        parent: string
      }[]
      return [
        ...damage
          .filter(({integrity_check: message}) => message !== 'ok')
          .map(({integrity_check: message}): FileFinding => ({kind: 'damaged-file', message})),
        ...dangling.map(
          ({table, parent}): FileFinding => ({kind: 'dangling-reference', table, parent}),
        ),
      ]
    },
  }
}
