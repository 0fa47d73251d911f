import {nameOfCharacter} from './key-names.ts'
import {commandForKey} from './keymap.ts'
import {type ReviewState, sceneOf} from './review-state.ts'

/**
 * What is to be obeyed of what was typed while nothing could answer yet: all up to the key that shows the answer. What follows it
 * would rate an answer that nobody has seen.
 */
export function earlyKeys(typed: string, state: ReviewState): string {
  const {keymap} = state.preferences
  const scene = sceneOf(state)
  let kept = ''
  for (const character of typed) {
    kept += character
    const command = commandForKey(keymap, nameOfCharacter(character), scene)
    if (command?.type === 'reveal' || command?.type === 'show-all') break
  }
  return kept
}
