import {budgetOf, countDue} from '../core/queue.ts'
import type {CardFilter} from '../core/review-choice.ts'
import {type NextDue, nextDueOf} from '../core/session-summary.ts'
import {
  type Moment,
  MS_PER_MINUTE,
  momentAt,
  type StudyDay,
  startOfStudyDay,
  studyDayOf,
} from '../core/time.ts'
import type {Day} from './session.ts'

/**
 * What comes after all that can be asked now: a card in learning later today, else what tomorrow’s session would ask, new
 * cards included, else the next day with reviews.
 */
export function readNextDue(
  {store, settings, boundary}: Omit<Day, 'moment'>,
  {studyDay}: Moment,
  {decks, tags, flags, leeches, needsFixing}: CardFilter,
): NextDue {
  const filter = {decks, tags, flags, leeches, needsFixing}
  const next = nextDueOf(store.upcoming({...filter, today: studyDay}), studyDay, instant =>
    studyDayOf(instant, boundary),
  )
  if (next.kind === 'instant' && studyDayOf(next.due, boundary) <= studyDay) return next
  const tomorrow = (studyDay + 1) as StudyDay
  const {total} = countDue(
    store.dueCards({...filter, today: tomorrow}),
    budgetOf(settings, {introduced: 0, reviewed: 0}),
    {
      moment: momentAt(startOfStudyDay(tomorrow, boundary), boundary),
      learnAheadMs: settings.learnAheadMinutes * MS_PER_MINUTE,
      buriedNotes: new Set(),
      seed: tomorrow,
    },
  )
  return total > 0 ? {kind: 'day', due: tomorrow, cards: total} : next
}
