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

interface Bin {
  reviews: number
  predicted: number
  recalled: number
}

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
  const all = emptyBin()
  const byKind = new Map<number, Bin>()
  const byPrediction = Array.from({length: POINTS}, emptyBin)
  let loss = 0

  return {
    add(prediction: Prediction): void {
      const {predicted, recalled} = prediction
      addTo(all, prediction)
      const key = binOf(prediction)
      let bin = byKind.get(key)
      if (bin === undefined) {
        bin = emptyBin()
        byKind.set(key, bin)
      }
      addTo(bin, prediction)
      addTo(byPrediction[Math.min(Math.floor(predicted * POINTS), POINTS - 1)] as Bin, prediction)
      loss -= Math.log(Math.max(recalled ? predicted : 1 - predicted, LEAST_CHANCE))
    },

    calibration(): Calibration {
      const {reviews, predicted, recalled} = all
      const points = byPrediction.map((bin, index) => ({
        from: index / POINTS,
        to: (index + 1) / POINTS,
        reviews: bin.reviews,
        predicted: bin.predicted / bin.reviews,
        recalled: bin.recalled / bin.reviews,
      }))
      return {
        reviews,
        ...(reviews === 0
          ? {predicted: undefined, recalled: undefined, logLoss: undefined, rmseBins: undefined}
          : {
              predicted: predicted / reviews,
              recalled: recalled / reviews,
              logLoss: loss / reviews,
              rmseBins: rmseOf(byKind.values(), reviews),
            }),
        points: points.filter(point => point.reviews > 0),
      }
    },
  }
}

/** Σ n·(mean predicted − mean recalled)² / N, its root. */
function rmseOf(bins: Iterable<Bin>, reviews: number): number {
  let sum = 0
  for (const bin of bins) sum += (bin.predicted - bin.recalled) ** 2 / bin.reviews
  return Math.sqrt(sum / reviews)
}

/** Logarithms of the bases of srs-benchmark’s scales for intervals, numbers of reviews and of lapses. */
const DAYS_SCALE = Math.log(3.62)
const REVIEWS_SCALE = Math.log(1.89)
const LAPSES_SCALE = Math.log(1.73)

/** A number of its own for each bin. fsrs-rs counts the first review too: hence one more. */
function binOf({elapsedDays, reviews, lapses}: Prediction): number {
  const days = Math.floor(Math.log(elapsedDays) / DAYS_SCALE)
  const length = Math.floor(Math.log(reviews + 1) / REVIEWS_SCALE)
  const lapsed = lapses === 0 ? 0 : Math.floor(Math.log(lapses) / LAPSES_SCALE) + 1
  return (days * 64 + length) * 64 + lapsed
}

function addTo(bin: Bin, {predicted, recalled}: Prediction): void {
  bin.reviews += 1
  bin.predicted += predicted
  if (recalled) bin.recalled += 1
}

function emptyBin(): Bin {
  return {reviews: 0, predicted: 0, recalled: 0}
}
