import type {ReviewChoice} from '../core/review-choice.ts'
import {formatNextDue} from '../ui/words.ts'
import {noneChosen, type ReviewRequest} from './chosen-cards.ts'
import {readNextDue} from './next-due.ts'
import type {Day} from './session.ts'

/** What to say where nothing can be asked: what comes next, or how to begin, or that no card is like that. */
export function nothingDue(day: Day, request: ReviewRequest, choice: ReviewChoice): string {
  const {store, moment} = day
  if (!store.hasSources()) {
    return 'There are no cards yet. `ebb import PATH` makes some from your documents.\n'
  }
  const none = noneChosen(store, request, choice, moment.studyDay)
  return `${none ?? `Nothing is due. ${formatNextDue(readNextDue(day, moment, choice), moment)}`}\n`
}
