import type {StudyDay} from '../time.ts'

export interface Streaks {
  /** Days in a row with an answer, up to today, or to yesterday where today has none yet. */
  readonly current: number
  /** The most days in a row with an answer, up to today. */
  readonly longest: number
  /** Days with an answer, up to today. */
  readonly studyDays: number
}

/** @param days With an answer, ascending, each once. */
export function streaksOf(days: readonly StudyDay[], today: StudyDay): Streaks {
  let longest = 0
  let length = 0
  let studyDays = 0
  let last: StudyDay | undefined
  for (const day of days) {
    if (day > today) break
    length = last !== undefined && day === last + 1 ? length + 1 : 1
    longest = Math.max(longest, length)
    studyDays += 1
    last = day
  }
  const isUnbroken = last !== undefined && last >= today - 1
  return {current: isUnbroken ? length : 0, longest, studyDays}
}
