import {ANSWER_TIME_CAP_MS} from '../../core/session-effects.ts'
import {MS_PER_MINUTE, MS_PER_SECOND} from '../../core/time.ts'
import type {ReviewState} from './review-state.ts'

/**
 * Milliseconds until the screen may say something else although no key was pressed: while one waits, each second of the last
 * minute and every ten seconds before that; while an answer is shown, as a new study day can change what the ratings
 * lead to; each second that is shown of a card’s time. Nothing changes while something lies over the card.
 */
export function tickDelayOf(state: ReviewState): number | undefined {
  const {session, moment, overlay} = state
  if (overlay && overlay.kind !== 'prompt')
    return session.kind === 'waiting' ? 10 * MS_PER_SECOND : undefined
  switch (session.kind) {
    case 'waiting':
      return session.until - moment.at <= MS_PER_MINUTE ? MS_PER_SECOND : 10 * MS_PER_SECOND
    case 'answering':
      return isTimed(state) ? MS_PER_SECOND : 10 * MS_PER_SECOND
    case 'asking':
      return isTimed(state) ? MS_PER_SECOND : undefined
    case 'finished':
      return undefined
  }
}

/** Whether the time of the card is shown, and still runs. */
function isTimed({showTimer, moment, askedAt}: ReviewState): boolean {
  return showTimer && moment.at - askedAt <= ANSWER_TIME_CAP_MS
}
