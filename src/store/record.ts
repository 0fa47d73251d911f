import type {Database} from 'better-sqlite3'
import type {OptionsId, SchedulingOptions, Settings} from '../core/options.ts'
import type {EntryId, LogEntry, Review, Undo} from '../core/review-log.ts'
import type {Schedule} from '../core/schedule.ts'
import {UserError} from '../core/user-error.ts'
import type {CardsTable} from './cards.ts'
import type {ReviewsTable} from './reviews.ts'
import type {SettingsTable} from './settings.ts'

/** Computes a card’s schedule from its log; `replay` of the core. */
export type Replay = (
  entries: readonly LogEntry[],
  context: {
    readonly optionsOf: (id: OptionsId) => SchedulingOptions
    readonly parameters: readonly number[]
  },
) => Schedule

interface Tables {
  readonly cards: CardsTable
  readonly reviews: ReviewsTable
  readonly settings: SettingsTable
}

/** What changes schedules: each fact in the log and its consequence in the cards, in one transaction. */
export function recorder(db: Database, {cards, reviews, settings}: Tables) {
  const recordReview = db.transaction((review: Review): void => {
    const stored = cards.scheduleOf(review.cardId)
    const repsBefore = stored.phase === 'new' ? 0 : stored.reps
    const repsAfter = review.after.phase === 'new' ? 0 : review.after.reps
    if (stored.phase !== review.before || repsBefore + 1 !== repsAfter) {
      throw changedElsewhere('This card was reviewed elsewhere in the meantime')
    }
    refuseOldId(review.id)
    reviews.append(review)
    cards.writeSchedule(review.cardId, review.after)
  })

  const revertReview = db.transaction((undo: Undo, restored: Schedule): void => {
    if (reviews.newestReviewOf(undo.cardId)?.id !== undo.voids) {
      throw changedElsewhere('This review was taken back or followed by another one elsewhere')
    }
    refuseOldId(undo.id)
    reviews.append(undo)
    cards.writeSchedule(undo.cardId, restored)
  })

  const changeSettings = db.transaction((next: Settings, replay: Replay): void => {
    const {parameters} = settings.readSettings().scheduling
    settings.writeSettings(next)
    const {optionsOf} = settings
    const changed = next.scheduling.parameters
    if (JSON.stringify(parameters) === JSON.stringify(changed)) return
    for (const cardId of reviews.reviewedCardIds()) {
      const entries = reviews.entriesOf(cardId)
      cards.writeSchedule(cardId, replay(entries, {optionsOf, parameters: changed}))
    }
  })

  /** Entries are read in the order of their ids, so a new one must come last. */
  function refuseOldId(id: EntryId): void {
    const last = reviews.lastEntryId()
    if (last === undefined || id > last) return
    throw changedElsewhere('Another ebb has recorded a review in the meantime')
  }

  return {
    /**
     * Writes a review to the log, and the schedule that followed to its card. On disk when this returns.
     * @throws UserError where the card was reviewed elsewhere since it was read; nothing is written then.
     */
    recordReview: (review: Review): void => recordReview.immediate(review),

    /**
     * Writes to the log that a review is taken back, and the schedule as it was before to its card.
     * @throws UserError where it is not the card’s last review any more; nothing is written then.
     */
    revertReview: (undo: Undo, restored: Schedule): void => revertReview.immediate(undo, restored),

    /** Writes all settings. New parameters give every reviewed card the memory that its log has under them. */
    changeSettings: (next: Settings, replay: Replay): void =>
      changeSettings.immediate(next, replay),
  }
}

function changedElsewhere(message: string): UserError {
  return new UserError(message, 'Nothing was recorded. Start the review again to go on.')
}
