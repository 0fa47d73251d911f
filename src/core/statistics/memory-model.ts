import {parametersProblems} from '../options.ts'
import type {Rating} from '../rating.ts'

/** One memory, changed in place: statistics follow a million of them. */
export interface MutableMemory {
  /** Days until retrievability falls to 90 %; 0 before the first review. */
  stability: number
  /** 1–10. */
  difficulty: number
}

/** FSRS-6 under one set of parameters, as statistics compute it. */
export interface MemoryModel {
  /** The chance of recall, 0–1, so many study days (at least 0) after a review that left a stability in days. */
  readonly retrievability: (elapsedDays: number, stability: number) => number
  /** Gives a memory the state after the first review of a card. */
  readonly begin: (memory: MutableMemory, rating: Rating) => void
  /**
   * Gives a memory the state after a later review.
   *
   * @param elapsedDays Study days since the last review; at least 0.
   * @param recall The retrievability after these days.
   */
  readonly follow: (
    memory: MutableMemory,
    elapsedDays: number,
    rating: Rating,
    recall: number,
  ) => void
}

const LEAST_STABILITY = 0.001
const GREATEST_STABILITY = 36_500

/**
 * The formulas of FSRS-6, by which the scheduler’s `memoryAfter` gives the same to seven digits at several times the cost.
 *
 * R = (1 + k·t/S)^−w20 with k such that R is 90 % at t = S. First S = w[g − 1] and D₀(g) = w4 − e^(w5·(g − 1)) + 1; then
 * D ← w7·D₀(4) + (1 − w7)·(D − w6·(g − 3)·(10 − D)/9), and S by whether the card was recalled, and on another day:
 * docs/decisions/0007 and https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm have the source.
 *
 * @param parameters The 21 weights.
 * @throws RangeError where they are not FSRS-6’s.
 */
export function memoryModel(parameters: readonly number[]): MemoryModel {
  const problems = parametersProblems(parameters)
  if (problems.length > 0) throw new RangeError(problems.join(' '))
  const w = (index: number) => parameters[index] as number
  const [w6, w7, w9, w10, w12, w13, w14] = [w(6), w(7), w(9), w(10), w(12), w(13), w(14)]
  const [w11, w15, w16, w17, w18, w19] = [w(11), w(15), w(16), w(17), w(18), w(19)]
  const decay = -w(20)
  const factor = 0.9 ** (1 / decay) - 1
  const growth = Math.exp(w(8))
  const lapseDivisor = Math.exp(w17 * w18)
  const firstDifficulty = (grade: number) => w(4) - Math.exp(w(5) * (grade - 1)) + 1
  const easiest = w7 * firstDifficulty(4)
  const beginnings = [1, 2, 3, 4].map(grade => ({
    stability: w(grade - 1),
    difficulty: between(firstDifficulty(grade), 1, 10),
  }))
  const sameDay = [1, 2, 3, 4].map(grade => Math.exp(w17 * (grade - 3 + w18)))

  /** The stability after a review on a later day. */
  function laterDay(stability: number, difficulty: number, grade: number, recall: number): number {
    if (grade === 1) {
      const forgotten =
        w11 * difficulty ** -w12 * ((stability + 1) ** w13 - 1) * Math.exp(w14 * (1 - recall))
      return Math.min(forgotten, stability / lapseDivisor)
    }
    const ratingFactor = grade === 2 ? w15 : grade === 4 ? w16 : 1
    const gain =
      growth *
      (11 - difficulty) *
      stability ** -w9 *
      (Math.exp(w10 * (1 - recall)) - 1) *
      ratingFactor
    return stability * (1 + gain)
  }

  return {
    retrievability: (elapsedDays, stability) => (1 + (factor * elapsedDays) / stability) ** decay,

    begin(memory, rating) {
      const first = beginnings[numberOf(rating) - 1] as (typeof beginnings)[number]
      memory.stability = first.stability
      memory.difficulty = first.difficulty
    },

    follow(memory, elapsedDays, rating, recall) {
      const {stability, difficulty} = memory
      const grade = numberOf(rating)
      let next: number
      if (elapsedDays === 0) {
        const change = (sameDay[grade - 1] as number) * stability ** -w19
        next = stability * (grade === 1 ? change : Math.max(1, change))
      } else {
        next = laterDay(stability, difficulty, grade, recall)
      }
      memory.stability = between(next, LEAST_STABILITY, GREATEST_STABILITY)
      const damped = difficulty - (w6 * (grade - 3) * (10 - difficulty)) / 9
      memory.difficulty = between(easiest + (1 - w7) * damped, 1, 10)
    },
  }
}

/** As `gradeOf`, which looks it up in a list. */
function numberOf(rating: Rating): 1 | 2 | 3 | 4 {
  return rating === 'good' ? 3 : rating === 'again' ? 1 : rating === 'hard' ? 2 : 4
}

function between(value: number, least: number, greatest: number): number {
  return Math.min(Math.max(value, least), greatest)
}
