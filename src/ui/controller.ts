import type {Rating} from '../core/rating.ts'
import type {EntryId} from '../core/review-log.ts'
import type {ReviewedSchedule} from '../core/scheduler.ts'
import {
  previewOf,
  type SessionContext,
  type SessionEvent,
  type SessionState,
  transition,
} from '../core/session.ts'
import type {SessionEffect} from '../core/session-effects.ts'
import type {NextDue} from '../core/session-summary.ts'
import type {Instant, Moment} from '../core/time.ts'
import {isUserError} from '../core/user-error.ts'

/** What the learner or the passing of time asks of a review. */
export type ReviewCommand =
  | {readonly type: 'reveal'}
  | {readonly type: 'rate'; readonly rating: Rating}
  | {readonly type: 'undo'}
  | {readonly type: 'tick'}
  /** Show the text of the card, or the list of keys where it is open, from this line on, counted from 0. */
  | {readonly type: 'scroll-to'; readonly top: number}
  | {readonly type: 'help'; readonly open: boolean}

/** Something to say below the card, until the next key. */
export interface Message {
  readonly tone: 'info' | 'bad'
  readonly text: string
  readonly hint: string | undefined
}

/** All that is shown. */
export interface ReviewState {
  readonly session: SessionState
  /** When this state was reached. */
  readonly moment: Moment
  /** When the present question was asked. */
  readonly askedAt: Instant
  /** What each rating leads to; where an answer is shown. */
  readonly preview: Readonly<Record<Rating, ReviewedSchedule>> | undefined
  /** What comes after the session; where there is nothing to ask. */
  readonly nextDue: NextDue | undefined
  readonly message: Message | undefined
  /** First line shown of the card’s text; `undefined`: as the layout sees fit. */
  readonly top: number | undefined
  /** First line shown of the list of keys, where it is open. */
  readonly helpTop: number | undefined
}

export interface ReviewController {
  readonly getState: () => ReviewState
  /** Calls back after every change of state. Returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void
  /** Throws what `perform` throws unless it is a `UserError`, which is shown instead. The state stays as it was. */
  readonly dispatch: (command: ReviewCommand) => void
}

export interface ReviewControllerOptions {
  /** The session at its start. */
  readonly session: SessionState
  readonly context: SessionContext
  /** Makes the effects true, all or none, before it returns. Throws when it cannot. */
  readonly perform: (effects: readonly SessionEffect[]) => void
  readonly clock: () => Moment
  readonly newEntryId: (at: Instant) => EntryId
  /** What comes next in the decks of the session, after what was performed so far. */
  readonly readNextDue: () => NextDue
}

/** Holds the state of a review. Effects come first: what the screen shows as done is done. */
export function createController(options: ReviewControllerOptions): ReviewController {
  const listeners = new Set<() => void>()
  let state = entered(options, options.session, options.clock())

  const set = (next: ReviewState): void => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }
  return {
    getState: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispatch: command => set(next(options, state, command)),
  }
}

function next(
  options: ReviewControllerOptions,
  state: ReviewState,
  command: ReviewCommand,
): ReviewState {
  switch (command.type) {
    case 'scroll-to':
      return state.helpTop === undefined
        ? {...state, message: undefined, top: command.top}
        : {...state, helpTop: command.top}
    case 'help':
      return {...state, message: undefined, helpTop: command.open ? 0 : undefined}
    case 'reveal':
    case 'rate':
    case 'undo':
    case 'tick':
      return advance(options, state, command)
  }
}

type SessionCommand = Extract<ReviewCommand, {type: 'reveal' | 'rate' | 'undo' | 'tick'}>

function advance(
  options: ReviewControllerOptions,
  state: ReviewState,
  command: SessionCommand,
): ReviewState {
  const moment = options.clock()
  const event = eventOf(options, state, command, moment)
  const [session, effects] = transition(state.session, event, options.context)
  if (session === state.session) return unmoved(options, state, command, moment)
  try {
    if (effects.length > 0) options.perform(effects)
  } catch (error) {
    if (!isUserError(error)) throw error
    return {...state, message: {tone: 'bad', text: error.message, hint: error.hint}}
  }
  if (command.type === 'reveal') {
    const preview = previewAt({session}, moment, options.context)
    return {...state, session, moment, preview, top: undefined, message: undefined}
  }
  return entered(options, session, moment)
}

function eventOf(
  {newEntryId}: ReviewControllerOptions,
  {askedAt}: ReviewState,
  command: SessionCommand,
  moment: Moment,
): SessionEvent {
  switch (command.type) {
    case 'reveal':
      return command
    case 'tick':
      return {type: 'tick', moment}
    case 'undo':
      return {type: 'undo', moment, entryId: newEntryId(moment.at)}
    case 'rate': {
      const durationMs = moment.at - askedAt
      return {...command, moment, entryId: newEntryId(moment.at), durationMs}
    }
  }
}

function unmoved(
  {context}: ReviewControllerOptions,
  state: ReviewState,
  command: SessionCommand,
  moment: Moment,
): ReviewState {
  switch (command.type) {
    case 'tick':
      return {...state, moment, preview: previewAt(state, moment, context)}
    case 'undo':
      return {...state, message: {tone: 'info', text: 'Nothing to take back.', hint: undefined}}
    case 'reveal':
    case 'rate':
      return state
  }
}

function previewAt(
  {session}: Pick<ReviewState, 'session'>,
  moment: Moment,
  context: SessionContext,
): ReviewState['preview'] {
  return session.kind === 'answering' ? previewOf(session, moment, context) : undefined
}

/** A session state as it is first shown. */
function entered(
  {context, readNextDue}: ReviewControllerOptions,
  session: SessionState,
  moment: Moment,
): ReviewState {
  const isOver = session.kind === 'waiting' || session.kind === 'finished'
  return {
    session,
    moment,
    askedAt: moment.at,
    preview: previewAt({session}, moment, context),
    nextDue: isOver ? readNextDue() : undefined,
    message: undefined,
    top: undefined,
    helpTop: undefined,
  }
}
