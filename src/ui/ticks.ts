import {MS_PER_MINUTE, MS_PER_SECOND} from '../core/time.ts'
import type {ReviewState} from './controller.ts'

/**
 * Milliseconds until the screen says something else although no key was pressed: each second of the last minute of a wait,
 * every ten seconds before that. Nothing where no one waits.
 */
export function tickDelayOf({session, moment}: ReviewState): number | undefined {
  if (session.kind !== 'waiting') return undefined
  const left = session.until - moment.at
  return left <= MS_PER_MINUTE ? MS_PER_SECOND : 10 * MS_PER_SECOND
}
