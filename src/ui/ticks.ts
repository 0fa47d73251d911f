import {MS_PER_MINUTE, MS_PER_SECOND} from '../core/time.ts'
import type {ReviewState} from './controller.ts'

/**
 * Milliseconds until the screen may say something else although no key was pressed: while one waits, each second of the last
 * minute and every ten seconds before that; while an answer is shown, as a new study day can change what the ratings
 * lead to.
 */
export function tickDelayOf({session, moment}: ReviewState): number | undefined {
  switch (session.kind) {
    case 'waiting':
      return session.until - moment.at <= MS_PER_MINUTE ? MS_PER_SECOND : 10 * MS_PER_SECOND
    case 'answering':
      return 10 * MS_PER_SECOND
    case 'asking':
    case 'finished':
      return undefined
  }
}
