import {mkdirSync} from 'node:fs'
import {dirname} from 'node:path'
import Database from 'better-sqlite3'
import type {CardRecord} from '../core/doctor.ts'
import {UserError} from '../core/user-error.ts'
import {cardsTable} from './cards.ts'
import {dueView} from './due.ts'
import {makeDurable} from './durability.ts'
import {explaining, explainingAll} from './failure.ts'
import {importer} from './imports.ts'
import {integrityView} from './integrity.ts'
import {migrate, migrationsIn, refuseUnknown} from './migrate.ts'
import {recorder} from './record.ts'
import {reviewsTable} from './reviews.ts'
import {settingsTable} from './settings.ts'
import {snapshotView} from './snapshots.ts'
import {statisticsView} from './statistics.ts'

export type Store = ReturnType<typeof storeOn>

const BUSY_TIMEOUT_MS = 5_000

/**
 * Opens the collection, after creating or migrating it where that is needed.
 * @throws UserError where the user can do something about it: no permission, no database, a newer version, a full disk …
 */
export function openStore({
  path,
  migrationsDirectory,
  busyTimeoutMs = BUSY_TIMEOUT_MS,
}: {
  readonly path: string
  readonly migrationsDirectory: string
  /** How long to wait for another process that writes. */
  readonly busyTimeoutMs?: number
}): Store {
  createFolder(dirname(path))
  return explaining(path, () => {
    const db = new Database(path, {timeout: busyTimeoutMs})
    try {
      const migrations = migrationsIn(migrationsDirectory)
      refuseUnknown(db, migrations.length)
      makeDurable(db)
      db.pragma('foreign_keys = on')
      migrate(db, migrations)
      return storeOn(db)
    } catch (error) {
      db.close()
      throw error
    }
  })
}

function storeOn(db: Database.Database) {
  const cards = cardsTable(db)
  const reviews = reviewsTable(db)
  const settings = settingsTable(db)
  const snapshots = snapshotView(db)
  const {cardById, cardsByIds, cardByIdPrefix, findCards} = cards
  const {newestReview, entriesOf, lastEntryId, notesReviewedOn} = reviews
  const {readSettings, optionsIdOf, optionsOf} = settings
  return explainingAll(db.name, {
    ...recorder(db, {cards, reviews, settings}),
    ...dueView(db),
    ...statisticsView(db),
    ...snapshots,
    ...importer(db, snapshots),
    ...{cardById, cardsByIds, cardByIdPrefix, findCards},
    ...{newestReview, entriesOf, lastEntryId, notesReviewedOn},
    ...{readSettings, optionsIdOf, optionsOf},
    ...integrityView(db),

    /** Every card with its schedule and its part of the log: what `doctorReport` examines. */
    *cardRecords(): Generator<CardRecord> {
      for (const [cardId, schedule] of cards.schedules()) {
        yield {cardId, schedule, entries: entriesOf(cardId)}
      }
    },

    /** To be called once, as the last thing. */
    close(): void {
      db.close()
    },
  })
}

function createFolder(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true})
  } catch (error) {
    throw new UserError(
      `The folder ${folder} cannot be created: ${(error as Error).message}`,
      'Check the path and its permissions, or set EBB_HOME to another folder.',
    )
  }
}
