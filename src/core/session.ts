import type {Card, CardId} from './card.ts'
import {byDueTime, dueTime, isLearnedToday, learnAheadMoment, type Queue} from './queue.ts'
import type {Rating} from './rating.ts'
import type {Review} from './review-log.ts'
import type {ReviewedSchedule} from './scheduler.ts'
import {
  type RateRequest,
  type RatingContext,
  rateCard,
  revertReview,
  type SessionEffect,
  type UndoRequest,
} from './session-effects.ts'
import type {Instant, Moment, StudyDay} from './time.ts'
import {isDue} from './wait.ts'

/** What stays the same throughout a session. */
export interface SessionContext extends RatingContext {
  /** How long before its time a card in learning may be asked when nothing else is left, in milliseconds. */
  readonly learnAheadMs: number
  /** The study day of an instant: whether a card in learning is still worth waiting for. */
  readonly studyDayOf: (instant: Instant) => StudyDay
}

/** One answer, and the session as it was when its question was asked. */
export interface Answer {
  readonly before: Asking
  readonly review: Review
}

interface Course {
  /** Reviews and new cards in the order in which they are asked. The same throughout the session. */
  readonly main: readonly Card[]
  /** How many of `main` were asked, the present card included. */
  readonly taken: number
  /** Cards in learning that are to be asked again, by due time, without the present card. */
  readonly learning: readonly Card[]
  /** The answer before this, and through it every earlier one. */
  readonly last: Answer | undefined
  /** The card that was answered just before, in this session or in an earlier one of the same day. */
  readonly justAnswered: CardId | undefined
}

/** What a session begins with. */
export interface SessionStart {
  readonly queue: Queue
  readonly moment: Moment
  /** The card of the last review before the session; it is not asked twice in a row where another can be. */
  readonly justAnswered?: CardId | undefined
}

/** A question is asked, its answer hidden. */
export type Asking = Course & {readonly kind: 'asking'; readonly card: Card}
/** The answer is shown and waits for a rating. */
export type Answering = Course & {readonly kind: 'answering'; readonly card: Card}
/** Nothing to ask until a card in learning may be asked. */
export type Waiting = Course & {readonly kind: 'waiting'; readonly until: Instant}
/** Nothing more to ask on this study day. */
export type Finished = Course & {readonly kind: 'finished'}

export type SessionState = Asking | Answering | Waiting | Finished

export type SessionEvent =
  | {readonly type: 'reveal'}
  | ({readonly type: 'rate'; readonly rating: Rating} & RateRequest)
  | ({readonly type: 'undo'} & UndoRequest)
  /** Time has passed: a card in learning may have become due. */
  | {readonly type: 'tick'; readonly moment: Moment}

/** A session at its first question, or at its end where there is none. */
export function startSession(
  {queue, moment, justAnswered}: SessionStart,
  context: SessionContext,
): SessionState {
  const learning = queue.learning.toSorted(byDueTime)
  return proceed(
    {main: queue.main, taken: 0, learning, last: undefined, justAnswered},
    moment,
    context,
  )
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
      return state.kind === 'answering' ? rate(state, event, context) : [state, []]
    case 'undo': {
      if (!state.last) return [state, []]
      const {before, review} = state.last
      return [before, [revertReview(review, event)]]
    }
    case 'tick':
      return state.kind === 'waiting' && event.moment.at >= state.until
        ? [proceed(state, event.moment, context), []]
        : [state, []]
  }
}

/** The card that is asked or answered, if any. */
export function currentCard(state: SessionState): Card | undefined {
  switch (state.kind) {
    case 'asking':
    case 'answering':
      return state.card
    case 'waiting':
    case 'finished':
      return undefined
  }
}

/** What each rating would make of the present card: exactly what rating it at this moment does. */
export function previewOf(
  state: SessionState,
  moment: Moment,
  {scheduler}: SessionContext,
): Readonly<Record<Rating, ReviewedSchedule>> | undefined {
  const card = currentCard(state)
  return card && scheduler.preview(card.id, card.schedule, moment)
}

function rate(
  state: Answering,
  event: Extract<SessionEvent, {type: 'rate'}>,
  context: SessionContext,
): readonly [SessionState, readonly SessionEffect[]] {
  const effect = rateCard(state.card, event.rating, event, context)
  const {review} = effect
  const card: Card = {...state.card, schedule: review.after}
  const course: Course = {
    ...courseOf(state),
    learning: isLearnedToday(card, review.studyDay)
      ? [...state.learning, card].sort(byDueTime)
      : state.learning,
    last: {before: {...state, kind: 'asking'}, review},
    justAnswered: card.id,
  }
  return [proceed(course, event.moment, context), [effect]]
}

/** The next question: learning that is due, then the queue, then learning ahead of its time. */
function proceed(course: Course, moment: Moment, context: SessionContext): SessionState {
  const {main, taken, learning} = course
  const due = learning.find(card => isDue(card.schedule, moment))
  if (due) return askLearning(course, due)
  const next = main[taken]
  if (next) return {...courseOf(course), kind: 'asking', card: next, taken: taken + 1}
  const [first] = learning
  if (!first) return {...courseOf(course), kind: 'finished'}
  const ahead = learnAheadMoment(moment, context.learnAheadMs)
  const early = learning.filter(card => isDue(card.schedule, ahead))
  // The same card twice in a row tests nothing; where there is another, it goes first.
  const other = early.find(card => card.id !== course.justAnswered) ?? early[0]
  if (other) return askLearning(course, other)
  const until = (dueTime(first) - context.learnAheadMs) as Instant
  return context.studyDayOf(until) <= moment.studyDay
    ? {...courseOf(course), kind: 'waiting', until}
    : {...courseOf(course), kind: 'finished'}
}

function askLearning(course: Course, card: Card): Asking {
  const learning = course.learning.filter(other => other !== card)
  return {...courseOf(course), kind: 'asking', card, learning}
}

/** Without what belongs to one kind of state. */
function courseOf({main, taken, learning, last, justAnswered}: Course): Course {
  return {main, taken, learning, last, justAnswered}
}
