import type {CardAction} from '../../core/marks.ts'
import type {Done, SessionEvent} from '../../core/session.ts'
import {cardIdsOf} from '../../core/session-state.ts'
import type {Earlier, OutOfReach} from '../../core/step.ts'
import {advance, entered, previewAt, settled} from './advance.ts'
import {goalBefore} from './goal.ts'
import type {ReviewControllerOptions} from './review-options.ts'
import type {Message, ReviewState} from './review-state.ts'

/**
 * The state after what was done last is taken back. A rating leads back to its card with the answer shown, as it is the rating that one
 * wants to give anew; all else to what was on the screen.
 */
export function takenBack(options: ReviewControllerOptions, state: ReviewState): ReviewState {
  const {last} = state.session
  const moment = options.clock()
  const before = last ? undefined : options.readEarlier?.(cardIdsOf(state.session))
  const earlier = before && 'cards' in before ? before : undefined
  const event: SessionEvent = {
    type: 'undo',
    moment,
    entryId: options.newEntryId(moment.at),
    earlier,
  }
  const advanced = advance(options, state.session, event)
  switch (advanced.outcome) {
    case 'unmoved':
      return {...state, message: info(whyNothing(before))}
    case 'refused':
      return {...state, message: advanced.message}
    case 'moved': {
      const {session} = advanced
      const message = info(
        `Taken back: ${last ? wordsOf(last) : earlier ? wordsOfEarlier(earlier) : ''}.`,
      )
      const base = {...state, goal: goalBefore(state.goal), overlay: undefined}
      const isRating = last
        ? last.kind === 'answer' || last.kind === 'practice'
        : earlier?.kind === 'review'
      if (!isRating || session.kind !== 'asking') {
        return {...settled(options, base, session, moment), message}
      }
      const answering = {...session, kind: 'answering' as const}
      const points = last?.kind === 'answer' ? last.review.points : undefined
      return {
        ...entered(options, base, answering, moment),
        reveal: {kind: 'whole', ...(points && {points})},
        preview: previewAt(options, answering, moment),
        message,
      }
    }
  }
}

function whyNothing(before: Earlier | OutOfReach | undefined): string {
  if (before?.kind === 'import') return 'The last was an import: `ebb undo` takes it back.'
  if (before?.kind === 'practice') return 'The last was practice: `ebb undo` takes it back.'
  return 'Nothing to take back.'
}

function wordsOf(done: Done): string {
  switch (done.kind) {
    case 'answer':
      return `the rating ${done.review.rating}`
    case 'practice':
      return `the rating ${done.practice.rating}`
    case 'action':
      return wordsOfAction(done.step.action)
    case 'edit':
      return 'the edit; the document stays as it is'
  }
}

function wordsOfEarlier(earlier: Earlier): string {
  switch (earlier.kind) {
    case 'review':
      return `the rating ${earlier.review.rating}, from before`
    case 'action':
      return `${wordsOfAction(earlier.step.action)}, from before`
    case 'edit':
      return 'an edit from before; the document stays as it is'
  }
}

function wordsOfAction(action: CardAction): string {
  switch (action.kind) {
    case 'suspend':
      return action.isSuspended ? 'suspending' : 'taking up again'
    case 'bury':
      return action.scope === 'note' ? 'burying the note' : 'burying the card'
    case 'flag':
      return action.flag === undefined ? 'removing the flag' : `flag ${action.flag}`
    case 'fix':
      return action.needsFixing ? 'the mark “needs fixing”' : 'removing the mark “needs fixing”'
    case 'tag':
      return 'the tags'
  }
}

function info(text: string): Message {
  return {tone: 'info', text, hint: undefined}
}
