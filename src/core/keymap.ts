import {type ActionName, KEY_ACTIONS, type KeyBinding, type Scene, scenesOf} from './key-actions.ts'
import {type KeyPreset, presetRows} from './key-presets.ts'

/** One key in one scene. */
export interface BoundKey {
  readonly scene: Scene
  readonly key: string
  readonly action: ActionName
}

/** What every key does, scene by scene: no key twice in one scene. */
export type Keymap = readonly BoundKey[]

export interface KeymapOptions {
  readonly preset: KeyPreset
  readonly buttons: 2 | 4
  /** The learner’s own. An action that is in it has these keys and no others, and takes them from other actions. */
  readonly bindings?: readonly KeyBinding[]
}

/** The keys of a preset with the learner’s own in their place. */
export function keymapOf({preset, buttons, bindings = []}: KeymapOptions): Keymap {
  const own = bindings.map(({action, keys}) => ({action, keys, scenes: scenesOf(action)}))
  const bound = new Set(bindings.map(({action}) => action))
  const rest = presetRows(preset, buttons).filter(({action}) => !bound.has(action))
  const keymap: BoundKey[] = []
  const taken = new Set<string>()
  for (const {action, keys, scenes = scenesOf(action)} of [...own, ...rest]) {
    for (const scene of scenes) {
      for (const key of keys) {
        const place = `${scene} ${key}`
        if (!taken.has(place)) keymap.push({scene, key, action})
        taken.add(place)
      }
    }
  }
  return keymap
}

/** What a key does in a scene; `undefined` where it does nothing. */
export function actionForKey(keymap: Keymap, key: string, scene: Scene): ActionName | undefined {
  return keymap.find(bound => bound.scene === scene && bound.key === key)?.action
}

/** The keys of an action in a scene, the one to show first; in all its scenes where none is given. */
export function keysFor(keymap: Keymap, action: ActionName, scene?: Scene): readonly string[] {
  const keys = keymap
    .filter(bound => bound.action === action && (scene === undefined || bound.scene === scene))
    .map(({key}) => key)
  return [...new Set(keys)]
}

/** Actions that a review needs, beside Ctrl-C, which always leaves. */
const NEEDED: readonly ActionName[] = ['reveal', 'again', 'good', 'close', 'leave']

/** The actions that a review needs and that have no key in one of their scenes. */
export function unreachableActions(keymap: Keymap): readonly ActionName[] {
  return KEY_ACTIONS.map(({name}) => name).filter(
    action =>
      NEEDED.includes(action) &&
      scenesOf(action).some(scene => keysFor(keymap, action, scene).length === 0),
  )
}
