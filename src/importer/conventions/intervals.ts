/** Lines of a document, both ends included. */
export interface Interval {
  readonly line: number
  readonly endLine: number
}

/** Which of many intervals meet a given one; each look-up takes logarithmic time. */
export interface Intervals<T extends Interval> {
  readonly meets: (interval: Interval) => boolean
  /** The interval that begins last before a line and reaches it. */
  readonly around: (line: number) => T | undefined
}

/** @param intervals in any order; they may hold each other */
export function intervalsOf<T extends Interval>(intervals: readonly T[]): Intervals<T> {
  const sorted = intervals.toSorted((a, b) => a.line - b.line)
  const reach: number[] = []
  for (const {endLine} of sorted) reach.push(Math.max(endLine, reach.at(-1) ?? 0))
  const lastUpTo = (line: number): number => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] as T).line <= line) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  return {
    meets: ({line, endLine}) => (reach[lastUpTo(endLine)] ?? 0) >= line,
    around: line => {
      const before = sorted[lastUpTo(line - 1)]
      return before !== undefined && before.endLine >= line ? before : undefined
    },
  }
}
