import {facesOf} from '../core/faces.ts'
import {entryIds} from '../core/id.ts'
import {replay} from '../core/replay.ts'
import {revertReview} from '../core/session-effects.ts'
import {scheduleToJson} from '../report/card.ts'
import {firstLine} from '../report/first-line.ts'
import {formatJson} from '../report/json.ts'
import {type Context, done, type Outcome} from './context.ts'
import {openDay} from './session.ts'

/** Takes back the last rating that counts, whichever session it was made in. Again takes back the one before. */
export function undo(context: Context, {json}: {readonly json: boolean}): Outcome {
  const {store, settings, moment} = openDay(context)
  const review = store.newestReview()
  if (!review) return done(json ? formatJson({undone: null}) : 'There is no rating to take back.\n')
  const entryId = entryIds(context.random, store.lastEntryId())(moment.at)
  const earlier = store.entriesOf(review.cardId).filter(({id}) => id !== review.id)
  const restored = replay(earlier, {
    optionsOf: store.optionsOf,
    parameters: settings.scheduling.parameters,
  })
  const effect = revertReview(review, restored, {moment, entryId})
  store.revertReview(effect.undo, effect.restored)
  if (json) {
    const schedule = scheduleToJson(restored, context.clock.utcOffsetMinutes)
    return done(
      formatJson({undone: {id: review.id, card: review.cardId, rating: review.rating, schedule}}),
    )
  }
  const card = store.cardById(review.cardId)
  const question = card ? firstLine(facesOf(card.content, card.variant).front) : review.cardId
  return done(`Took back “${review.rating}” on: ${question}\n`)
}
