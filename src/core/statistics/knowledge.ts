import type {StudyDay} from '../time.ts'
import {daysIn, type Period} from './periods.ts'

/** An estimate of what the learner knew when a study day ended. */
export interface Knowledge {
  readonly day: StudyDay
  /** Sum of the retrievability of all cards reviewed so far: how many of them would be recalled. */
  readonly known: number
  /** Cards reviewed so far. */
  readonly studied: number
}

/** Study days at equal distances, at which something is measured. */
export interface SampleDays {
  readonly first: StudyDay
  /** From one to the next; whole, at least 1. */
  readonly step: number
  /** How many. */
  readonly count: number
}

/** At most `count` days up to the end of a period, which is one of them, as near to one another as covers the period. */
export function sampleDays(period: Period, count: number): SampleDays {
  const days = daysIn(period)
  const step = Math.max(1, Math.ceil(days / count))
  const samples = Math.ceil(days / step)
  return {first: (period.to - (samples - 1) * step) as StudyDay, step, count: samples}
}

/**
 * Adds up what cards hold in memory at the days of a sample, in one pass, in any order.
 *
 * @param retrievability After so many study days at a stability in days.
 */
export function knowledgeTally(
  {first, step, count}: SampleDays,
  retrievability: (elapsedDays: number, stability: number) => number,
) {
  const known = new Float64Array(count)
  const studied = new Float64Array(count)

  return {
    /**
     * A card was in a state of memory.
     *
     * @param from The study day of the review that led to it.
     * @param until The study day of the next review, whose own state then counts for that day; Infinity for the last one.
     */
    hold(stability: number, from: number, until: number): void {
      let index = Math.max(0, Math.ceil((from - first) / step))
      for (let day = first + index * step; index < count && day < until; day += step) {
        known[index] = (known[index] ?? 0) + retrievability(day - from, stability)
        studied[index] = (studied[index] ?? 0) + 1
        index += 1
      }
    },

    /** Ascending by day. */
    knowledge(): readonly Knowledge[] {
      return Array.from({length: count}, (_, index) => ({
        day: (first + index * step) as StudyDay,
        known: known[index] ?? 0,
        studied: studied[index] ?? 0,
      }))
    },
  }
}
