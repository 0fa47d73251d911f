import type {Card} from '../../core/card.ts'
import {cardIdsOf, currentCard} from '../../core/session-state.ts'
import type {Instant} from '../../core/time.ts'
import {advance, afterStandstill, entered, refusalOf, settled} from './advance.ts'
import type {ReviewCommand} from './commands.ts'
import {nextState} from './next-state.ts'
import {DEFAULT_PREFERENCES} from './preferences.ts'
import type {ReviewControllerOptions} from './review-options.ts'
import type {Message, ReviewState} from './review-state.ts'

export interface ReviewController {
  readonly getState: () => ReviewState
  /** Calls back after every change of state. Returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void
  /** Throws what the collection throws unless it is a `UserError`, which is shown instead. The state stays as it was. */
  readonly dispatch: (command: ReviewCommand) => void
  /**
   * Does with the present card what takes its time; its clock stands still meanwhile. Rejects as `dispatch` throws. Asked again
   * before it is done, it does nothing.
   */
  readonly attend: (task: ReviewTask) => Promise<void>
  /** Lets the clock of the card stand still while the program is stopped. Rejects as `run` does. */
  readonly whileStopped: (run: () => Promise<void>) => Promise<void>
}

/** What is done with the present card outside the review. */
export type ReviewTask = 'edit' | 'open-image'

/** Holds the state of a review. Effects come first: what the screen shows as done is done. */
export function createController(options: ReviewControllerOptions): ReviewController {
  const {clock, preferences = DEFAULT_PREFERENCES, limits = {}} = options
  const listeners = new Set<() => void>()
  const start = clock()
  let state = entered(
    options,
    {
      preferences,
      mode: preferences.revealMode,
      showTimer: preferences.showTimer,
      goal: {limits, startedAt: start.at, stage: 'ahead'},
    },
    options.session,
    start,
  )
  let isAttending = false

  const set = (next: ReviewState): void => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }
  const say = (message: Message): void => set({...state, message})
  const sayRefusal = (error: unknown): void => say(refusalOf(error))
  const sayPlainly = (text: string): void => {
    if (text !== '') say({tone: 'info', text, hint: undefined})
  }

  const edit = async (card: Card): Promise<void> => {
    if (!options.edit) return sayPlainly('Cards cannot be edited here.')
    const {change, message} = await options.edit(card, cardIdsOf(state.session))
    if (change) {
      const moment = clock()
      const advanced = advance(options, state.session, {type: 'edited', moment, ...change})
      if (advanced.outcome === 'moved') set(settled(options, state, advanced.session, moment))
    }
    sayPlainly(message)
  }

  const openImage = async (card: Card): Promise<void> => {
    if (!options.openImage) return sayPlainly('Images cannot be opened here.')
    const side = state.session.kind === 'asking' ? 'front' : 'back'
    sayPlainly(await options.openImage(card, side))
  }

  const standStill = (since: Instant): void => set(afterStandstill(options, state, since))

  return {
    getState: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispatch: command => {
      try {
        set(nextState(options, state, command))
      } catch (error) {
        sayRefusal(error)
      }
    },
    attend: async task => {
      const card = currentCard(state.session)
      if (!card || isAttending) return
      isAttending = true
      const since = clock().at
      try {
        await (task === 'edit' ? edit(card) : openImage(card))
      } catch (error) {
        sayRefusal(error)
      } finally {
        isAttending = false
        standStill(since)
      }
    },
    whileStopped: async run => {
      const since = clock().at
      try {
        await run()
      } finally {
        standStill(since)
      }
    },
  }
}
