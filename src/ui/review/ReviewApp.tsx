import {useApp, useInput, usePaste} from 'ink'
import {useEffect, useEffectEvent, useState, useSyncExternalStore} from 'react'
import {keyNamesOf} from '../keys/key-names.ts'
import {createRepeatWatch} from '../keys/key-repeat.ts'
import {commandForKey, INTERRUPT, obeyedKeys} from '../keys/keymap.ts'
import type {FaceLines} from '../looks/faces.ts'
import {layoutOf, type Size} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {placeAt} from '../text/place.ts'
import {type Scroll, topAfter} from '../text/viewport.ts'
import {Frame} from '../views/Frame.tsx'
import {screenOf} from '../views/screen.ts'
import {countParts} from './answer-parts.ts'
import type {KeyCommand} from './commands.ts'
import type {ReviewController} from './controller.ts'
import {sceneOf} from './review-state.ts'
import {tickDelayOf} from './ticks.ts'

/** Calls back once after the delay. Returns what prevents that. */
export type Timer = (delayMs: number, run: () => void) => () => void

interface ReviewAppProps {
  readonly controller: ReviewController
  readonly size: Size
  readonly look: Look
  readonly faceLines: FaceLines
  readonly timer: Timer
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/** The review: state from the controller, keys to the controller, a frame for every state. */
export function ReviewApp({controller, size, look, faceLines, timer, now}: ReviewAppProps) {
  const {exit} = useApp()
  const state = useSyncExternalStore(controller.subscribe, controller.getState)
  const {align, keymap} = state.preferences
  const [isRepeated] = useState(() => createRepeatWatch(now))
  const layout = layoutOf(size, align)
  const screen = screenOf(state, layout, look, faceLines)

  /** Does what a key asks for. */
  const obey = (command: KeyCommand): void => {
    switch (command.type) {
      case 'leave':
        exit('left')
        return
      case 'edit':
      case 'open-image':
        controller.attend(command.type).catch(fail)
        return
      case 'scroll':
        scroll(command.by)
        return
      case 'show-all':
      case 'mode': {
        // What is read stays where it is.
        const {text, viewport} = present()
        const place = placeAt(text, viewport.top, layout.width)
        if (sceneOf(controller.getState()) === 'points') {
          controller.dispatch({type: 'scroll-to', place})
        }
        controller.dispatch(command)
        return
      }
      default:
        controller.dispatch(command)
    }
  }

  /** Several keys may arrive at once: what is on the screen is not what the second of them meets. */
  const present = () => screenOf(controller.getState(), layout, look, faceLines)

  const scroll = (by: Scroll): void => {
    const {scene, text, viewport} = present()
    if (scene === 'outline') controller.dispatch({type: 'move', by, page: viewport.height})
    else {
      const place = placeAt(text, topAfter(viewport, by), layout.width)
      controller.dispatch({type: 'scroll-to', place})
    }
  }

  const fail = (error: unknown): void => {
    exit(error instanceof Error ? error : new Error(String(error)))
  }

  /** Thrown on, an error would end the process with the terminal as it is. */
  const guarded = (run: () => void) => {
    try {
      run()
    } catch (error) {
      fail(error)
    }
  }

  useInput((input, key) => {
    guarded(() => {
      const names = keyNamesOf(input, key)
      const isPrompt = sceneOf(controller.getState()) === 'prompt'
      for (const name of isPrompt ? names : obeyedKeys(keymap, names)) {
        if (name === INTERRUPT) return exit('interrupted')
        const isHeld = isRepeated(name)
        const scene = sceneOf(controller.getState())
        if (scene === 'prompt') controller.dispatch({type: 'prompt-key', key: name})
        else {
          const command = commandForKey(keymap, name, scene)
          // Held down, the key that shows answers would rate one after the other, and none of them read.
          const isAnswerUnread =
            isHeld && commandForKey(keymap, name, 'question')?.type === 'reveal'
          if (command && !(isAnswerUnread && isRating(command))) obey(command)
          if (command?.type === 'leave') return
        }
      }
    })
  })

  // Pasted text is no key: a paste by mistake must not rate cards. What is being typed takes it.
  usePaste(text => guarded(() => controller.dispatch({type: 'prompt-text', text})))

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
  const {session, mode} = state
  useEffect(() => {
    if (session.kind !== 'asking') return
    return onTimer(0, () => {
      faceLines(session.card, 'back', layout.width)
      countParts(session.card, mode)
    })
  }, [session, faceLines, layout.width, mode])

  return <Frame screen={screen} layout={layout} look={look} />
}

function isRating({type}: KeyCommand): boolean {
  return type === 'rate' || type === 'confirm'
}
