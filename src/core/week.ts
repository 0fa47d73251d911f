import type {Schedule} from './schedule.ts'
import type {Instant, StudyDay} from './time.ts'
import {dueDayOf} from './wait.ts'

/** Cards that become due on a study day. */
export interface DayAhead {
  readonly day: StudyDay
  readonly cards: number
}

/** What the coming days bring: cards in review, and cards in learning whose step ends then. */
export interface ComingCards {
  readonly reviews: Iterable<DayAhead>
  readonly learning: Iterable<Schedule>
}

/** Today with what a session would ask now, and the days after it with what becomes due then, `days` in all. New cards of later days are not counted. */
export function daysAhead(
  {reviews, learning}: ComingCards,
  {today, now, days}: {readonly today: StudyDay; readonly now: number; readonly days: number},
  studyDayOf: (instant: Instant) => StudyDay,
): readonly DayAhead[] {
  const counts = Array.from({length: days}, (_, index) => (index === 0 ? now : 0))
  const add = (day: StudyDay | undefined, cards: number): void => {
    const index = day === undefined ? 0 : day - today
    if (index > 0 && index < days) counts[index] = (counts[index] as number) + cards
  }
  for (const {day, cards} of reviews) add(day, cards)
  for (const schedule of learning) {
    const isTimed = schedule.phase === 'learning' || schedule.phase === 'relearning'
    add(dueDayOf(schedule) ?? (isTimed ? studyDayOf(schedule.due) : undefined), 1)
  }
  return counts.map((cards, index) => ({day: (today + index) as StudyDay, cards}))
}
