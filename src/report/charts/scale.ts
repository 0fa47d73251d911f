/** From the value at the foot of a chart to that at its top, and the values to be named between. */
export interface Scale {
  readonly min: number
  /** Greater than `min`. */
  readonly max: number
  /** Ascending, from `min` to `max` where the scale is round. */
  readonly ticks: readonly number[]
}

const GREATEST = 1e15
const LEAST = 1e-9

/** A value that can be drawn: what is no number, negative or too small to see is 0. */
export function drawable(value: number | undefined): number {
  if (value === undefined || Number.isNaN(value) || value < LEAST) return 0
  return Math.min(value, GREATEST)
}

/**
 * A scale from 0 to a round number at or above the greatest value.
 *
 * @param intervals At most so many between ticks; at least 1.
 * @param whole Whether values between whole numbers make no sense.
 */
export function scaleFromZero(greatest: number, intervals: number, whole: boolean): Scale {
  const max = drawable(greatest)
  if (max === 0) return {min: 0, max: 1, ticks: [0, 1]}
  const step = roundStep(max / Math.max(1, intervals), whole)
  const steps = Math.max(1, Math.ceil(max / step - LEAST))
  return {min: 0, max: steps * step, ticks: Array.from({length: steps + 1}, (_, at) => at * step)}
}

/** A scale between given ends, with at most so many intervals between ticks. */
export function scaleBetween(min: number, max: number, intervals: number): Scale {
  const height = max - min
  if (!(height >= LEAST && height < Number.POSITIVE_INFINITY)) {
    const from = Number.isFinite(min) ? min : 0
    return {min: from, max: from + 1, ticks: [from]}
  }
  const step = roundStep(height / Math.max(1, intervals), false)
  const first = Math.ceil(min / step - LEAST)
  const last = Math.floor(max / step + LEAST)
  const ticks = Array.from({length: Math.max(0, last - first + 1)}, (_, at) => (first + at) * step)
  return {min, max, ticks: ticks.length === 0 ? [min] : ticks}
}

/** Where a value lies on a scale, 0–1. */
export function placeOn({min, max}: Scale, value: number): number {
  return Math.min(1, Math.max(0, (value - min) / (max - min)))
}

/** 1, 2 or 5 times a power of ten, at least as large as asked for. */
function roundStep(least: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 5, 10].map(factor => factor * power).find(each => each >= least * (1 - LEAST))
  return Math.max(step ?? 10 * power, whole ? 1 : 0)
}

const UNITS = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const

/** A number in few columns: `0`, `0.25`, `950`, `1.2k`, `12k`, `3.4M`. */
export function formatNumber(value: number): string {
  const size = Math.abs(value)
  const rounded = Math.round(size)
  if (rounded < 1_000) return trimmed(value, rounded >= 100 ? 0 : rounded >= 10 ? 1 : 2)
  const [unit, name] = UNITS.find(([least]) => size >= least * 0.9995) ?? UNITS[3]
  const inUnits = value / unit
  return trimmed(inUnits, Math.abs(inUnits) >= 99.95 ? 0 : 1) + name
}

/** A share in few columns: `0 %`, `87 %`. */
export function formatPercent(share: number): string {
  return `${trimmed(share * 100, 1)} %`
}

function trimmed(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)))
}

/**
 * Values in at most so many groups of neighbours of the same size, each added up.
 *
 * @returns How many values go into one group, and the sums.
 */
export function gather(
  values: readonly number[],
  groups: number,
): {readonly size: number; readonly sums: readonly number[]} {
  const size = Math.max(1, Math.ceil(values.length / Math.max(1, groups)))
  if (size === 1) return {size, sums: values}
  const sums = Array.from({length: Math.ceil(values.length / size)}, () => 0)
  values.forEach((value, index) => {
    sums[Math.floor(index / size)] = (sums[Math.floor(index / size)] as number) + value
  })
  return {size, sums}
}
