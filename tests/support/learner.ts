import type {CardId} from '../../src/core/card.ts'
import {doctorReport, type Finding} from '../../src/core/doctor.ts'
import {entryIds} from '../../src/core/id.ts'
import type {Random} from '../../src/core/random.ts'
import type {Rating} from '../../src/core/rating.ts'
import type {Review} from '../../src/core/review-log.ts'
import {createScheduler} from '../../src/core/scheduler.ts'
import {type RecordReview, rateCard, revertReview} from '../../src/core/session-effects.ts'
import type {Moment} from '../../src/core/time.ts'
import type {Store} from '../../src/store/open.ts'

/** Somebody who reviews a collection by the same functions as the program does. */
export function learnerOf(store: Store, random: Random) {
  const nextEntryId = (moment: Moment) => entryIds(random, store.lastEntryId())(moment.at)

  /** A rating as it would be recorded, not recorded yet. */
  function ratingOf(cardId: CardId, rating: Rating, moment: Moment): RecordReview {
    const card = store.cardById(cardId)
    if (!card) throw new Error(`There is no card ${cardId}`)
    const {scheduling} = store.readSettings()
    return rateCard(
      card,
      rating,
      {moment, entryId: nextEntryId(moment), durationMs: 4_000},
      {
        scheduler: createScheduler(scheduling),
        options: scheduling,
        optionsId: store.optionsIdOf(scheduling),
      },
    )
  }

  return {
    ratingOf,

    rate(cardId: CardId, rating: Rating, moment: Moment): Review {
      const effect = ratingOf(cardId, rating, moment)
      store.recordReview(effect)
      return effect.review
    },

    /** Takes back the newest review, if there is one. */
    undo(moment: Moment): void {
      const review = store.newestReview()
      if (!review) return
      store.revertReview(revertReview(review, {moment, entryId: nextEntryId(moment)}).undo)
    },

    /** All that `ebb doctor` finds. */
    findings(): readonly Finding[] {
      const {parameters} = store.readSettings().scheduling
      const context = {optionsOf: store.optionsOf, parameters}
      return doctorReport(store.cardRecords(), store.checkFile(), context).findings
    },
  }
}
