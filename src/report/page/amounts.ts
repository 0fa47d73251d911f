import {type Recall, recallRate} from '../../core/statistics/retention.ts'
import {MS_PER_MINUTE, type StudyDay, studyDayToIso} from '../../core/time.ts'

const DAYS_OF_A_YEAR = 366

/** `87.5 %`, or a dash where there is none. */
export function percent(share: number | undefined): string {
  return share === undefined ? '–' : `${(share * 100).toFixed(1)} %`
}

/** The share that was recalled. */
export function recall(of: Recall): string {
  return percent(recallRate(of))
}

/** To so many decimals, or a dash where there is none. */
export function decimal(value: number | undefined, decimals: number): string {
  return value === undefined ? '–' : value.toFixed(decimals)
}

/** Minutes to one decimal. */
export function minutes(durationMs: number): string {
  return (durationMs / MS_PER_MINUTE).toFixed(1)
}

/** What stands below a chart for these days: `03-14`, or `2026-03` where they are of more than a year. */
export function dayLabels(days: readonly StudyDay[]): readonly string[] {
  const span = (days.at(-1) ?? 0) - (days[0] ?? 0)
  const [from, to] = span > DAYS_OF_A_YEAR ? [0, 7] : [5, 10]
  return days.map(day => studyDayToIso(day).slice(from, to))
}
