import type {CardId} from './card.ts'

/**
 * Each day of an interval widens the fuzz by the factor of the range that it lies in, on top of one day.
 * The ranges are those of Anki and ts-fsrs.
 */
const FUZZ_RANGES = [
  {from: 2.5, to: 7, factor: 0.15},
  {from: 7, to: 20, factor: 0.1},
  {from: 20, to: Number.POSITIVE_INFINITY, factor: 0.05},
] as const

export interface FuzzLimits {
  /** Least interval in days; counts as the maximum where it lies above it. */
  readonly minimum: number
  readonly maximum: number
}

/**
 * A whole interval moved by chance, at most as far as the ranges allow and inside the limits. Intervals of one and
 * two days stay as they are, unless the limits move them.
 *
 * @param interval Whole days, at least 1.
 * @param factor 0 (earliest day) up to, not including, 1 (latest). A larger interval never comes out smaller
 *   than a smaller one with the same factor and limits.
 */
export function fuzzInterval(interval: number, factor: number, limits: FuzzLimits): number {
  const {earliest, latest} = fuzzRange(interval, limits)
  // A factor next to 1 may be rounded up to it.
  return Math.min(earliest + Math.floor(factor * (latest - earliest + 1)), latest)
}

/** The days, first and last, that `fuzzInterval` chooses from. */
export function fuzzRange(
  interval: number,
  limits: FuzzLimits,
): {readonly earliest: number; readonly latest: number} {
  const delta = fuzzDelta(interval)
  return {
    earliest: clampInterval(Math.round(interval - delta), limits),
    latest: clampInterval(Math.round(interval + delta), limits),
  }
}

/** The interval moved into the limits. */
export function clampInterval(interval: number, {minimum, maximum}: FuzzLimits): number {
  return Math.min(Math.max(interval, minimum), maximum)
}

/** Days by which an interval may be moved either way. */
function fuzzDelta(interval: number): number {
  if (interval < 2.5) return 0
  return FUZZ_RANGES.reduce(
    (delta, {from, to, factor}) => delta + factor * Math.max(Math.min(interval, to) - from, 0),
    1,
  )
}

/**
 * The chance that fuzz draws on: a number from 0 up to, not including, 1, that depends on nothing but the card and
 * how often it was reviewed. So the interval on a button is the interval that results, and a replay gives it again.
 */
export function fuzzFactor(cardId: CardId, reps: number): number {
  // FNV-1a over the text, then the finalizer of MurmurHash3, because ids that differ in
  // their last character must not give neighbouring numbers.
  let hash = 0x811c9dc5
  for (const char of `${cardId}/${reps}`) {
    hash = Math.imul(hash ^ (char.codePointAt(0) as number), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
