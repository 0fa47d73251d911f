import type {StudyDay} from './time.ts'

/**
 * Days in a row with at least one answer, up to today, or up to yesterday where today has none yet.
 * @param days ascending, each once
 */
export function streakOf(days: readonly StudyDay[], today: StudyDay): number {
  const past = days.filter(day => day <= today)
  const last = past.at(-1)
  if (last === undefined || last < today - 1) return 0
  let length = 1
  while (past.at(-1 - length) === last - length) length += 1
  return length
}
