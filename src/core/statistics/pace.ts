import {MS_PER_MINUTE, MS_PER_SECOND} from '../time.ts'

export interface Pace {
  readonly answers: number
  /** From question to rating, all answers together. */
  readonly durationMs: number
  /** Seconds per answer; nothing without answers. */
  readonly meanSeconds: number | undefined
  /**
   * The time that half of the answers stay within, to the tenth of a second; at most 600, beyond which answers are not told
   * apart. Nothing without answers.
   */
  readonly medianSeconds: number | undefined
  /** By the mean; nothing where no time was spent. */
  readonly answersPerMinute: number | undefined
}

const MS_PER_BIN = MS_PER_SECOND / 10
const LAST_BIN = (10 * MS_PER_MINUTE) / MS_PER_BIN

/** Counts how long answers took, in one pass, in any order and in constant memory. */
export function paceTally() {
  const bins = new Float64Array(LAST_BIN + 1)
  let answered = 0
  let total = 0

  return {
    /**
     * @param durationMs Of one answer; at least 0.
     * @param answers How many took that long.
     */
    add(durationMs: number, answers = 1): void {
      const bin = Math.min(Math.round(durationMs / MS_PER_BIN), LAST_BIN)
      bins[bin] = (bins[bin] ?? 0) + answers
      answered += answers
      total += durationMs * answers
    },

    pace(): Pace {
      return {
        answers: answered,
        durationMs: total,
        meanSeconds: answered === 0 ? undefined : total / answered / MS_PER_SECOND,
        medianSeconds: medianOf(bins, answered),
        answersPerMinute: total === 0 ? undefined : (answered * MS_PER_MINUTE) / total,
      }
    },
  }
}

function medianOf(bins: Float64Array, answers: number): number | undefined {
  if (answers === 0) return undefined
  let bin = 0
  for (let seen = bins[0] ?? 0; seen < answers / 2; seen += bins[bin] ?? 0) bin += 1
  return (bin * MS_PER_BIN) / MS_PER_SECOND
}
