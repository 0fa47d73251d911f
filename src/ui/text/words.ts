import {plural} from '../../core/plural.ts'
import type {NextDue} from '../../core/session-summary.ts'
import {type Instant, type Moment, MS_PER_MINUTE, MS_PER_SECOND} from '../../core/time.ts'
import {formatWaitInWords} from '../../core/wait.ts'

/** The time until an instant, in words; below a minute in seconds, so that one sees it pass. */
export function formatTimeUntil(instant: Instant, {at}: Moment): string {
  const ms = Math.max(0, instant - at)
  if (ms < MS_PER_MINUTE) return plural(Math.ceil(ms / MS_PER_SECOND), 'second')
  return formatWaitInWords({unit: 'minutes', amount: ms / MS_PER_MINUTE})
}

/** A sentence about what comes next. */
export function formatNextDue(next: NextDue, moment: Moment): string {
  switch (next.kind) {
    case 'today':
      return next.cards === 1
        ? 'One more card can be asked today.'
        : `${next.cards} more cards can be asked today.`
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
