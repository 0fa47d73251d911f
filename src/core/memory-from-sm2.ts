import type {MemoryState} from './schedule.ts'

/** What a program that schedules by SM-2 knows of a card. */
export interface Sm2Card {
  /** Factor by which good lengthens the interval, 1.3 and up; 2.5 for a card of no special difficulty. */
  readonly ease: number
  /** Last interval in days. */
  readonly interval: number
  /** Retention that those intervals led to, above 0 and below 1. */
  readonly retention: number
}

/**
 * A memory for a card that comes without a complete log: the stability with which retrievability would be at the
 * retention after the interval, and the difficulty with which good would then lengthen it by the ease.
 * The formula is that of fsrs-rs (`memory_state_from_sm2`).
 */
export function memoryFromSm2(
  {ease, interval, retention}: Sm2Card,
  parameters: readonly number[],
): MemoryState {
  const weight = (index: number): number => parameters[index] as number
  const decay = -weight(20)
  const factor = 0.9 ** (1 / decay) - 1
  const stability = (Math.max(interval, 0.001) * factor) / (retention ** (1 / decay) - 1)
  const gain =
    Math.exp(weight(8)) * stability ** -weight(9) * Math.expm1(weight(10) * (1 - retention))
  const difficulty = 11 - (ease - 1) / gain
  return {
    stability: Math.min(Math.max(stability, 0.001), 36_500),
    difficulty: Math.min(Math.max(difficulty, 1), 10),
  }
}
