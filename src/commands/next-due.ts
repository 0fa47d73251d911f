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
 * What comes next: what can still be asked today, where a session was of fewer cards; else a card in learning later today, else what
 * tomorrow’s session would ask, new cards included, else the next day with reviews.
 */
export function readNextDue(
  {store, settings, boundary}: Omit<Day, 'moment'>,
  moment: Moment,
  {decks, tags, flags, leeches, needsFixing}: CardFilter,
): NextDue {
  const {studyDay} = moment
  const filter = {decks, tags, flags, leeches, needsFixing}
  const learnAheadMs = settings.learnAheadMinutes * MS_PER_MINUTE
  const today = countDue(
    store.dueCards({...filter, today: studyDay}),
    budgetOf(settings, store.dayActivity(studyDay)),
    {moment, learnAheadMs, buriedNotes: store.notesReviewedOn(studyDay), seed: studyDay},
  )
  if (today.total > 0) return {kind: 'today', cards: today.total}
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
      learnAheadMs,
      buriedNotes: new Set(),
      seed: tomorrow,
    },
  )
  return total > 0 ? {kind: 'day', due: tomorrow, cards: total} : next
}
