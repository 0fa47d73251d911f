import type {Brand} from './brand.ts'

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = Brand<number, 'Instant'>

/** Days since 1970-01-01 in the learner’s local time, after the rollover hour. */
export type StudyDay = Brand<number, 'StudyDay'>

/** What turns an instant into a study day: the learner’s zone and the hour at which the day begins. */
export interface DayBoundary {
  /** Hour of the local day at which a study day begins, 0–23. */
  readonly rolloverHour: number
  /** Minutes that local time is ahead of UTC at this instant; negative west of Greenwich. */
  readonly utcOffsetMinutes: (instant: Instant) => number
}

/** A point in time as the learner lived it; what the review log keeps of it. */
export interface Moment {
  readonly at: Instant
  readonly studyDay: StudyDay
  /** Minutes that the learner’s local time was ahead of UTC. */
  readonly utcOffsetMinutes: number
}
