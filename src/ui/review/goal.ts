import {currentCard, type SessionState} from '../../core/session.ts'
import {answersOf} from '../../core/session-summary.ts'
import {type Instant, MS_PER_MINUTE} from '../../core/time.ts'

/** When a session has reached its goal; either may be left out. */
export interface Limits {
  /** Different cards. */
  readonly cards?: number | undefined
  /** From the first question on, pauses not counted. */
  readonly minutes?: number | undefined
}

/** Where a session is on its way to its limits. */
export interface Goal {
  readonly limits: Limits
  /** When the session began; later by the pauses in it. */
  readonly startedAt: Instant
  /** `passed`: the learner goes on after it. */
  readonly stage: 'ahead' | 'reached' | 'passed'
}

/** The goal after an answer: it may be reached with it. */
export function goalAfter(goal: Goal, session: SessionState, now: Instant): Goal {
  if (goal.stage !== 'ahead') return goal
  return isReached(goal, session, now) ? {...goal, stage: 'reached'} : goal
}

/** The goal after something was taken back: one that was reached may be ahead again. */
export function goalBefore(goal: Goal): Goal {
  return goal.stage === 'reached' ? {...goal, stage: 'ahead'} : goal
}

function isReached({limits, startedAt}: Goal, session: SessionState, now: Instant): boolean {
  const {cards, minutes} = limits
  if (minutes !== undefined && now - startedAt >= minutes * MS_PER_MINUTE) return true
  if (cards === undefined) return false
  const answered = new Set(answersOf(session).map(({cardId}) => cardId))
  const next = currentCard(session)
  // What was begun is learned to its end.
  return answered.size >= cards && !(next && answered.has(next.id))
}
