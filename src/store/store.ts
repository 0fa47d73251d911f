import type {Database} from 'better-sqlite3'
import type {CardRecord} from '../core/doctor.ts'
import {cardsTable} from './cards.ts'
import {dueView} from './due.ts'
import {explainingAll} from './failure.ts'
import {importer} from './imports.ts'
import {integrityView} from './integrity.ts'
import {recorder} from './record.ts'
import {reviewsTable} from './reviews.ts'
import {settingsTable} from './settings.ts'
import {snapshotView} from './snapshots.ts'
import {statisticsView} from './statistics.ts'

/** Everything that is done with a collection: one file of this folder for each group of operations. */
export function storeOn(db: Database) {
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
        yield {
          cardId,
          schedule,
          get entries() {
            return entriesOf(cardId)
          },
        }
      }
    },

    /** To be called once, as the last thing. */
    close(): void {
      db.close()
    },
  })
}
