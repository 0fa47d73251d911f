/** Numbers in order, of which quantiles and histograms are made. */
export interface Distribution {
  /** Ascending. */
  readonly values: Float64Array
  /** Nothing where there are no values, as below. */
  readonly mean: number | undefined
  readonly median: number | undefined
}

/** How many values lie in `from` ≤ value < `to`; the last bin holds its upper end too. */
export interface HistogramBin {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** @param values In any order, none of them NaN; sorted in place. */
export function distributionOf(values: Float64Array): Distribution {
  values.sort()
  if (values.length === 0) return {values, mean: undefined, median: undefined}
  let sum = 0
  for (const value of values) sum += value
  return {values, mean: sum / values.length, median: quantile(values, 0.5)}
}

/**
 * The value below which a share of the others lies, between its neighbours in proportion.
 *
 * @param values Ascending.
 * @param share 0–1.
 * @returns Nothing where there are no values.
 */
export function quantile(values: Float64Array, share: number): number | undefined {
  const place = (values.length - 1) * share
  const below = values[Math.floor(place)]
  const above = values[Math.ceil(place)]
  if (below === undefined || above === undefined) return undefined
  return below + (above - below) * (place - Math.floor(place))
}

/**
 * Counts values by bins. What lies outside all bins is counted in none.
 *
 * @param edges Ascending, at least two: each is the end of one bin and the beginning of the next.
 */
export function histogramOf(
  {values}: Pick<Distribution, 'values'>,
  edges: readonly number[],
): readonly HistogramBin[] {
  const last = edges.length - 2
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] as number
    const end = index === last ? firstIndex(values, value => value > to) : startOf(values, to)
    return {from, to, count: Math.max(0, end - startOf(values, from))}
  })
}

/** Edges in days for intervals and stabilities: fine where cards are young, coarse where they are old, endless at last. */
export const DAY_EDGES: readonly number[] = [
  0,
  1,
  2,
  3,
  5,
  7,
  10,
  14,
  21,
  30,
  45,
  60,
  90,
  120,
  180,
  270,
  365,
  545,
  730,
  1095,
  1825,
  3650,
  Number.POSITIVE_INFINITY,
]

/** Edges for difficulty, 1–10. */
export const DIFFICULTY_EDGES: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** Edges for shares such as retrievability, 0–1, every 5 %. */
export const SHARE_EDGES: readonly number[] = Array.from({length: 21}, (_, index) => index / 20)

function startOf(values: Float64Array, from: number): number {
  return firstIndex(values, value => value >= from)
}

/** The index of the first value for which a condition holds that holds for all after it. */
function firstIndex(values: Float64Array, holds: (value: number) => boolean): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(values[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}
