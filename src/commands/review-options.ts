import {cardCostsOf} from '../core/pace.ts'
import {type Moment, MS_PER_MINUTE, momentAt} from '../core/time.ts'
import type {LookWishes} from '../platform/terminal.ts'
import {cardInfoOf} from '../ui/panels/card-info.ts'
import type {Limits} from '../ui/review/goal.ts'
import {preferencesOf} from '../ui/review/preferences.ts'
import type {ReviewControllerOptions} from '../ui/review/review-options.ts'
import type {ReviewRequest} from './chosen-cards.ts'
import type {Context} from './context.ts'
import {readNextDue} from './next-due.ts'
import {perform} from './perform.ts'
import {type PreparedSession, prepareSession} from './session.ts'

/** Results of a search that are listed. */
const MOST_RESULTS = 50

/**
 * What a review of the chosen cards begins with, and how it reaches the collection.
 * @param wishes what was asked for this once, instead of what is set
 * @throws UserError where there are no such decks or tags.
 */
export function reviewOptions(
  context: Context,
  request: ReviewRequest,
  wishes: LookWishes = {},
): ReviewControllerOptions {
  // The time is a goal, after which one may go on, rather than an end.
  const {minutes, ...rest} = request
  const prepared = prepareSession(context, rest)
  const {store, settings, choice, boundary, session, sessionContext, newEntryId} = prepared
  const clock = (): Moment => momentAt(context.clock.now(), boundary)
  return {
    session,
    context: sessionContext,
    perform: effects => {
      for (const effect of effects) perform(effect, store)
    },
    clock,
    newEntryId,
    readNextDue: () => readNextDue({store, settings, boundary}, clock(), choice),
    preferences: preferencesOf({...settings, ...wishes}),
    limits: limitsOf(prepared, minutes),
    costs: cardCostsOf(store.recentAnswers()),
    readEarlier: asked => store.newestDone(asked),
    readCardInfo: (card, moment) =>
      cardInfoOf(card, store.entriesOf(card.id), moment, sessionContext),
    search: text => {
      const {cards, total} = store.searchCards(text, MOST_RESULTS)
      return {results: cards, total}
    },
    readTags: () => store.tagsInUse(),
  }
}

/** The minutes asked for; else those that are left of the learner’s goal of the day. */
function limitsOf({store, settings, moment}: PreparedSession, minutes: number | undefined): Limits {
  if (minutes !== undefined) return {minutes}
  if (settings.goalMinutes === 0) return {}
  const left = settings.goalMinutes - store.studiedMs(moment.studyDay) / MS_PER_MINUTE
  return left > 0 ? {minutes: left} : {}
}
