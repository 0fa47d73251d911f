import {entryIds} from '../core/id.ts'
import type {Rating} from '../core/rating.ts'
import {createScheduler} from '../core/scheduler.ts'
import {rateCard} from '../core/session-effects.ts'
import {UserError} from '../core/user-error.ts'
import {formatWaitInWords, waitOf} from '../core/wait.ts'
import {scheduleToJson} from '../report/card.ts'
import {formatJson} from '../report/json.ts'
import {type Context, done, type Outcome} from './context.ts'
import {oneCard} from './one-card.ts'
import {openDay} from './session.ts'

export interface RateFlags {
  readonly card: string
  readonly rating: Rating
  readonly json: boolean
}

/**
 * Records how well a card was recalled, as the session would. How long the answer took is not known: 0.
 * @throws UserError where there is no such card, or its note is in no document any more.
 */
export function rate(context: Context, {card: prefix, rating, json}: RateFlags): Outcome {
  const {store, settings, moment} = openDay(context)
  const card = oneCard(store, prefix)
  if (card.isAbsent) {
    throw new UserError(
      `The card \`${card.id}\` is absent: its question is in no document any more`,
      'Import the document that holds it.',
    )
  }
  const entryId = entryIds(context.random, store.lastEntryId())(moment.at)
  const effect = rateCard(
    card,
    rating,
    {moment, entryId, durationMs: 0},
    {
      scheduler: createScheduler(settings.scheduling),
      options: settings.scheduling,
      optionsId: store.optionsIdOf(settings.scheduling),
    },
  )
  store.recordReview(effect)
  const {review} = effect
  const {after} = review
  if (json) {
    const schedule = scheduleToJson(after, context.clock.utcOffsetMinutes)
    return done(formatJson({id: review.id, card: card.id, rating, schedule}))
  }
  const wait = waitOf(after, moment)
  return done(`Rated ${rating}. Next in ${formatWaitInWords(wait)}.\n`)
}
