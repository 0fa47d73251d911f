import {FSRSAlgorithm} from 'ts-fsrs'
import type {CardId} from './card.ts'
import {clampInterval, type FuzzLimits, fuzzFactor, fuzzInterval} from './fuzz.ts'
import {type StepOutcome, stepAfter, stepAt} from './learning-steps.ts'
import {parametersProblems, type SchedulingOptions} from './options.ts'
import {gradeOf, type Rating} from './rating.ts'
import type {MemoryState, Schedule, Studied} from './schedule.ts'
import {type Instant, type Moment, MS_PER_MINUTE, type StudyDay} from './time.ts'
import {dueDayOf} from './wait.ts'

export type ReviewedSchedule = Exclude<Schedule, {readonly phase: 'new'}>

/** A schedule, its due time left aside: the next answer does not depend on it. */
export type Standing =
  | {readonly phase: 'new'}
  | (Studied & {readonly phase: 'learning' | 'relearning'; readonly step: number})
  | (Studied & {readonly phase: 'review'})

/** Decides when a card comes back. Everything it returns follows from its arguments. */
export interface Scheduler {
  /**
   * The schedule after a rating. Its `lastReview` and `lastDay` are those of `reviewMoment`, which is
   * what the log has to record.
   */
  readonly review: (
    cardId: CardId,
    standing: Standing,
    rating: Rating,
    moment: Moment,
  ) => ReviewedSchedule
  /**
   * What `review` returns for each rating, fuzz included. Among ratings that lead to an interval in days,
   * again < hard ≤ good < easy, as far as the maximum interval allows.
   */
  readonly preview: (
    cardId: CardId,
    standing: Standing,
    moment: Moment,
  ) => Readonly<Record<Rating, ReviewedSchedule>>
  /** What `preview` returns, each with how its interval came about. */
  readonly workOut: (
    cardId: CardId,
    standing: Standing,
    moment: Moment,
  ) => Readonly<Record<Rating, Working>>
}

/** A schedule, and how its interval came about. */
export interface Working {
  readonly schedule: ReviewedSchedule
  /** Nothing where a (re)learning step decides. */
  readonly spacing: Spacing | undefined
}

/** The way from a stability to an interval in study days. */
export interface Spacing {
  /** Before fuzz: until retrievability falls to the retention aimed at, at most the maximum interval. */
  readonly interval: number
  /** The least that the next worse rating leaves, so that a better one is never due sooner. */
  readonly atLeast: number
  /** All that holds the days: `atLeast`, that an interval that grows may not shrink by fuzz, and the maximum interval. */
  readonly limits: FuzzLimits
  /** Where in its range fuzz puts the days, 0 (earliest) up to, not including, 1 (latest); nothing without fuzz. */
  readonly factor: number | undefined
  /** The interval that results. */
  readonly days: number
}

/**
 * A scheduler for one set of options.
 *
 * @throws RangeError where the parameters are not 21 weights in FSRS-6’s ranges.
 */
export function createScheduler(options: SchedulingOptions): Scheduler {
  const interval = intervalFunction(options)

  const workOut: Scheduler['workOut'] = (cardId, standing, moment) => {
    const elapsed = elapsedDays(standing, moment)
    const factor = options.fuzz ? fuzzFactor(cardId, repsOf(standing)) : undefined

    function workingAfter(rating: Rating, atLeast: number): Working {
      const answered = answer(standing, rating, moment, options)
      if (answered.phase !== 'review') return {schedule: atStep(answered), spacing: undefined}
      const days = interval(answered.memory.stability)
      // Fuzz must not make an interval that grows shrink.
      const grows = rating !== 'again' && days > elapsed
      const limits = {
        minimum: grows ? Math.max(atLeast, elapsed + 1) : atLeast,
        maximum: options.maximumInterval,
      }
      const due =
        factor === undefined ? clampInterval(days, limits) : fuzzInterval(days, factor, limits)
      return {
        schedule: {...answered, due: (answered.lastDay + due) as StudyDay},
        spacing: {interval: days, atLeast, limits, factor, days: due},
      }
    }

    const again = workingAfter('again', 1)
    const hard = workingAfter('hard', daysUntilDue(again.schedule) + 1)
    const good = workingAfter('good', Math.max(1, daysUntilDue(hard.schedule)))
    const easy = workingAfter('easy', daysUntilDue(good.schedule) + 1)
    return {again, hard, good, easy}
  }

  const preview: Scheduler['preview'] = (cardId, standing, moment) => {
    const {again, hard, good, easy} = workOut(cardId, standing, moment)
    return {
      again: again.schedule,
      hard: hard.schedule,
      good: good.schedule,
      easy: easy.schedule,
    }
  }

  return {
    workOut,
    preview,
    review: (cardId, standing, rating, moment) => preview(cardId, standing, moment)[rating],
  }
}

/** Study days from the last review until the card is due; 0 where it is due on the same day. */
function daysUntilDue(schedule: ReviewedSchedule): number {
  const dueDay = dueDayOf(schedule)
  return dueDay === undefined ? 0 : dueDay - schedule.lastDay
}

function atStep({minutes, ...learning}: AtStep): ReviewedSchedule {
  return {
    ...learning,
    due: (learning.lastReview + Math.round(minutes * MS_PER_MINUTE)) as Instant,
  }
}

type AtStep = Studied & {
  readonly phase: 'learning' | 'relearning'
  readonly step: number
  /** From the review to the due time. */
  readonly minutes: number
}

