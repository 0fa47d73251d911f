import type {ActionName, Scene} from '../../core/key-actions.ts'
import {actionForKey, type Keymap} from '../../core/keymap.ts'
import {commandOf, type KeyCommand} from '../review/commands.ts'

/** Leaves from everywhere, and cannot be bound to anything else. */
export const INTERRUPT = 'ctrl-c'

/** What a key asks for in a scene; `undefined` where it asks for nothing. */
export function commandForKey(
  keymap: Keymap,
  key: string,
  scene: Scene | 'prompt',
): KeyCommand | undefined {
  if (scene === 'prompt') return undefined
  const action = actionForKey(keymap, key, scene)
  return action && commandOf(action)
}

/** They open a line to type text into. */
const ASKING: readonly ActionName[] = ['type', 'tag', 'search']

/**
 * The keys to obey of those that arrived at once: all, or none where there are several and one of them is no key of the review.
 * They were not typed then: a terminal has said something, or a text was dropped. What follows a key that asks for a text may be
 * any text of one line.
 */
export function obeyedKeys(keymap: Keymap, keys: readonly string[]): readonly string[] {
  const isBound = (key: string) => key === INTERRUPT || keymap.some(bound => bound.key === key)
  const [first] = keys
  const isText =
    keymap.some(({key, action}) => key === first && ASKING.includes(action)) &&
    !keys.slice(0, -1).includes('enter')
  return keys.length === 1 || isText || keys.every(isBound) ? keys : []
}
