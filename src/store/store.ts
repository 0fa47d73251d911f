import type {Database} from 'better-sqlite3'
import type {CardRecord} from '../core/doctor.ts'
import type {EntryId} from '../core/review-log.ts'
import type {NewestStep} from '../core/step.ts'
import {archiveView} from './archive.ts'
import {restorer} from './archive-restore.ts'
import {cardsTable} from './cards.ts'
import {dueView} from './due.ts'
import {explaining, explainingAll} from './failure.ts'
import {importer} from './imports.ts'
import {integrityView} from './integrity.ts'
import {noteIndex} from './note-index.ts'
import {recorder} from './record.ts'
import {reviewsTable} from './reviews.ts'
import {settingsTable} from './settings.ts'
import {snapshotView} from './snapshots.ts'
import {statisticsView} from './statistics.ts'
import {stepsTable} from './steps.ts'
import {tagsView} from './tags.ts'
import {importUndoer} from './undo-import.ts'

/** Everything that is done with a collection: one file of this folder for each group of operations. */
export function storeOn(db: Database) {
  const index = noteIndex(db)
  const cards = cardsTable(db, index)
  const reviews = reviewsTable(db)
  const settings = settingsTable(db)
  const snapshots = snapshotView(db)
  const steps = stepsTable(db)
  const archive = archiveView(db)
  const {cardById, cardsByIds, cardByIdPrefix, findCards} = cards
  const {newestReview, entriesOf, notesReviewedOn} = reviews
  const {readSettings, optionsIdOf, optionsOf} = settings
  /** The greatest id in the review log and among the steps: new ids must be greater. */
  function lastEntryId(): EntryId | undefined {
    const [review, step] = [reviews.lastEntryId(), steps.lastStepId()]
    return step !== undefined && (review === undefined || step > review) ? step : review
  }

  return explainingAll(db.name, {
    ...recorder(db, {cards, reviews, settings, lastEntryId}),
    ...dueView(db),
    ...statisticsView(db),
    ...tagsView(db),
    ...snapshots,
    ...importer(db, {snapshots, steps, index}),
    ...importUndoer(db, steps, index),
    ...{cardById, cardsByIds, cardByIdPrefix, findCards},
    ...{newestReview, entriesOf, notesReviewedOn},
    ...{readSettings, optionsIdOf, optionsOf},
    ...integrityView(db),
    ...archive,
    ...restorer(db, {archive, cards, reviews, settings, index}),

    /** The last thing that was done and not taken back: what `ebb undo` takes back. */
    newestStep(): NewestStep | undefined {
      const review = newestReview()
      const step = steps.newest()?.step
      if (step && (!review || step.id > review.id)) return {kind: 'import', step}
      return review && {kind: 'review', review}
    },

    lastEntryId,

    /** Every card with its schedule and its part of the log: what `doctorReport` examines. */
    *cardRecords(): Generator<CardRecord> {
      for (const [cardId, schedule] of cards.schedules()) {
        yield {
          cardId,
          schedule,
          get entries() {
            return explaining(db.name, () => entriesOf(cardId))
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