/**
 * Where a rating leaves a card, before its interval in days is chosen. This is all that a later answer
 * depends on, so that a replay needs nothing else for every review but the last.
 *
 * @param parameters The weights that the memory follows, if not those of the options.
 */
export function answer(
  standing: Standing,
  rating: Rating,
  moment: Moment,
  options: SchedulingOptions,
  parameters: readonly number[] = options.parameters,
): AtStep | (Studied & {readonly phase: 'review'}) {
  const {at, studyDay} = reviewMoment(standing, moment)
  const lapsed = standing.phase === 'review' && rating === 'again'
  const studied: Studied = {
    memory: memoryAfter(
      standing.phase === 'new' ? undefined : standing.memory,
      elapsedDays(standing, moment),
      rating,
      parameters,
    ),
    lastReview: at,
    lastDay: studyDay,
    reps: repsOf(standing) + 1,
    lapses: (standing.phase === 'new' ? 0 : standing.lapses) + (lapsed ? 1 : 0),
  }
  const outcome = outcomeOf(standing, rating, options)
  if (outcome.kind === 'graduate') return {...studied, phase: 'review'}
  const {step, minutes} = outcome
  const relearning = standing.phase === 'review' || standing.phase === 'relearning'
  return {...studied, phase: relearning ? 'relearning' : 'learning', step, minutes}
}

function outcomeOf(standing: Standing, rating: Rating, options: SchedulingOptions): StepOutcome {
  switch (standing.phase) {
    case 'new':
      return stepAfter(options.learningSteps, 0, rating)
    case 'learning':
      return stepAfter(options.learningSteps, standing.step, rating)
    case 'relearning':
      return stepAfter(options.relearningSteps, standing.step, rating)
    case 'review':
      return rating === 'again' ? stepAt(options.relearningSteps, 0) : {kind: 'graduate'}
  }
}

/**
 * The moment that a review counts at: later than the card’s last review, even where the clock was set back since.
 * The log has to record this moment, so that its order is the order in which the learner answered.
 * A study day that goes back while time goes on (a journey east to west over the date line) is kept as lived.
 */
export function reviewMoment(standing: Standing, moment: Moment): Moment {
  if (standing.phase === 'new' || moment.at > standing.lastReview) return moment
  return {
    at: (standing.lastReview + 1) as Instant,
    studyDay: Math.max(moment.studyDay, standing.lastDay) as StudyDay,
    utcOffsetMinutes: moment.utcOffsetMinutes,
  }
}

/** Study days since the last review, never below 0; 0 for a new card. */
export function elapsedDays(standing: Standing, {studyDay}: Pick<Moment, 'studyDay'>): number {
  return standing.phase === 'new' ? 0 : Math.max(0, studyDay - standing.lastDay)
}

function repsOf(standing: Standing): number {
  return standing.phase === 'new' ? 0 : standing.reps
}

/**
 * The memory that a rating leaves.
 *
 * @param memory Nothing for a card that was never reviewed.
 * @param elapsedStudyDays Since the last review; at least 0.
 * @param recall The retrievability after these days, where it is known already.
 */
export function memoryAfter(
  memory: MemoryState | undefined,
  elapsedStudyDays: number,
  rating: Rating,
  parameters: readonly number[],
  recall?: number,
): MemoryState {
  const model = modelOf(parameters)
  const grade = gradeOf(rating)
  if (memory === undefined) {
    const {difficulty} = model.next_state(null, 0, grade)
    // The weight itself: ts-fsrs would lift a first stability below 0.1 to 0.1, which FSRS does not.
    return {stability: parameters[grade - 1] as number, difficulty}
  }
  const {stability, difficulty} = model.next_state(memory, elapsedStudyDays, grade, recall)
  return {stability, difficulty}
}

/**
 * The chance of recalling a card, 0–1.
 *
 * @param elapsedStudyDays Since the last review; at least 0.
 */
export function retrievability(
  {stability}: MemoryState,
  elapsedStudyDays: number,
  parameters: readonly number[],
): number {
  return modelOf(parameters).forgetting_curve(elapsedStudyDays, stability)
}

/**
 * From a stability to the whole days, 1 up to the maximum interval, after which retrievability falls to the
 * retention aimed at; without fuzz.
 */
export function intervalFunction(
  options: Pick<SchedulingOptions, 'parameters' | 'desiredRetention' | 'maximumInterval'>,
): (stability: number) => number {
  const {parameters, desiredRetention, maximumInterval: maximum} = options
  const modifier = modelOf(parameters).calculate_interval_modifier(desiredRetention)
  return stability => clampInterval(Math.round(stability * modifier), {minimum: 1, maximum})
}

/** Building a model costs as much as a hundred reviews, and parameter lists are never changed in place. */
const models = new WeakMap<readonly number[], FSRSAlgorithm>()

function modelOf(parameters: readonly number[]): FSRSAlgorithm {
  const known = models.get(parameters)
  if (known) return known
  // First, because ts-fsrs silently replaces a list of another length, and prints.
  const problems = parametersProblems(parameters)
  if (problems.length > 0) throw new RangeError(problems.join(' '))
  const model = new FSRSAlgorithm({w: [...parameters]})
  // It lifts w19 to 0.01, though 0 is what FSRS-5 weights and fits without same-day reviews say, and lowers
  // w17 and w18 for its own relearning steps: the weights are checked, and meant as they are.
  Object.assign(model.parameters.w, parameters)
  models.set(parameters, model)
  return model
}
