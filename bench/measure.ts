/** The middle of the values, or of the two in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The value that a share of the values does not exceed, between its neighbours where it falls between two. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = ((sorted.length - 1) * percent) / 100
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN
  return below + (above - below) * (at - Math.floor(at))
}

/** Milliseconds that something takes. */
export function timed(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** A figure of the table. */
export interface Result {
  readonly what: string
  readonly figure: number
  readonly unit: '×' | 's' | 'ms' | 'MB/s' | 'MB' | 'bytes'
  /** What it must not exceed. */
  readonly atMost?: number
  /** What it must reach. Neither where it is only told. */
  readonly atLeast?: number
  /** What else there is to know: how it was measured, or the figure in another unit. */
  readonly note?: string
}

/** Whether anything is wanted of a figure. */
export function hasAim({atMost, atLeast}: Result): boolean {
  return atMost !== undefined || atLeast !== undefined
}

/** Whether a figure is as wanted. */
export function isReached({figure, atMost = Infinity, atLeast = -Infinity}: Result): boolean {
  return figure <= atMost && figure >= atLeast
}
