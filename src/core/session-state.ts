import type {Card, CardId} from './card.ts'
import type {CardAction} from './marks.ts'
import type {Practice} from './practice.ts'
import type {Queue} from './queue.ts'
import type {Rating} from './rating.ts'
import type {EntryId, Review} from './review-log.ts'
import type {RateRequest, RatingContext, UndoRequest} from './session-effects.ts'
import type {ActionStep, Earlier} from './step.ts'
import type {Instant, Moment, StudyDay} from './time.ts'

/** What stays the same throughout a session. */
export interface SessionContext extends RatingContext {
  /**
   * `cram`: outside the schedule, which no answer changes. There are no steps and no intervals: a card rated again is asked again
   * after the others, any other is done with.
   */
  readonly mode: 'schedule' | 'cram'
  /** How long before its time a card in learning may be asked when nothing else is left, in milliseconds. */
  readonly learnAheadMs: number
  /** The study day of an instant: whether a card in learning is still worth waiting for. */
  readonly studyDayOf: (instant: Instant) => StudyDay
  /** From when on no further question is asked; without it the session ends when nothing is left. */
  readonly endsAt?: Instant | undefined
}

/** One answer, and the session as it was when its question was asked. */
export interface Answer {
  readonly kind: 'answer'
  readonly before: Asking
  readonly review: Review
}

/** One answer outside the schedule. */
export interface PracticeDone {
  readonly kind: 'practice'
  readonly before: Asking
  readonly practice: Practice
}

/** Something done to a card besides answering it, and the session exactly as it was then. */
export interface ActionDone {
  readonly kind: 'action'
  readonly before: SessionState
  readonly step: ActionStep
}

/** A document that was edited and imported again, and the session exactly as it was then. */
export interface EditDone {
  readonly kind: 'edit'
  readonly before: SessionState
  /** Of the import. */
  readonly stepId: EntryId
}

/** What can be taken back. */
export type Done = Answer | PracticeDone | ActionDone | EditDone

export interface Course {
  /** Reviews and new cards in the order in which they are asked; in `cram` those to be asked again at the end. */
  readonly main: readonly Card[]
  /** How many of `main` are over, the present card included. */
  readonly taken: number
  /** Cards in learning that are to be asked again, by due time, without the present card. */
  readonly learning: readonly Card[]
  /** What was done before this, and through it everything earlier in the session. */
  readonly last: Done | undefined
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
/** Nothing more to ask on this study day, or before `endsAt`. */
export type Finished = Course & {readonly kind: 'finished'}

export type SessionState = Asking | Answering | Waiting | Finished

export type SessionEvent =
  | {readonly type: 'reveal'}
  | RateEvent
  | UndoEvent
  | ActEvent
  | EditedEvent
  /** Time has passed: a card in learning may have become due. */
  | {readonly type: 'tick'; readonly moment: Moment}

export type RateEvent = {readonly type: 'rate'; readonly rating: Rating} & RateRequest

/** Take back what was done last. */
export type UndoEvent = UndoRequest & {
  readonly type: 'undo'
  /** What was done last before the session, for when everything in it was taken back: `store.newestDone`. */
  readonly earlier?: Earlier | undefined
}

/** Do something to the present card, or to another one. What is so already is not done again. */
export interface ActEvent extends UndoRequest {
  readonly type: 'act'
  readonly action: CardAction
  /** The card that it is done to where it is not the present one. */
  readonly card?: Card | undefined
}

/** A document was edited and imported again, which is on disk already. */
export interface EditedEvent {
  readonly type: 'edited'
  readonly moment: Moment
  /** Of the import, which must have changed something: it is taken back by this id. */
  readonly stepId: EntryId
  /** Cards of the session (`cardIdsOf`) as they are now. An absent one is not asked any more; one that is not given stays. */
  readonly cards: readonly Card[]
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

/** Every card that the session may still ask, the present one included: what has to be read again after an edit. */
export function cardIdsOf(state: SessionState): readonly CardId[] {
  const present = currentCard(state)
  const cards = [...(present ? [present] : []), ...state.main.slice(state.taken), ...state.learning]
  return [...new Set(cards.map(({id}) => id))]
}

/** Without what belongs to one kind of state. */
export function courseOf({main, taken, learning, last, justAnswered}: Course): Course {
  return {main, taken, learning, last, justAnswered}
}
