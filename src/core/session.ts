import type {Card} from './card.ts'
import {withAction} from './marks.ts'
import {byDueTime, isLearnedToday} from './queue.ts'
import type {Rating} from './rating.ts'
import type {ReviewedSchedule} from './scheduler.ts'
import {afterChange, proceed} from './session-course.ts'
import {practiceCard, rateCard, type SessionEffect} from './session-effects.ts'
import {
  type ActEvent,
  type Answering,
  type Asking,
  type Course,
  courseOf,
  currentCard,
  type EditedEvent,
  type RateEvent,
  type SessionContext,
  type SessionEvent,
  type SessionStart,
  type SessionState,
} from './session-state.ts'
import {undo} from './session-undo.ts'
import type {Moment} from './time.ts'

export type * from './session-state.ts'
export {currentCard} from './session-state.ts'

/** A session at its first question, or at its end where there is none. */
export function startSession(
  {queue, moment, justAnswered}: SessionStart,
  context: SessionContext,
): SessionState {
  const learning = queue.learning.toSorted(byDueTime)
  const course = {taken: 0, last: undefined, justAnswered}
  return context.mode === 'cram'
    ? proceed({...course, main: [...learning, ...queue.main], learning: []}, moment, context)
    : proceed({...course, main: queue.main, learning}, moment, context)
}

/**
 * The state that follows, and what must be done for it to be true. An event that means nothing in this state (a rating
 * before the reveal, an undo at the start) gives the very same state and no effect.
 */
export function transition(
  state: SessionState,
  event: SessionEvent,
  context: SessionContext,
): readonly [SessionState, readonly SessionEffect[]] {
  switch (event.type) {
    case 'reveal':
      return state.kind === 'asking' ? [{...state, kind: 'answering'}, []] : [state, []]
    case 'rate':
      if (state.kind !== 'answering') return [state, []]
      return context.mode === 'cram' ? practise(state, event, context) : rate(state, event, context)
    case 'act':
      return act(state, event, context)
    case 'edited':
      return [edited(state, event, context), []]
    case 'undo':
      return undo(state, event, context)
    case 'tick':
      return state.kind === 'waiting' && event.moment.at >= state.until
        ? [proceed(state, event.moment, context), []]
        : [state, []]
  }
}

/**
 * What each rating would make of the present card: exactly what rating it at this moment does. Nothing outside the schedule, where a
 * rating leads nowhere.
 */
export function previewOf(
  state: SessionState,
  moment: Moment,
  {scheduler, mode}: SessionContext,
): Readonly<Record<Rating, ReviewedSchedule>> | undefined {
  if (mode === 'cram') return undefined
  const card = currentCard(state)
  return card && scheduler.preview(card.id, card.schedule, moment)
}

type Step = readonly [SessionState, readonly SessionEffect[]]

function rate(state: Answering, event: RateEvent, context: SessionContext): Step {
  const effect = rateCard(state.card, event.rating, event, context)
  const {review} = effect
  const card: Card = {...state.card, schedule: review.after}
  const course: Course = {
    ...courseOf(state),
    learning: isLearnedToday(card, review.studyDay)
      ? [...state.learning, card].sort(byDueTime)
      : state.learning,
    last: {kind: 'answer', before: asked(state), review},
    justAnswered: card.id,
  }
  return [proceed(course, event.moment, context), [effect]]
}

function practise(state: Answering, event: RateEvent, context: SessionContext): Step {
  const effect = practiceCard(state.card, event.rating, event)
  const course: Course = {
    ...courseOf(state),
    main: event.rating === 'again' ? [...state.main, state.card] : state.main,
    last: {kind: 'practice', before: asked(state), practice: effect.practice},
    justAnswered: state.card.id,
  }
  return [proceed(course, event.moment, context), [effect]]
}

function asked(state: Answering): Asking {
  return {...state, kind: 'asking'}
}

function act(state: SessionState, event: ActEvent, context: SessionContext): Step {
  const {action, moment, entryId} = event
  const present = currentCard(state)
  const target = event.card && event.card.id !== present?.id ? event.card : present
  if (!target) return [state, []]
  const {studyDay} = moment
  // Where a card is buried already, others of its note need not be.
  const isDone = withAction(target, target, action, studyDay) === target && action.kind !== 'bury'
  if (isDone) return [state, []]
  const step = {id: entryId, at: moment.at, action, cardIds: [target.id]}
  const change = (card: Card) => withAction(card, target, action, studyDay)
  const after = afterChange(state, change, moment, context)
  return [
    {...after, last: {kind: 'action', before: state, step}},
    [{type: 'record-action', step, studyDay}],
  ]
}

function edited(state: SessionState, event: EditedEvent, context: SessionContext): SessionState {
  const {cards, moment, stepId} = event
  const known = new Map(cards.map(card => [card.id, card]))
  const after = afterChange(state, card => known.get(card.id) ?? card, moment, context)
  return {...after, last: {kind: 'edit', before: state, stepId}}
}
