import type {CardId} from '../core/card.ts'
import {facesOf} from '../core/faces.ts'
import {entryIds} from '../core/id.ts'
import type {CardAction} from '../core/marks.ts'
import {plural} from '../core/plural.ts'
import type {Practice} from '../core/practice.ts'
import type {EntryId, Review} from '../core/review-log.ts'
import {revertPractice, revertReview} from '../core/session-effects.ts'
import type {ActionStep, NewestStep} from '../core/step.ts'
import {formatInstant} from '../core/time.ts'
import {scheduleToJson} from '../report/card.ts'
import {firstLine} from '../report/first-line.ts'
import {formatJson} from '../report/json.ts'
import type {Store} from '../store/open.ts'
import {type Context, done, type Outcome} from './context.ts'
import {type Day, openDay} from './session.ts'

/**
 * Takes back the newest rating, import or other step that still counts, whenever it was made. Again takes back the one before.
 */
export function undo(context: Context, {json}: {readonly json: boolean}): Outcome {
  const day = openDay(context)
  const {store, moment} = day
  const newest = store.newestStep()
  if (!newest) return done(json ? formatJson({undone: null}) : 'There is nothing to take back.\n')
  const entryId = entryIds(context.random, store.lastEntryId())(moment.at)
  switch (newest.kind) {
    case 'review':
      return undoReview(context, day, newest.review, entryId, json)
    case 'practice':
      return undoPractice(day, newest.practice, entryId, json)
    case 'action':
      return undoAction(day, newest.step, entryId, json)
    case 'edit':
    case 'import':
      return undoImport(day, newest, entryId, json)
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
  return done(`Took back “${review.rating}” on: ${questionOf(store, review.cardId)}\n`)
}

function undoPractice(
  {store, moment}: Day,
  practice: Practice,
  entryId: EntryId,
  json: boolean,
): Outcome {
  store.revertPractice(revertPractice(practice, {moment, entryId}).undo)
  const {id, cardId: card, rating} = practice
  if (json) return done(formatJson({undone: {kind: 'practice', id, card, rating}}))
  return done(`Took back “${rating}”, given in practice, on: ${questionOf(store, card)}\n`)
}

function undoAction(
  {store, moment}: Day,
  {id, action, cardIds}: ActionStep,
  entryId: EntryId,
  json: boolean,
): Outcome {
  store.revertAction(id, {id: entryId, at: moment.at})
  if (json) return done(formatJson({undone: {kind: 'action', id, action, cards: cardIds}}))
  const [cardId] = cardIds
  const what =
    cardIds.length === 1 && cardId ? questionOf(store, cardId) : plural(cardIds.length, 'card')
  return done(`${takenBack(action)}: ${what}\n`)
}

/** What taking back an action came to. */
function takenBack(action: CardAction): string {
  switch (action.kind) {
    case 'suspend':
      return action.isSuspended ? 'No longer suspended' : 'Suspended again'
    case 'bury':
      return 'No longer put off until tomorrow'
    case 'flag':
      return 'Took back the flag on'
    case 'fix':
      return action.needsFixing ? 'No longer marked as needing a fix' : 'Needs fixing again'
    case 'tag':
      return 'Took back the tags of'
  }
}

function questionOf(store: Store, cardId: CardId): string {
  const card = store.cardById(cardId)
  return card ? firstLine(facesOf(card.content, card.variant).front) : cardId
}

function undoImport(
  {store, moment, boundary}: Day,
  {kind, step}: Extract<NewestStep, {kind: 'import' | 'edit'}>,
  entryId: EntryId,
  json: boolean,
): Outcome {
  const undone = store.undoImport(step.id, {id: entryId, at: moment.at})
  if (json) {
    const at = formatInstant(step.at, boundary.utcOffsetMinutes(step.at))
    return done(formatJson({undone: {kind, ...step, at, ...undone}}))
  }
  const {removed, retired, restored} = undone
  const parts = [
    removed > 0 && `${plural(removed, 'new note')} removed`,
    retired > 0 && `${plural(retired, 'new note')} that you had answered kept as absent`,
    restored > 0 && `${plural(restored, 'note')} as before`,
  ].filter(Boolean)
  const what = parts.length > 0 ? parts.join(', ') : 'no note had changed'
  const documents = plural(step.sources.length, 'document')
  return done(
    kind === 'edit'
      ? `Took back the import of an edit: ${what}. The document keeps the edit.\n`
      : `Took back the import of ${documents}: ${what}.\n`,
  )
}
