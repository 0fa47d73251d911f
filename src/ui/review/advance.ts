import {
  currentCard,
  previewOf,
  type SessionEvent,
  type SessionState,
  transition,
} from '../../core/session.ts'
import type {Instant, Moment} from '../../core/time.ts'
import {isUserError} from '../../core/user-error.ts'
import {ANSWER_PROMPT} from './prompts.ts'
import {HIDDEN, WHOLE} from './reveal.ts'
import type {ReviewControllerOptions} from './review-options.ts'
import type {Message, Overlay, ReviewState} from './review-state.ts'

/** What becomes of a session by an event. */
export type Advance =
  | {readonly outcome: 'moved'; readonly session: SessionState}
  /** The event means nothing now. */
  | {readonly outcome: 'unmoved'}
  /** The collection refused; nothing has happened. */
  | {readonly outcome: 'refused'; readonly message: Message}

/** Let an event happen: first in the collection, then in the session. Throws what `perform` throws unless it is a `UserError`. */
export function advance(
  {context, perform}: ReviewControllerOptions,
  session: SessionState,
  event: SessionEvent,
): Advance {
  const [next, effects] = transition(session, event, context)
  if (next === session && effects.length === 0) return {outcome: 'unmoved'}
  try {
    if (effects.length > 0) perform(effects)
  } catch (error) {
    return {outcome: 'refused', message: refusalOf(error)}
  }
  return {outcome: 'moved', session: next}
}

/** What to say of what could not be done. Throws on what is no `UserError`. */
export function refusalOf(error: unknown): Message {
  if (!isUserError(error)) throw error
  return {tone: 'bad', text: error.message, hint: error.hint}
}

type Lasting = Pick<ReviewState, 'mode' | 'showTimer' | 'goal' | 'preferences'>

/** A session state as it is first shown. */
export function entered(
  options: ReviewControllerOptions,
  {mode, showTimer, goal, preferences}: Lasting,
  session: SessionState,
  moment: Moment,
): ReviewState {
  return {
    mode,
    showTimer,
    goal,
    preferences,
    session,
    moment,
    askedAt: moment.at,
    costs: options.costs,
    reveal: session.kind === 'answering' ? WHOLE : HIDDEN,
    isHinted: false,
    typed: undefined,
    preview: previewAt(options, session, moment),
    ...whatComes(options, session),
    place: undefined,
    overlay: goal.stage === 'reached' ? undefined : firstOverlay({preferences}, session),
  }
}

/** Where nothing is to be asked, what comes next. What led here is done, whether that can be read or not. */
function whatComes(
  {readNextDue}: ReviewControllerOptions,
  {kind}: SessionState,
): Pick<ReviewState, 'nextDue' | 'message'> {
  if (kind !== 'waiting' && kind !== 'finished') return {nextDue: undefined, message: undefined}
  try {
    return {nextDue: readNextDue(), message: undefined}
  } catch (error) {
    return {nextDue: undefined, message: refusalOf(error)}
  }
}

/** A session state after which the same card may still be asked: then what is shown of it stays as it is. */
export function settled(
  options: ReviewControllerOptions,
  state: ReviewState,
  session: SessionState,
  moment: Moment,
): ReviewState {
  const before = currentCard(state.session)
  const now = currentCard(session)
  if (!now || before?.id !== now.id || session.kind !== state.session.kind) {
    return entered(options, state, session, moment)
  }
  const isSameText = before.content === now.content
  const fresh = isSameText ? {} : {reveal: session.kind === 'answering' ? WHOLE : HIDDEN}
  const preview = previewAt(options, session, moment)
  return {...state, ...fresh, session, moment, preview, message: undefined}
}

/** What is open when a question is first shown: where answers are typed, what they are typed into. */
export function firstOverlay(
  {preferences}: Pick<ReviewState, 'preferences'>,
  session: SessionState,
): Overlay | undefined {
  return preferences.typeAnswers && session.kind === 'asking'
    ? {kind: 'prompt', prompt: ANSWER_PROMPT}
    : undefined
}

/** What each rating leads to, where there is one to give. */
export function previewAt(
  {context}: ReviewControllerOptions,
  session: SessionState,
  moment: Moment,
): ReviewState['preview'] {
  return session.kind === 'answering' ? previewOf(session, moment, context) : undefined
}

/** The same state later. */
export function at(
  options: ReviewControllerOptions,
  state: ReviewState,
  moment: Moment,
): ReviewState {
  return {...state, moment, preview: previewAt(options, state.session, moment)}
}

/** The state after a time that counts neither for the card nor for the session. */
export function afterStandstill(
  options: ReviewControllerOptions,
  state: ReviewState,
  since: Instant,
): ReviewState {
  const now = options.clock()
  // The end of a pause takes all of it away.
  if (state.overlay?.kind === 'paused') return at(options, state, now)
  const passed = now.at - since
  const later = (instant: Instant) => Math.min(now.at, instant + passed) as Instant
  const {askedAt, goal} = state
  return {
    ...at(options, state, now),
    askedAt: later(askedAt),
    goal: {...goal, startedAt: later(goal.startedAt)},
  }
}
