import type {Database} from 'better-sqlite3'
import type {ArchiveRow} from '../core/archive.ts'
import {ARCHIVE_TABLES, type ArchiveTable} from '../core/archive-columns.ts'

export type ArchiveView = ReturnType<typeof archiveView>

/** The collection as an archive has it: every table that is not computed from others. */
export function archiveView(db: Database) {
  function* rowsOf({name, columns}: ArchiveTable): Generator<ArchiveRow> {
    const names = columns.map(column => `"${column.name}"`).join(', ')
    yield* db
      .prepare<[], ArchiveRow>(`select ${names} from ${name} order by ${keyOf(db, name)}`)
      .iterate()
  }

  return {
    /**
     * What is made of the rows of tables, each sorted by its key. They are all of one moment: what other programs write
     * meanwhile is not seen. Nothing can be written here until the end, or until nobody asks for more.
     */
    *withArchiveRows<Item>(
      use: (rowsOf: (table: ArchiveTable) => Iterable<ArchiveRow>) => Iterable<Item>,
    ): Generator<Item> {
      db.exec('begin')
      try {
        yield* use(rowsOf)
      } finally {
        db.exec('rollback')
      }
    },

    /** Whether nothing was ever imported, answered or set. */
    isEmpty(): boolean {
      return ARCHIVE_TABLES.every(
        ({name}) => db.prepare(`select 1 from ${name} limit 1`).get() === undefined,
      )
    },
  }
}

function keyOf(db: Database, table: string): string {
  const columns = db.pragma(`table_info(${table})`) as readonly {name: string; pk: number}[]
  return columns
    .filter(({pk}) => pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map(({name}) => `"${name}"`)
    .join(', ')
}
