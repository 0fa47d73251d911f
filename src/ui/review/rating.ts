import {amongButtons, ratingForPoints} from '../../core/points.ts'
import type {Rating} from '../../core/rating.ts'
import {advance, entered} from './advance.ts'
import {goalAfter} from './goal.ts'
import type {ReviewControllerOptions} from './review-options.ts'
import type {ReviewState} from './review-state.ts'

/** The rating that the learner’s ticks or typed text speak for; nothing where there are none. */
export function suggestionOf({typed, reveal, preferences}: ReviewState): Rating | undefined {
  const points = reveal.kind === 'whole' ? reveal.points : undefined
  const rating = typed?.suggested ?? (points && ratingForPoints(points))
  return rating && amongButtons(rating, preferences.buttons)
}

/** The state after the card was rated. A rating before the answer is shown means nothing. */
export function rated(
  options: ReviewControllerOptions,
  state: ReviewState,
  rating: Rating,
): ReviewState {
  const {session, reveal, askedAt} = state
  if (reveal.kind === 'outline') return state
  const moment = options.clock()
  const advanced = advance(options, session, {
    type: 'rate',
    rating,
    moment,
    entryId: options.newEntryId(moment.at),
    durationMs: moment.at - askedAt,
    points: reveal.kind === 'whole' ? reveal.points : undefined,
  })
  switch (advanced.outcome) {
    case 'unmoved':
      return state
    case 'refused':
      return {...state, message: advanced.message}
    case 'moved': {
      const goal = goalAfter(state.goal, advanced.session, moment.at)
      return entered(options, {...state, goal}, advanced.session, moment)
    }
  }
}
