import {facesOf} from '../core/faces.ts'
import {entryIds} from '../core/id.ts'
import {plural} from '../core/plural.ts'
import type {EntryId, Review} from '../core/review-log.ts'
import {revertReview} from '../core/session-effects.ts'
import type {ImportStep} from '../core/step.ts'
import {scheduleToJson} from '../report/card.ts'
import {firstLine} from '../report/first-line.ts'
import {formatJson} from '../report/json.ts'
import {type Context, done, type Outcome} from './context.ts'
import {type Day, openDay} from './session.ts'

/** Takes back the newest rating or import that still counts, whenever it was made. Again takes back the one before. */
export function undo(context: Context, {json}: {readonly json: boolean}): Outcome {
  const day = openDay(context)
  const {store, moment} = day
  const newest = store.newestStep()
  if (!newest) return done(json ? formatJson({undone: null}) : 'There is nothing to take back.\n')
  const entryId = entryIds(context.random, store.lastEntryId())(moment.at)
  switch (newest.kind) {
    case 'review':
      return undoReview(context, day, newest.review, entryId, json)
    case 'action':
      throw new Error(`The step ${newest.step.id} cannot be taken back yet`)
    case 'edit':
    case 'import':
      return undoImport(day, newest.step, entryId, json)
  }
}

function undoReview(
  {clock}: Context,
  {store, moment}: Day,
  review: Review,
  entryId: EntryId,
  json: boolean,
): Outcome {
  const restored = store.revertReview(revertReview(review, {moment, entryId}).undo)
  if (json) {
    const schedule = scheduleToJson(restored, clock.utcOffsetMinutes)
    const {id, cardId: card, rating} = review
    return done(formatJson({undone: {kind: 'review', id, card, rating, schedule}}))
  }
  const card = store.cardById(review.cardId)
  const question = card ? firstLine(facesOf(card.content, card.variant).front) : review.cardId
  return done(`Took back “${review.rating}” on: ${question}\n`)
}

function undoImport(
  {store, moment}: Day,
  step: ImportStep,
  entryId: EntryId,
  json: boolean,
): Outcome {
  const undone = store.undoImport(step.id, {id: entryId, at: moment.at})
  if (json) return done(formatJson({undone: {kind: 'import', ...step, ...undone}}))
  const {removed, retired, restored} = undone
  const parts = [
    removed > 0 && `${plural(removed, 'new note')} removed`,
    retired > 0 && `${plural(retired, 'new note')} that you had answered kept as absent`,
    restored > 0 && `${plural(restored, 'note')} as before`,
  ].filter(Boolean)
  const what = parts.length > 0 ? parts.join(', ') : 'no note had changed'
  return done(`Took back the import of ${plural(step.sources.length, 'document')}: ${what}.\n`)
}
