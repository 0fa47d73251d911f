/**
 * FSRS-6 written down from its published formulas alone: the judge of the scheduler, sharing no code with it.
 * Source of the formulas: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
 */

export interface OracleMemory {
  /** Stability in days. */
  readonly s: number
  /** Difficulty, 1–10. */
  readonly d: number
}

export type Grade = 1 | 2 | 3 | 4

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x))

/** FSRS-6 under one list of 21 weights. */
export function oracleOf(weights: readonly number[]) {
  const w = (index: number): number => weights[index] as number
  const decay = -w(20)
  const k = 0.9 ** (1 / decay) - 1

  const retrievability = (t: number, s: number): number => (1 + (k * t) / s) ** decay
  /** Days after which retrievability has fallen to r, not rounded. */
  const exactInterval = (s: number, r: number): number => (s / k) * (r ** (1 / decay) - 1)

  const firstDifficulty = (g: Grade): number => w(4) - Math.exp(w(5) * (g - 1)) + 1
  const nextDifficulty = (d: number, g: Grade): number => {
    const damped = d - (w(6) * (g - 3) * (10 - d)) / 9
    return clamp(w(7) * firstDifficulty(4) + (1 - w(7)) * damped, 1, 10)
  }

  const afterSuccess = ({s, d}: OracleMemory, r: number, g: Grade): number => {
    const bonus = (g === 2 ? w(15) : 1) * (g === 4 ? w(16) : 1)
    const gain = Math.exp(w(8)) * (11 - d) * s ** -w(9) * (Math.exp(w(10) * (1 - r)) - 1) * bonus
    return s * (1 + gain)
  }
  const afterLapse = ({s, d}: OracleMemory, r: number): number =>
    Math.min(
      w(11) * d ** -w(12) * ((s + 1) ** w(13) - 1) * Math.exp(w(14) * (1 - r)),
      s / Math.exp(w(17) * w(18)),
    )
  const afterSameDay = (s: number, g: Grade): number => {
    const factor = Math.exp(w(17) * (g - 3 + w(18))) * s ** -w(19)
    return s * (g === 1 ? factor : Math.max(1, factor))
  }

  const first = (g: Grade): OracleMemory => ({
    s: w(g - 1),
    d: clamp(firstDifficulty(g), 1, 10),
  })
  const next = (memory: OracleMemory, elapsed: number, g: Grade): OracleMemory => {
    const r = retrievability(elapsed, memory.s)
    let s = afterSuccess(memory, r, g)
    if (elapsed === 0) s = afterSameDay(memory.s, g)
    else if (g === 1) s = afterLapse(memory, r)
    return {s: clamp(s, 0.001, 36_500), d: nextDifficulty(memory.d, g)}
  }

  return {retrievability, exactInterval, first, next}
}
