import type {Brand} from './brand.ts'

/** Content hash of a set of scheduling options, so that equal options have one id in every copy of a log. */
export type OptionsId = Brand<string, 'OptionsId'>

/** Everything that a schedule depends on besides the reviews themselves. */
export interface SchedulingOptions {
  /** The 21 FSRS-6 weights. */
  readonly parameters: readonly number[]
  /** Retrievability aimed at on the due day, 0.7–0.99. */
  readonly desiredRetention: number
  /** Minutes from one learning step to the next; empty: a new card graduates at once. */
  readonly learningSteps: readonly number[]
  /** Minutes from one relearning step to the next; empty: a lapse keeps the card in review. */
  readonly relearningSteps: readonly number[]
  /** Longest interval, in days. */
  readonly maximumInterval: number
  /** Whether intervals are spread a little, so that cards learned together part ways. */
  readonly fuzz: boolean
}

/** What the learner can set with `ebb config`. */
export interface Settings {
  readonly scheduling: SchedulingOptions
  /** Hour of the local day at which a study day begins, 0–23. */
  readonly rolloverHour: number
  /** New cards introduced per study day, over all sessions. */
  readonly newPerDay: number
  /** Review cards asked per study day, over all sessions. */
  readonly reviewsPerDay: number
  /** Minutes ahead of its due time that a learning card may be asked when nothing else is left. */
  readonly learnAheadMinutes: number
}
