import type {Card} from './card.ts'
import {clampInterval, type FuzzLimits, fuzzInterval, fuzzRange} from './fuzz.ts'
import type {SchedulingOptions} from './options.ts'
import type {Rating} from './rating.ts'
import type {MemoryState, Phase} from './schedule.ts'
import {
  elapsedDays,
  intervalFunction,
  type ReviewedSchedule,
  retrievability,
  type Scheduler,
  type Spacing,
  type Standing,
  type Working,
} from './scheduler.ts'
import {type Moment, MS_PER_MINUTE} from './time.ts'

/** Why each rating of a card leads to its interval. All numbers are those that the scheduler works with. */
export interface IntervalWhy {
  /** The phase that the card is in before the rating. */
  readonly phase: Phase
  /** Nothing for a new card. */
  readonly memory: MemoryState | undefined
  /** Study days since the last review; 0 for a new card. */
  readonly elapsedDays: number
  /** The chance of recalling the card at the moment, 0–1; nothing for a new card. */
  readonly retrievability: number | undefined
  /** The retrievability that intervals in days aim at, 0.7–0.99. */
  readonly desiredRetention: number
  readonly ratings: Readonly<Record<Rating, RatingWhy>>
}

/** What one rating leads to, and by which rule. */
export interface RatingWhy {
  /** The memory after the rating. */
  readonly memory: MemoryState
  /** Exactly what rating the card at this moment makes of it. */
  readonly schedule: ReviewedSchedule
  readonly rule: IntervalRule
}

/** The rule that an interval comes from. */
export type IntervalRule = StepRule | DaysRule

/** A learning or relearning step. */
export interface StepRule {
  readonly kind: 'step'
  readonly of: 'learning' | 'relearning'
  /** Which step the card then stands at, counted from 1. */
  readonly step: number
  /** How many steps there are. */
  readonly steps: number
  /** From the review until the card is asked again. */
  readonly minutes: number
}

/** An interval in study days by FSRS. */
export interface DaysRule {
  readonly kind: 'days'
  /** Whether the rating brings the card from (re)learning, or from being new, into review. */
  readonly graduates: boolean
  /** Days until retrievability falls to the desired retention, as FSRS has it: whole, at least 1. */
  readonly wanted: number
  /** The days that fuzz chose from, after all limits; nothing without fuzz. */
  readonly range: {readonly earliest: number; readonly latest: number} | undefined
  /** The limits without which the interval would be another. */
  readonly bounds: readonly Bound[]
  /** The interval that results. */
  readonly days: number
}

/**
 * What may hold an interval: the maximum interval; that a better rating is never due sooner than a worse one (`order`); that an
 * interval that grows is not made shorter than the one before by fuzz (`growth`).
 */
export type Bound = 'maximum' | 'order' | 'growth'

/** Explain what each rating of a card would lead to at a moment. */
export function explainIntervals(
  {id, schedule}: Pick<Card, 'id' | 'schedule'>,
  moment: Moment,
  {scheduler, options}: {readonly scheduler: Scheduler; readonly options: SchedulingOptions},
): IntervalWhy {
  const memory = schedule.phase === 'new' ? undefined : schedule.memory
  const elapsed = elapsedDays(schedule, moment)
  const {again, hard, good, easy} = scheduler.workOut(id, schedule, moment)
  const why = (working: Working) => whyOf(schedule, working, options)
  return {
    phase: schedule.phase,
    memory,
    elapsedDays: elapsed,
    retrievability: memory && retrievability(memory, elapsed, options.parameters),
    desiredRetention: options.desiredRetention,
    ratings: {again: why(again), hard: why(hard), good: why(good), easy: why(easy)},
  }
}

function whyOf(
  before: Standing,
  {schedule, spacing}: Working,
  options: SchedulingOptions,
): RatingWhy {
  const {memory} = schedule
  if (spacing) {
    const graduates = before.phase !== 'review'
    return {memory, schedule, rule: daysRule(spacing, memory, graduates, options)}
  }
  if (schedule.phase === 'review') throw new Error('An interval in days has a spacing.')
  const steps = schedule.phase === 'learning' ? options.learningSteps : options.relearningSteps
  const rule: StepRule = {
    kind: 'step',
    of: schedule.phase,
    step: schedule.step + 1,
    steps: steps.length,
    minutes: (schedule.due - schedule.lastReview) / MS_PER_MINUTE,
  }
  return {memory, schedule, rule}
}

function daysRule(
  spacing: Spacing,
  {stability}: MemoryState,
  graduates: boolean,
  options: SchedulingOptions,
): DaysRule {
  const {interval, limits, factor, days} = spacing
  const unlimited = {...options, maximumInterval: Number.POSITIVE_INFINITY}
  const wanted = intervalFunction(unlimited)(stability)
  return {
    kind: 'days',
    graduates,
    wanted,
    range: factor === undefined ? undefined : fuzzRange(interval, limits),
    bounds: boundsOf(spacing, wanted),
    days,
  }
}

/** The limits without which the interval would be another. */
function boundsOf({interval, atLeast, limits, factor, days}: Spacing, wanted: number): Bound[] {
  const daysWithin = (from: number, within: FuzzLimits): number =>
    factor === undefined ? clampInterval(from, within) : fuzzInterval(from, factor, within)
  const bounds: Bound[] = []
  if (daysWithin(wanted, {...limits, maximum: Number.POSITIVE_INFINITY}) !== days) {
    bounds.push('maximum')
  }
  if (daysWithin(interval, {...limits, minimum: 1}) !== days) {
    bounds.push(limits.minimum > atLeast ? 'growth' : 'order')
  }
  return bounds
}
