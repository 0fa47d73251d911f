import type {Rating} from './rating.ts'
import type {Points} from './review-log.ts'

/** Below this share of its points an answer was not recalled, … */
const HARD = 0.4
/** … below this one it was recalled with gaps. */
const GOOD = 0.75

/**
 * The rating to suggest for an answer of which some points were recalled: again below 40 %, hard below 75 %, else good. Never
 * `easy`: ticks do not show how fast the answer came. The learner has the last word.
 */
export function ratingForPoints({recalled, total}: Points): Rating {
  const share = total === 0 ? 1 : recalled / total
  if (share < HARD) return 'again'
  return share < GOOD ? 'hard' : 'good'
}

/** The rating where there are only two to choose from: whatever is not again is good. */
export function amongButtons(rating: Rating, buttons: 2 | 4): Rating {
  return buttons === 4 || rating === 'again' ? rating : 'good'
}
