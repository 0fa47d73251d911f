import type {Card} from './card.ts'
import {canBeAsked} from './marks.ts'
import {afterChange, withChanged, withPresentBack} from './session-course.ts'
import {revertPractice, revertReview, revertStep, type SessionEffect} from './session-effects.ts'
import {
  currentCard,
  type SessionContext,
  type SessionState,
  type UndoEvent,
} from './session-state.ts'
import type {Earlier} from './step.ts'
import type {Moment} from './time.ts'
import {isDue} from './wait.ts'

type Step = readonly [SessionState, readonly SessionEffect[]]

/**
 * Takes back what was done last. An answer leads back to its question; an action or an edit to exactly the state in which it was done.
 * Where nothing is left of the session, what was done last before it is taken back.
 */
export function undo(state: SessionState, event: UndoEvent, context: SessionContext): Step {
  const {last} = state
  switch (last?.kind) {
    case undefined:
      return event.earlier ? undoEarlier(state, event.earlier, event, context) : [state, []]
    case 'answer':
      return [last.before, [revertReview(last.review, event)]]
    case 'practice':
      return [last.before, [revertPractice(last.practice, event)]]
    case 'action':
      return [last.before, [revertStep('revert-action', last.step.id, event)]]
    case 'edit':
      return [last.before, [revertStep('revert-edit', last.stepId, event)]]
  }
}

/**
 * Takes back what was done before the session, and asks its card next. After an action or an edit only where that card can be asked at
 * all: it may not have been due. An answer to the schedule is not taken back outside it, where it could not be given again.
 */
function undoEarlier(
  state: SessionState,
  earlier: Earlier,
  event: UndoEvent,
  context: SessionContext,
): Step {
  if (earlier.kind === 'review' && context.mode === 'cram') return [state, []]
  const effects = [revertEarlier(earlier, event)]
  const restored = new Map(earlier.cards.map(card => [card.id, card]))
  const change = (card: Card) => restored.get(card.id) ?? card
  const card = earlier.askNext && restored.get(earlier.askNext)
  const {moment} = event
  const isReview = earlier.kind === 'review'
  const isPresent = card !== undefined && currentCard(state)?.id === card.id
  if (!card || (!isReview && (isPresent || !isAskedNow(card, moment)))) {
    return [afterChange(state, change, moment, context), effects]
  }
  const course = withChanged(withPresentBack(state), change, moment.studyDay)
  const {main, taken, learning} = course
  // Of one note no two cards on a day, unless one is in learning.
  const rest = main.slice(taken).filter(({noteId}) => noteId !== card.noteId)
  return [
    {
      ...course,
      main: [...main.slice(0, taken), ...rest],
      learning: learning.filter(({id}) => id !== card.id),
      kind: 'asking',
      card,
    },
    effects,
  ]
}

function revertEarlier(earlier: Earlier, event: UndoEvent): SessionEffect {
  switch (earlier.kind) {
    case 'review':
      return revertReview(earlier.review, event)
    case 'action':
      return revertStep('revert-action', earlier.step.id, event)
    case 'edit':
      return revertStep('revert-edit', earlier.step.id, event)
  }
}

function isAskedNow(card: Card, moment: Moment): boolean {
  const {phase} = card.schedule
  return canBeAsked(card, moment.studyDay) && (phase === 'new' || isDue(card.schedule, moment))
}
