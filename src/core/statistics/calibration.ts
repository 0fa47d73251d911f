/** What the model said before a review, and what happened. */
export interface Prediction {
  /** Retrievability before the review, 0–1. */
  readonly predicted: number
  readonly recalled: boolean
  /** Study days since the last review; at least 1. */
  readonly elapsedDays: number
  /** Reviews of the card after at least a day, this one included; at least 1. */
  readonly reviews: number
  /** Those before this one that were rated again. */
  readonly lapses: number
}

/** Predictions that lie near one another, and how many of them came true. */
export interface CalibrationPoint {
  /** Retrievability, 0–1: `from` ≤ predicted < `to`, the last point with 1. */
  readonly from: number
  readonly to: number
  readonly reviews: number
  /** Mean of the predictions, 0–1. */
  readonly predicted: number
  /** Share that was recalled, 0–1. */
  readonly recalled: number
}

/** How well predictions agree with what happened. */
export interface Calibration {
  readonly reviews: number
  /** Mean retrievability predicted, 0–1; this and all below: nothing without reviews. */
  readonly predicted: number | undefined
  /** Share that was recalled, 0–1. */
  readonly recalled: number | undefined
  /** Mean of −ln of the probability given to what happened; lower is better, 0 is perfect. */
  readonly logLoss: number | undefined
  /** Root of the mean squared difference of predicted and actual recall over bins of like reviews, 0–1; lower is better. */
  readonly rmseBins: number | undefined
  /** By prediction, ascending; those without a review are left out. */
  readonly points: readonly CalibrationPoint[]
}

/** Reviews, the sum of their predictions, and how many were recalled: three numbers for each bin. */
type Bins = Float64Array
const BIN = 3

const POINTS = 20
/** Keeps the logarithm finite; the resolution of 32-bit numbers at 1, with which FSRS is fitted. */
const LEAST_CHANCE = 2 ** -23

/**
 * Compares predictions with what happened, in one pass, in any order and in constant memory.
 *
 * Log loss and RMSE(bins) are those of srs-benchmark: bins of reviews by interval, number of reviews and lapses, each on
 * a logarithmic scale, weighted by size. Reviews are counted as fsrs-rs does, by those after at least a day.
 */
export function calibrationTally() {
  const byKind: Bins = new Float64Array(DAY_BINS * COUNT_BINS * COUNT_BINS * BIN)
  const byPrediction: Bins = new Float64Array(POINTS * BIN)
  let reviews = 0
  let sumPredicted = 0
  let sumRecalled = 0
  let loss = 0

  return {
    add({predicted, recalled, elapsedDays, reviews: number, lapses}: Prediction): void {
      reviews += 1
      sumPredicted += predicted
      if (recalled) sumRecalled += 1
      const point = Math.min(Math.floor(predicted * POINTS), POINTS - 1)
      addTo(byPrediction, point, predicted, recalled)
      addTo(byKind, binOf(elapsedDays, number, lapses), predicted, recalled)
      loss -= Math.log(Math.max(recalled ? predicted : 1 - predicted, LEAST_CHANCE))
    },

    calibration(): Calibration {
      return {
        reviews,
        ...(reviews === 0
          ? {predicted: undefined, recalled: undefined, logLoss: undefined, rmseBins: undefined}
          : {
              predicted: sumPredicted / reviews,
              recalled: sumRecalled / reviews,
              logLoss: loss / reviews,
              rmseBins: rmseOf(byKind, reviews),
            }),
        points: pointsOf(byPrediction),
      }
    },
  }
}

function pointsOf(bins: Bins): readonly CalibrationPoint[] {
  const points = Array.from({length: POINTS}, (_, index) => {
    const [reviews = 0, predicted = 0, recalled = 0] = bins.subarray(index * BIN)
    return {
      from: index / POINTS,
      to: (index + 1) / POINTS,
      reviews,
      predicted: predicted / reviews,
      recalled: recalled / reviews,
    }
  })
  return points.filter(({reviews}) => reviews > 0)
}

/** Σ n·(mean predicted − mean recalled)² / N, its root. */
function rmseOf(bins: Bins, reviews: number): number {
  let sum = 0
  for (let at = 0; at < bins.length; at += BIN) {
    const size = bins[at] as number
    if (size > 0) sum += ((bins[at + 1] as number) - (bins[at + 2] as number)) ** 2 / size
  }
  return Math.sqrt(sum / reviews)
}

function addTo(bins: Bins, index: number, predicted: number, recalled: boolean): void {
  const at = index * BIN
  bins[at] = (bins[at] as number) + 1
  bins[at + 1] = (bins[at + 1] as number) + predicted
  if (recalled) bins[at + 2] = (bins[at + 2] as number) + 1
}

/** Bases of srs-benchmark’s scales for intervals, numbers of reviews and of lapses. */
const DAYS_BASE = 3.62
const REVIEWS_BASE = 1.89
const LAPSES_BASE = 1.73

/** More than any log holds: intervals of 3.62¹⁵ days, 1.73³⁰ lapses. */
const DAY_BINS = 16
const COUNT_BINS = 32

/** A number of its own for each bin. fsrs-rs counts the first review too: hence one more. */
function binOf(elapsedDays: number, reviews: number, lapses: number): number {
  const days = Math.min(daysScale(elapsedDays), DAY_BINS - 1)
  const length = Math.min(reviewsScale(reviews + 1), COUNT_BINS - 1)
  const lapsed = lapses === 0 ? 0 : Math.min(lapsesScale(lapses) + 1, COUNT_BINS - 1)
  return (days * COUNT_BINS + length) * COUNT_BINS + lapsed
}

/** Up to here, places on a scale are looked up. */
const SMALL = 1024

const daysScale = logarithmicScale(DAYS_BASE)
const reviewsScale = logarithmicScale(REVIEWS_BASE)
const lapsesScale = logarithmicScale(LAPSES_BASE)

/** Whole numbers from 1 on a logarithmic scale, cut off. A million reviews ask. */
function logarithmicScale(base: number): (value: number) => number {
  const compute = (value: number) => Math.floor(Math.log(value) / Math.log(base))
  const small = Uint8Array.from({length: SMALL}, (_, value) => (value === 0 ? 0 : compute(value)))
  return value => small[value] ?? compute(value)
}
