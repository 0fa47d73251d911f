import type {Database} from 'better-sqlite3'
import type {CardRecord} from '../core/doctor.ts'
import type {EntryId} from '../core/review-log.ts'
import {actionWriter} from './actions.ts'
import {archiveView} from './archive.ts'
import {restorer} from './archive-restore.ts'
import {cardsTable} from './cards.ts'
import {dashboardView} from './dashboard-rows.ts'
import {daysAheadView} from './days-ahead.ts'
import {dueView} from './due.ts'
import {exportView} from './export.ts'
import {explaining, explainingAll} from './failure.ts'
import {importer} from './imports.ts'
import {integrityView} from './integrity.ts'
import {newestView} from './newest.ts'
import {noteIndex} from './note-index.ts'
import {paceView} from './pace.ts'
import {practiceTable} from './practice.ts'
import {recorder} from './record.ts'
import {reviewsTable} from './reviews.ts'
import {settingsTable} from './settings.ts'
import {snapshotView} from './snapshots.ts'
import {statisticsView} from './statistics.ts'
import {stepsTable} from './steps.ts'
import {tagsView} from './tags.ts'
import {stepUndoer} from './undo-steps.ts'

/** Everything that is done with a collection: one file of this folder for each group of operations. */
export function storeOn(db: Database) {
  const index = noteIndex(db)
  const cards = cardsTable(db, index)
  const reviews = reviewsTable(db)
  const settings = settingsTable(db)
  const snapshots = snapshotView(db)
  const steps = stepsTable(db)
  const practice = practiceTable(db)
  const undoer = stepUndoer(db, steps, index)
  const archive = archiveView(db)
  const {cardById, cardsByIds, cardByIdPrefix, findCards, searchCards} = cards
  const {newestReview, entriesOf, reviewsOfCard, notesReviewedOn} = reviews
  const {undoImport, revertAction} = undoer
  const {practiceOfCard} = practice
  const {readSettings, optionsIdOf, optionsOf} = settings
  /** The greatest id in the logs and among the steps: new ids must be greater. */
  function lastEntryId(): EntryId | undefined {
    const ids = [reviews.lastEntryId(), steps.lastStepId(), practice.lastPracticeId()]
    return ids.reduce((last, id) =>
      id !== undefined && (last === undefined || id > last) ? id : last,
    )
  }
  const writeAction = actionWriter(db, steps)

  return explainingAll(db.name, {
    ...recorder(db, {cards, reviews, settings, practice, writeAction, lastEntryId}),
    ...newestView({cards, reviews, practice, settings, steps, undoer}),
    ...dueView(db),
    ...daysAheadView(db),
    ...statisticsView(db),
    ...dashboardView(db),
    ...tagsView(db),
    ...paceView(db),
    ...snapshots,
    ...importer(db, {snapshots, steps, index}),
    ...{undoImport, revertAction},
    ...{cardById, cardsByIds, cardByIdPrefix, findCards, searchCards},
    ...{newestReview, entriesOf, reviewsOfCard, notesReviewedOn, practiceOfCard},
    ...{readSettings, optionsIdOf, optionsOf},
    ...integrityView(db),
    ...archive,
    ...exportView(db),
    ...restorer(db, {archive, cards, reviews, settings, index}),

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
