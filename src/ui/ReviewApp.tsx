import {useApp, useInput, usePaste} from 'ink'
import {useEffect, useEffectEvent, useSyncExternalStore} from 'react'
import type {ReviewController} from './controller.ts'
import {Frame} from './Frame.tsx'
import type {FaceLines} from './faces.ts'
import {keyNamesOf} from './key-names.ts'
import {commandForKey, type KeyCommand, obeyedKeys} from './keymap.ts'
import {layoutOf, type Size} from './layout.ts'
import type {Look} from './look.ts'
import {sceneOf, screenOf} from './screen.ts'
import {tickDelayOf} from './ticks.ts'
import {topAfter} from './viewport.ts'

/** Calls back once after the delay. Returns what prevents that. */
export type Timer = (delayMs: number, run: () => void) => () => void

interface ReviewAppProps {
  readonly controller: ReviewController
  readonly size: Size
  readonly look: Look
  readonly faceLines: FaceLines
  readonly timer: Timer
}

/** The review: state from the controller, keys to the controller, a frame for every state. */
export function ReviewApp({controller, size, look, faceLines, timer}: ReviewAppProps) {
  const {exit} = useApp()
  const layout = layoutOf(size)
  const state = useSyncExternalStore(controller.subscribe, controller.getState)
  const screen = screenOf(state, layout, look, faceLines)

  /** Does what a key asks for. Returns whether the review goes on. */
  const obey = (command: KeyCommand): boolean => {
    switch (command.type) {
      case 'leave':
        exit(command.how)
        return false
      case 'scroll': {
        // Several keys may arrive at once: what is on the screen is not what the second of them meets.
        const {viewport} = screenOf(controller.getState(), layout, look, faceLines)
        controller.dispatch({type: 'scroll-to', top: topAfter(viewport, command.by)})
        return true
      }
      case 'reveal':
      case 'rate':
      case 'undo':
      case 'help':
        controller.dispatch(command)
        return true
    }
  }

  /** Thrown on, an error would end the process with the terminal as it is. */
  const guarded = (run: () => void) => {
    try {
      run()
    } catch (error) {
      exit(error instanceof Error ? error : new Error(String(error)))
    }
  }

  useInput((input, key) => {
    guarded(() => {
      for (const name of obeyedKeys(keyNamesOf(input, key))) {
        const command = commandForKey(name, sceneOf(controller.getState()))
        if (command && !obey(command)) return
      }
    })
  })

  // Pasted text is no key: a paste by mistake must not rate cards.
  usePaste(() => {})

  const onTimer = useEffectEvent((delayMs: number, run: () => void) =>
    timer(delayMs, () => guarded(run)),
  )

  useEffect(() => {
    const delayMs = tickDelayOf(state)
    return delayMs === undefined
      ? undefined
      : onTimer(delayMs, () => controller.dispatch({type: 'tick'}))
  }, [state, controller])

  // While the question is read, so that its reveal is instant however long the answer is.
  const {session} = state
  useEffect(() => {
    if (session.kind !== 'asking') return
    return onTimer(0, () => faceLines(session.card, 'back', layout.width))
  }, [session, faceLines, layout.width])

  return <Frame screen={screen} layout={layout} look={look} />
}
