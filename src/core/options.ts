import type {Brand} from './brand.ts'
import {DEFAULT_DISPLAY, type DisplaySettings, displayProblems} from './display-settings.ts'
import {MINUTES_PER_DAY} from './time.ts'

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
export interface Settings extends DisplaySettings {
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

/** The FSRS-6 weights fitted to many learners at once; as published with fsrs-rs and ts-fsrs 5. */
export const DEFAULT_PARAMETERS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]

export const DEFAULT_SETTINGS: Settings = {
  scheduling: {
    parameters: DEFAULT_PARAMETERS,
    desiredRetention: 0.9,
    learningSteps: [1, 10],
    relearningSteps: [10],
    maximumInterval: 36_500,
    fuzz: true,
  },
  rolloverHour: 4,
  newPerDay: 20,
  reviewsPerDay: 200,
  learnAheadMinutes: 20,
  ...DEFAULT_DISPLAY,
}

/** Least and greatest value of each FSRS-6 weight, as the optimizers of fsrs-rs and ts-fsrs keep them. */
const PARAMETER_RANGES: readonly (readonly [min: number, max: number])[] = [
  [0.001, 100], // 0–3: stability after a first again, hard, good, easy
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [1, 10], // 4–7: difficulty
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5], // 8–10: stability after success
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5], // 11–14: stability after a lapse
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1], // 15, 16: hard and easy
  [1, 6],
  [0, 2], // 17–19: several reviews on one day
  [0, 2],
  [0, 0.8],
  [0.1, 0.8], // 20: how fast the forgetting curve falls
]

/** Optimizers compute with 32 bits, where a ceiling of 0.8 is 0.800000012. */
const PARAMETER_SLACK = 1e-6

const STEPS_MAX = 20
const STEP_MAX_DAYS = 365
const PER_DAY_MAX = 9_999

/** What keeps a list from being FSRS-6 weights, as sentences; empty where nothing does. */
export function parametersProblems(parameters: readonly number[]): readonly string[] {
  if (parameters.length !== PARAMETER_RANGES.length) {
    return [`FSRS-6 has ${PARAMETER_RANGES.length} parameters, and these are ${parameters.length}.`]
  }
  return PARAMETER_RANGES.flatMap(([min, max], index) =>
    rangeProblems(`Parameter w${index}`, parameters[index], min, max, PARAMETER_SLACK),
  )
}

/** What keeps settings from being used, as sentences for the learner; empty where nothing does. */
export function settingsProblems(settings: Settings): readonly string[] {
  const {scheduling} = settings
  return [
    ...parametersProblems(scheduling.parameters),
    ...rangeProblems('The desired retention', scheduling.desiredRetention, 0.7, 0.99),
    ...stepsProblems('learning', scheduling.learningSteps),
    ...stepsProblems('relearning', scheduling.relearningSteps),
    ...wholeProblems('The longest interval in days', scheduling.maximumInterval, 1, 36_500),
    ...wholeProblems('The rollover hour', settings.rolloverHour, 0, 23),
    ...wholeProblems('The number of new cards per day', settings.newPerDay, 0, PER_DAY_MAX),
    ...wholeProblems('The number of reviews per day', settings.reviewsPerDay, 0, PER_DAY_MAX),
    ...rangeProblems(
      'The minutes of learning ahead',
      settings.learnAheadMinutes,
      0,
      MINUTES_PER_DAY,
    ),
    ...displayProblems(settings),
  ]
}

function stepsProblems(kind: string, steps: readonly number[]): readonly string[] {
  const tooMany =
    steps.length > STEPS_MAX
      ? [`There can be at most ${STEPS_MAX} ${kind} steps, not ${steps.length}.`]
      : []
  const outOfRange = steps
    .filter(minutes => !(minutes > 0 && minutes <= STEP_MAX_DAYS * MINUTES_PER_DAY))
    .map(
      minutes =>
        `A ${kind} step must be longer than 0 minutes and at most ${STEP_MAX_DAYS} days, not ${minutes} minutes.`,
    )
  return [...tooMany, ...outOfRange]
}

function rangeProblems(
  name: string,
  value: number | undefined,
  min: number,
  max: number,
  slack = 0,
): readonly string[] {
  return value !== undefined && value >= min - slack && value <= max + slack
    ? []
    : [`${name} must be from ${min} to ${max}, not ${value}.`]
}

function wholeProblems(name: string, value: number, min: number, max: number): readonly string[] {
  return Number.isInteger(value) && value >= min && value <= max
    ? []
    : [`${name} must be a whole number from ${min} to ${max}, not ${value}.`]
}

/**
 * Scheduling options as one text, the same for equal options whatever the order of their fields: what an
 * `OptionsId` is the hash of. Never change it: logs in the world carry the ids.
 */
export function canonicalOptions(options: SchedulingOptions): string {
  return JSON.stringify([
    'fsrs-6',
    options.parameters,
    options.desiredRetention,
    options.learningSteps,
    options.relearningSteps,
    options.maximumInterval,
    options.fuzz,
  ])
}
