import type {Database} from 'better-sqlite3'
import type {CardId} from '../core/card.ts'
import {isSameSchedule} from '../core/doctor.ts'
import type {Settings} from '../core/options.ts'
import type {Practice, PracticeUndo} from '../core/practice.ts'
import {replay} from '../core/replay.ts'
import type {EntryId, Undo} from '../core/review-log.ts'
import type {Schedule} from '../core/schedule.ts'
import type {RecordAction, RecordReview} from '../core/session-effects.ts'
import {UserError} from '../core/user-error.ts'
import type {CardsTable} from './cards.ts'
import type {PracticeTable} from './practice.ts'
import type {ReviewsTable} from './reviews.ts'
import type {SettingsTable} from './settings.ts'

type Recording = Omit<RecordReview, 'type'>

type SettingsChange = (settings: Settings) => Settings

interface Tables {
  readonly cards: CardsTable
  readonly reviews: ReviewsTable
  readonly settings: SettingsTable
  readonly practice: PracticeTable
  readonly writeAction: (action: Omit<RecordAction, 'type'>) => void
  /** The greatest id in the log and among the steps. */
  readonly lastEntryId: () => EntryId | undefined
}

/** What is recorded: each fact in its log and its consequence in the cards, in one transaction. */
export function recorder(db: Database, tables: Tables) {
  const {cards, reviews, settings, practice, writeAction, lastEntryId} = tables
  const recordReview = db.transaction(({review, from, options}: Recording): void => {
    if (!isEqual(options.parameters, settings.readSettings().scheduling.parameters)) {
      throw changedElsewhere('The parameters were changed elsewhere in the meantime')
    }
    refuseGone([review.cardId])
    if (!isSameSchedule(cards.scheduleOf(review.cardId), from)) {
      throw changedElsewhere('This card was reviewed elsewhere in the meantime')
    }
    refuseOldId(review.id)
    settings.storeOptions(review.optionsId, options)
    reviews.append(review)
    cards.writeSchedule(review.cardId, review.after)
  })

  const revertReview = db.transaction((undo: Undo): Schedule => {
    if (reviews.newestReviewOf(undo.cardId)?.id !== undo.voids) {
      throw changedElsewhere('This review was taken back or followed by another one elsewhere')
    }
    refuseOldId(undo.id)
    reviews.append(undo)
    return replayCard(undo.cardId, settings.readSettings().scheduling.parameters)
  })

  const recordAction = db.transaction((action: Omit<RecordAction, 'type'>): void => {
    refuseGone(action.step.cardIds)
    refuseOldId(action.step.id)
    writeAction(action)
  })

  const recordPractice = db.transaction((answer: Practice): void => {
    refuseGone([answer.cardId])
    refuseOldId(answer.id)
    practice.append(answer)
  })

  const revertPractice = db.transaction((undo: PracticeUndo): void => {
    if (practice.practiceOfCard(undo.cardId).at(-1)?.id !== undo.voids) {
      throw changedElsewhere('This answer was taken back or followed by another one elsewhere')
    }
    refuseOldId(undo.id)
    practice.append(undo)
  })

  const changeSettings = db.transaction((change: SettingsChange): Settings => {
    const settingsBefore = settings.readSettings()
    const next = change(settingsBefore)
    settings.writeSettings(next)
    const {parameters} = next.scheduling
    if (isEqual(settingsBefore.scheduling.parameters, parameters)) return next
    for (const cardId of reviews.reviewedCardIds()) replayCard(cardId, parameters)
    return next
  })

  /** Gives a card the schedule that follows from its log. */
  function replayCard(cardId: CardId, parameters: readonly number[]): Schedule {
    const {optionsOf} = settings
    const schedule = replay(reviews.entriesOf(cardId), {optionsOf, parameters})
    cards.writeSchedule(cardId, schedule)
    return schedule
  }

  /** Where an import is taken back, its cards are deleted; a restored collection may have others. */
  function refuseGone(cardIds: readonly CardId[]): void {
    if (cardIds.every(cards.hasCard)) return
    throw changedElsewhere('This card is not in the collection any more')
  }

  /** Entries and steps are read in the order of their ids, so a new one must come last. */
  function refuseOldId(id: EntryId): void {
    const last = lastEntryId()
    if (last === undefined || id > last) return
    throw changedElsewhere('Another ebb has changed the collection in the meantime')
  }

  return {
    /**
     * Writes a review to the log with the options that it was made with, and the schedule that followed to its card. On disk when this returns.
     * @throws UserError where the card was reviewed or taken away, or the parameters were changed, elsewhere since they were read; nothing is written then.
     */
    recordReview: (recording: Recording): void => recordReview.immediate(recording),

    /**
     * Writes to the log that a review is taken back, and to its card the schedule that the log gives without it: the one returned.
     * @throws UserError where it is not the card’s last review any more; nothing is written then.
     */
    revertReview: (undo: Undo): Schedule => revertReview.immediate(undo),

    /**
     * Writes what the learner did to cards to the journal, and its marks to the cards or their notes. On disk when this returns.
     * `revertAction` takes it back.
     * @throws UserError where the collection was changed elsewhere since the id was made; nothing is written then.
     */
    recordAction: (action: Omit<RecordAction, 'type'>): void => recordAction.immediate(action),

    /** Writes down an answer outside the schedule, which stays as it is. @throws UserError as `recordAction` does. */
    recordPractice: (answer: Practice): void => recordPractice.immediate(answer),

    /**
     * Writes down that an answer outside the schedule is taken back.
     * @throws UserError where it is not the last such answer to its card any more; nothing is written then.
     */
    revertPractice: (undo: PracticeUndo): void => revertPractice.immediate(undo),

    /**
     * Writes what `change` makes of the settings as they are now, and returns it. New parameters give every reviewed card the memory
     * that its log has under them. Nothing is written where `change` throws.
     */
    changeSettings: (change: SettingsChange): Settings => changeSettings.immediate(change),
  }
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((weight, index) => weight === b[index])
}

function changedElsewhere(message: string): UserError {
  return new UserError(message, 'Nothing was recorded. Start the review again to go on.')
}
