import type {CardId} from '../../src/core/card.ts'
import {doctorReport, type Finding} from '../../src/core/doctor.ts'
import {entryIds} from '../../src/core/id.ts'
import type {CardAction} from '../../src/core/marks.ts'
import type {Practice} from '../../src/core/practice.ts'
import type {Random} from '../../src/core/random.ts'
import type {Rating} from '../../src/core/rating.ts'
import type {Review} from '../../src/core/review-log.ts'
import {createScheduler} from '../../src/core/scheduler.ts'
import {
  practiceCard,
  type RecordReview,
  rateCard,
  revertPractice,
  revertReview,
} from '../../src/core/session-effects.ts'
import type {ActionStep} from '../../src/core/step.ts'
import type {Moment} from '../../src/core/time.ts'
import type {Store} from '../../src/store/open.ts'

/** Somebody who reviews a collection by the same functions as the program does. */
export function learnerOf(store: Store, random: Random) {
  const nextEntryId = (moment: Moment) => entryIds(random, store.lastEntryId())(moment.at)

  /** A rating as it would be recorded, not recorded yet. */
  function ratingOf(
    cardId: CardId,
    rating: Rating,
    moment: Moment,
    durationMs = 4_000,
  ): RecordReview {
    const card = store.cardById(cardId)
    if (!card) throw new Error(`There is no card ${cardId}`)
    const {scheduling} = store.readSettings()
    return rateCard(
      card,
      rating,
      {moment, entryId: nextEntryId(moment), durationMs},
      {
        scheduler: createScheduler(scheduling),
        options: scheduling,
        optionsId: store.optionsIdOf(scheduling),
      },
    )
  }

  return {
    ratingOf,

    rate(cardId: CardId, rating: Rating, moment: Moment, durationMs?: number): Review {
      const effect = ratingOf(cardId, rating, moment, durationMs)
      store.recordReview(effect)
      return effect.review
    },

    /** Takes back the newest review, if there is one. */
    undo(moment: Moment): void {
      const review = store.newestReview()
      if (!review) return
      store.revertReview(revertReview(review, {moment, entryId: nextEntryId(moment)}).undo)
    },

    /** Does something to cards besides answering them. */
    act(cardIds: readonly CardId[], action: CardAction, moment: Moment): ActionStep {
      const step = {id: nextEntryId(moment), at: moment.at, action, cardIds}
      store.recordAction({step, studyDay: moment.studyDay})
      return step
    },

    /** Answers a card outside the schedule. */
    practise(cardId: CardId, rating: Rating, moment: Moment): Practice {
      const request = {moment, entryId: nextEntryId(moment), durationMs: 4_000}
      const {practice} = practiceCard({id: cardId}, rating, request)
      store.recordPractice(practice)
      return practice
    },

    /** Takes back what was done last, whatever it is. @returns whether there was anything */
    undoNewest(moment: Moment): boolean {
      const newest = store.newestStep()
      if (!newest) return false
      const entryId = nextEntryId(moment)
      const undo = {id: entryId, at: moment.at}
      switch (newest.kind) {
        case 'review':
          store.revertReview(revertReview(newest.review, {moment, entryId}).undo)
          return true
        case 'practice':
          store.revertPractice(revertPractice(newest.practice, {moment, entryId}).undo)
          return true
        case 'action':
          store.revertAction(newest.step.id, undo)
          return true
        case 'edit':
        case 'import':
          store.undoImport(newest.step.id, undo)
          return true
      }
    },

    /** All that `ebb doctor` finds. */
    findings(): readonly Finding[] {
      const {parameters} = store.readSettings().scheduling
      const context = {optionsOf: store.optionsOf, parameters}
      return doctorReport(store.cardRecords(), store.checkFile(), context).findings
    },
  }
}
