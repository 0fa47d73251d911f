import {earlyKeys} from '../keys/early-keys.ts'
import {nameOfCharacter} from '../keys/key-names.ts'
import {commandForKey} from '../keys/keymap.ts'
import {Drawn} from '../looks/Drawn.tsx'
import type {Drawing} from '../looks/drawing.ts'
import type {HeldTerminal} from '../terminal/held-terminal.ts'
import type {Lending} from '../terminal/lending.ts'
import {runOnScreen} from '../terminal/terminal-screen.tsx'
import type {ReviewController} from './controller.ts'
import {ReviewApp, type Timer} from './ReviewApp.tsx'
import {sceneOf} from './review-state.ts'

export interface ReviewShow {
  readonly controller: ReviewController
  readonly held: HeldTerminal
  readonly drawing: Drawing
  readonly lending: Lending | undefined
  readonly timer: Timer
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  readonly signal: AbortSignal | undefined
  /** What is on the screen of the review at present, as text. */
  readonly frame: () => string
}

/** The part of the review that needs Ink. */
export function showReview(show: ReviewShow): Promise<'left' | 'interrupted' | 'aborted'> {
  const {controller, held, drawing, lending, timer, now, signal, frame} = show
  const {stdin, stdout, jobs} = held
  return runOnScreen<'left' | 'interrupted'>({
    stdin,
    stdout,
    jobs,
    signal,
    held,
    frame,
    early: typed => obeyEarly(controller, typed),
    aside: controller.whileStopped,
    ask: drawing.question,
    app: ({size, suspend}) => {
      lending?.lendBy(suspend)
      return (
        <Drawn drawing={drawing}>
          {({look, faceLines}) => (
            <ReviewApp
              controller={controller}
              size={size}
              look={look}
              faceLines={faceLines}
              timer={timer}
              now={now}
            />
          )}
        </Drawn>
      )
    },
  })
}

/** The answer, where nothing but that was asked for, is shown before Ink is ready. Gives what is left to be obeyed. */
function obeyEarly(controller: ReviewController, typed: string): string {
  const state = controller.getState()
  const keys = earlyKeys(typed, state)
  const [key = '', ...others] = [...keys]
  const command = commandForKey(state.preferences.keymap, nameOfCharacter(key), sceneOf(state))
  if (others.length > 0 || command?.type !== 'reveal') return keys
  controller.dispatch({type: 'reveal'})
  return ''
}
