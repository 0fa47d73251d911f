import {onTestFinished} from 'vitest'
import {DEFAULT_DISPLAY} from '../../src/core/display-settings.ts'
import type {Queue} from '../../src/core/queue.ts'
import type {SessionContext} from '../../src/core/session.ts'
import {startSession} from '../../src/core/session.ts'
import type {SessionEffect} from '../../src/core/session-effects.ts'
import type {NextDue} from '../../src/core/session-summary.ts'
import type {StudyDay} from '../../src/core/time.ts'
import type {Size} from '../../src/ui/looks/layout.ts'
import type {LookOptions} from '../../src/ui/looks/look.ts'
import {createController} from '../../src/ui/review/controller.ts'
import {type PreferenceSettings, preferencesOf} from '../../src/ui/review/preferences.ts'
import type {Timer} from '../../src/ui/review/ReviewApp.tsx'
import type {ReviewControllerOptions} from '../../src/ui/review/review-options.ts'
import {type ReviewRun, runReview} from '../../src/ui/review/run-review.ts'
import {countedIds, makeContext, minutesIn, TODAY} from './ui-cards.ts'
import {openScreen} from './ui-terminal.ts'

export interface ReviewSetup {
  readonly queue: Partial<Queue>
  readonly size?: Size
  readonly context?: SessionContext
  readonly nextDue?: NextDue
  readonly look?: Partial<LookOptions>
  readonly images?: ReviewRun['images']
  /** Called before effects are taken as done; may throw. */
  readonly perform?: (effects: readonly SessionEffect[]) => void
  /** What the learner has set; the usual where it is left out. */
  readonly settings?: Partial<PreferenceSettings>
  /** Between one key and the next; a second unless given. */
  readonly keyEveryMs?: number
  /** What else the review begins with, and can reach. */
  readonly options?: Partial<ReviewControllerOptions>
}

const SETTINGS: PreferenceSettings = {...DEFAULT_DISPLAY}

const TOMORROW: NextDue = {kind: 'day', due: (TODAY + 1) as StudyDay, cards: 8}

/** A controller over a clock of one’s own, its effects kept. */
export function makeController({
  queue,
  context = makeContext(),
  nextDue = TOMORROW,
  perform,
  settings = {},
  options = {},
}: ReviewSetup) {
  const effects: SessionEffect[] = []
  let minutes = 0
  const clock = () => minutesIn(minutes)
  const session = startSession(
    {queue: {learning: [], main: [], ...queue}, moment: clock()},
    context,
  )
  const controller = createController({
    session,
    context,
    clock,
    newEntryId: countedIds(),
    readNextDue: () => nextDue,
    perform: done => {
      perform?.(done)
      effects.push(...done)
    },
    preferences: preferencesOf({...SETTINGS, ...settings}),
    ...options,
  })
  return {
    controller,
    effects,
    /** Let time pass. */
    pass: (more: number) => {
      minutes += more
    },
  }
}

/** A review on a terminal. It ends with the test at the latest. */
export function openReview(setup: ReviewSetup) {
  const screen = openScreen(setup.size)
  const made = makeController(setup)
  const abort = new AbortController()
  const waiting = new Set<() => void>()
  const timer: Timer = (_, run) => {
    waiting.add(run)
    return () => waiting.delete(run)
  }
  let pressedAt = 0
  const ended = runReview({
    controller: made.controller,
    stdin: screen.stdin,
    stdout: screen.stdout,
    look: {color: true, ascii: false, ...setup.look},
    images: setup.images,
    signal: abort.signal,
    timer,
    // Keys are pressed as slowly as a learner does, unless they are held down.
    now: () => {
      pressedAt += setup.keyEveryMs ?? 1_000
      return pressedAt
    },
  })
  // Whoever is interested in the error awaits `ended`.
  ended.catch(() => {})
  onTestFinished(async () => {
    abort.abort()
    await ended.catch(() => {})
  })
  return {
    ...made,
    screen,
    ended,
    abort: () => abort.abort(),
    /** What waits for its time gets it now. */
    fireTimers: () => {
      const due = [...waiting]
      waiting.clear()
      for (const run of due) run()
    },
    timers: () => waiting.size,
  }
}
