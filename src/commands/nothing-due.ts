import type {ReviewChoice} from '../core/review-choice.ts'
import {formatNextDue} from '../ui/text/words.ts'
import {chosenCards, noneChosen, type ReviewRequest} from './chosen-cards.ts'
import {readNextDue} from './next-due.ts'
import {type Day, type Outside, openDay} from './session.ts'

/**
 * What to say instead of beginning a review: how to begin where the collection is empty, or that no card is like that. Nothing where
 * there are such cards, due or not.
 * @throws UserError where there are no such decks or tags.
 */
export function noneToReview(context: Outside, request: ReviewRequest): string | undefined {
  const {store, moment} = openDay(context)
  if (!store.hasSources()) return NO_CARDS_YET
  const none = noneChosen(store, request, chosenCards(store, request), moment.studyDay)
  return none && `${none}\n`
}

/** What to say where nothing can be asked: what comes next, or how to begin, or that no card is like that. */
export function nothingDue(day: Day, request: ReviewRequest, choice: ReviewChoice): string {
  const {store, moment} = day
  if (!store.hasSources()) return NO_CARDS_YET
  const none = noneChosen(store, request, choice, moment.studyDay)
  return `${none ?? `Nothing is due. ${formatNextDue(readNextDue(day, moment, choice), moment)}`}\n`
}

const NO_CARDS_YET = 'There are no cards yet. `ebb import PATH` makes some from your documents.\n'
