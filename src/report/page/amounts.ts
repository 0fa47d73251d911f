import {type Recall, recallRate} from '../../core/statistics/retention.ts'
import {MS_PER_MINUTE, type StudyDay, studyDayToIso} from '../../core/time.ts'

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

/** `03-14`: the day within its year, for below a chart. */
export function monthAndDay(day: StudyDay): string {
  return studyDayToIso(day).slice(5)
}
