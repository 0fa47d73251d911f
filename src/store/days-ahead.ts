import type {Database} from 'better-sqlite3'
import type {StudyDay} from '../core/time.ts'
import type {DayAhead} from '../core/week.ts'
import {lazily} from './statement.ts'

/** What becomes due in the days to come. */
export function daysAheadView(db: Database) {
  const count = lazily<[today: number, last: number], DayAhead>(
    db,
    `select due_day as day, count(*) as cards from cards
      where due_day > ? and due_day <= ? and absent_since is null and suspended_at is null group by due_day`,
  )
  return {
    /** Cards in review by the study day on which they are due, after one day and up to another, that one included. */
    reviewsAhead(today: StudyDay, last: StudyDay): readonly DayAhead[] {
      return count().all(today, last)
    },
  }
}
