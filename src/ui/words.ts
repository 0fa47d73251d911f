import {plural} from '../core/plural.ts'
import type {NextDue} from '../core/session-summary.ts'
import {type Instant, type Moment, MS_PER_MINUTE, MS_PER_SECOND} from '../core/time.ts'
import {formatWaitInWords} from '../core/wait.ts'

/** How long something took: `45 s`, `4 min 10 s`, `1 h 5 min`. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.round(durationMs / MS_PER_SECOND)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) {
    return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`
  }
  return minutes % 60 === 0
    ? `${minutes / 60} h`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** The time until an instant, in words; below a minute in seconds, so that one sees it pass. */
export function formatTimeUntil(instant: Instant, {at}: Moment): string {
  const ms = Math.max(0, instant - at)
  if (ms < MS_PER_MINUTE) return plural(Math.ceil(ms / MS_PER_SECOND), 'second')
  return formatWaitInWords({unit: 'minutes', amount: ms / MS_PER_MINUTE})
}

/** A sentence about what comes next. */
export function formatNextDue(next: NextDue, moment: Moment): string {
  switch (next.kind) {
    case 'nothing':
      return 'Nothing is scheduled yet.'
    case 'instant':
      return `Next: a card in learning, in ${formatTimeUntil(next.due, moment)}.`
    case 'day': {
      const days = next.due - moment.studyDay
      const when = days <= 1 ? 'tomorrow' : `in ${formatWaitInWords({unit: 'days', amount: days})}`
      return `Next: ${plural(next.cards, 'card')} ${when}.`
    }
  }
}
