import type {Rating} from '../rating.ts'
import {type Instant, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE} from '../time.ts'
import type {AnswerKind} from './answers.ts'
import type {Recall} from './retention.ts'

/** Answers given in one hour of the learner’s day. */
export interface Hour extends Recall {
  /** Of local time, 0–23. */
  readonly hour: number
  /** To cards of any kind; `reviewed` and `passed` are those to cards in review. */
  readonly answers: number
}

/** Answers of one hour that are alike: one answer, or a row of an aggregate. */
export interface HourGroup {
  /** Of the learner’s local time, 0–23. */
  readonly hour: number
  readonly kind: AnswerKind
  readonly rating: Rating
  readonly answers: number
}

/**
 * The hour on the learner’s wall clock, 0–23, as the log has it: right wherever the learner was, and on both sides of a
 * change of clocks.
 */
export function localHourOf(at: Instant, utcOffsetMinutes: number): number {
  const local = ((at + utcOffsetMinutes * MS_PER_MINUTE) % MS_PER_DAY) + MS_PER_DAY
  return Math.floor((local % MS_PER_DAY) / MS_PER_HOUR)
}

const HOURS = 24

/** Counts answers by hour of the day, in one pass, in any order. */
export function hourTally() {
  const answered = new Float64Array(HOURS)
  const reviewed = new Float64Array(HOURS)
  const passed = new Float64Array(HOURS)

  return {
    add({hour, kind, rating, answers}: HourGroup): void {
      answered[hour] = (answered[hour] ?? 0) + answers
      if (kind !== 'young' && kind !== 'mature') return
      reviewed[hour] = (reviewed[hour] ?? 0) + answers
      if (rating !== 'again') passed[hour] = (passed[hour] ?? 0) + answers
    },

    /** All 24 hours, from midnight. */
    hours(): readonly Hour[] {
      return Array.from({length: HOURS}, (_, hour) => ({
        hour,
        answers: answered[hour] ?? 0,
        reviewed: reviewed[hour] ?? 0,
        passed: passed[hour] ?? 0,
      }))
    },
  }
}
