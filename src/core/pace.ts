import type {Counts} from './queue.ts'
import type {Phase} from './schedule.ts'
import {ANSWER_TIME_CAP_MS} from './session-effects.ts'
import {MS_PER_MINUTE, MS_PER_SECOND} from './time.ts'

/** How many answers, newest first, are enough to know a learner’s pace. */
export const PACE_ANSWERS = 200

/** An answer as far as the pace is concerned; every `Review` is one. */
export interface PaceAnswer {
  /** The phase in which the card was asked. */
  readonly before: Phase
  readonly after: {readonly phase: Phase}
  /** From question to rating; more than `ANSWER_TIME_CAP_MS` counts as that. */
  readonly durationMs: number
}

/** What a card that is still to be asked will cost, its repeats in this session included, in milliseconds. */
export interface CardCosts {
  readonly new: number
  readonly learning: number
  readonly review: number
}

type Kind = keyof CardCosts

const KINDS: readonly Kind[] = ['new', 'learning', 'review']

/** With fewer answers of a kind, the usual time counts. */
const FEWEST_ANSWERS = 5

/** Of somebody unknown: time for an answer, and the share of answers after which the card is (still) in learning. */
const USUAL: Readonly<Record<Kind, {readonly durationMs: number; readonly staying: number}>> = {
  new: {durationMs: 20 * MS_PER_SECOND, staying: 0.9},
  learning: {durationMs: 10 * MS_PER_SECOND, staying: 0.4},
  review: {durationMs: 12 * MS_PER_SECOND, staying: 0.1},
}

/** The usual share weighs as much as so many answers. */
const USUAL_WEIGHT = 10

/**
 * What cards cost, from a learner’s recent answers: the median time for a card of each kind, and for every answer that will leave
 * it in learning, as many more answers as learning takes. A card in learning that stays there with the chance `q` takes
 * `1 / (1 − q)` answers; a new card or a review takes one, and that many more with the chance that it gets there.
 *
 * @param answers In any order; `PACE_ANSWERS` of them are enough, and none will do.
 */
export function cardCostsOf(answers: readonly PaceAnswer[]): CardCosts {
  const byKind: Record<Kind, PaceAnswer[]> = {new: [], learning: [], review: []}
  for (const answer of answers) byKind[kindOf(answer.before)].push(answer)
  const [fresh, learning, review] = KINDS.map(kind => ({
    durationMs: medianMs(byKind[kind]) ?? USUAL[kind].durationMs,
    staying: shareStaying(byKind[kind], USUAL[kind].staying),
  })) as [KindPace, KindPace, KindPace]
  const learningMs = learning.durationMs / (1 - learning.staying)
  return {
    new: fresh.durationMs + fresh.staying * learningMs,
    learning: learningMs,
    review: review.durationMs + review.staying * learningMs,
  }
}

interface KindPace {
  readonly durationMs: number
  /** 0–1, exclusive. */
  readonly staying: number
}

/** Milliseconds that cards will take; waiting for a step to end is not in it. */
export function timeLeftMs(
  left: Pick<Counts, 'new' | 'learning' | 'review'>,
  costs: CardCosts,
): number {
  return KINDS.reduce((sum, kind) => sum + left[kind] * costs[kind], 0)
}

/**
 * In words, as exact as a guess can be: `less than a minute`, `about 8 min`, `about 25 min`, `about 1 h 20 min`. Nothing left
 * is `nothing`.
 */
export function formatTimeLeft(durationMs: number): string {
  if (durationMs <= 0) return 'nothing'
  if (durationMs < MS_PER_MINUTE) return 'less than a minute'
  const exact = durationMs / MS_PER_MINUTE
  const step = exact < 20 ? 1 : exact < 60 ? 5 : 10
  const minutes = Math.round(exact / step) * step
  if (minutes < 60) return `about ${minutes} min`
  const rest = minutes % 60
  return `about ${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`
}

function kindOf(phase: Phase): Kind {
  return phase === 'relearning' ? 'learning' : phase
}

function medianMs(answers: readonly PaceAnswer[]): number | undefined {
  if (answers.length < FEWEST_ANSWERS) return undefined
  const durations = answers
    .map(({durationMs}) => Math.min(Math.max(durationMs, 0), ANSWER_TIME_CAP_MS))
    .sort((a, b) => a - b)
  const middle = durations.length / 2
  const upper = durations[Math.floor(middle)] as number
  return Number.isInteger(middle) ? (upper + (durations[middle - 1] as number)) / 2 : upper
}

function shareStaying(answers: readonly PaceAnswer[], usual: number): number {
  const staying = answers.filter(({after}) => kindOf(after.phase) === 'learning').length
  return (staying + usual * USUAL_WEIGHT) / (answers.length + USUAL_WEIGHT)
}
