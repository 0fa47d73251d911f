import type {StudyDay} from '../time.ts'
import type {CardFacts} from './card-row.ts'

/** Cards that come due on one study day, new ones left aside. */
export interface ForecastDay {
  readonly day: StudyDay
  /** In learning or relearning. */
  readonly learning: number
  readonly young: number
  readonly mature: number
}

export interface Forecast {
  /** Cards that were due before today. */
  readonly backlog: number
  /** From today on. */
  readonly days: readonly ForecastDay[]
  /** Cards due after the last of the days. */
  readonly later: number
  /**
   * Reviews per day that the collection asks for as it is: the sum of 1/interval over cards in review. An interval below a day
   * counts as one.
   */
  readonly dailyLoad: number
}

type Due = 'learning' | 'young' | 'mature'

/** Counts what comes due, in one pass, in any order. Suspended and absent cards never come due. */
export function forecastTally(today: StudyDay, days: number) {
  const due = Array.from({length: days}, (_, index) => ({
    day: (today + index) as StudyDay,
    ...{learning: 0, young: 0, mature: 0},
  }))
  let backlog = 0
  let later = 0
  let dailyLoad = 0

  return {
    add({state, dueDay, intervalDays}: CardFacts): void {
      const kind = dueKindOf(state)
      if (kind === undefined || dueDay === undefined) return
      if (intervalDays !== undefined) dailyLoad += 1 / Math.max(1, intervalDays)
      const inDays = dueDay - today
      const day = due[inDays]
      if (inDays < 0) backlog += 1
      else if (day === undefined) later += 1
      else day[kind] += 1
    },

    forecast: (): Forecast => ({backlog, days: due, later, dailyLoad}),
  }
}

function dueKindOf(state: CardFacts['state']): Due | undefined {
  switch (state) {
    case 'learning':
    case 'relearning':
      return 'learning'
    case 'young':
    case 'mature':
      return state
    case 'new':
    case 'suspended':
    case 'absent':
      return undefined
  }
}
