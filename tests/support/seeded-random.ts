import type {Random} from '../../src/core/random.ts'

/** A source of chance that gives the same numbers for the same seed (mulberry32 over a hash of the text). */
export function seededRandom(seed: string): Random {
  let state = 0
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
