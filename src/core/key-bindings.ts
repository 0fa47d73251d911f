import {
  type ActionName,
  isActionName,
  KEY_ACTIONS,
  type KeyBinding,
  scenesOf,
} from './key-actions.ts'
import {KEY_PRESETS} from './key-presets.ts'
import {keymapOf, unreachableActions} from './keymap.ts'

export type ParsedBindings =
  | {readonly outcome: 'read'; readonly bindings: readonly KeyBinding[]}
  /** Sentences for the learner, at least one. */
  | {readonly outcome: 'refused'; readonly problems: readonly string[]}

/** Keys that have a name rather than a character. */
const NAMED_KEYS: readonly string[] = [
  ...['space', 'enter', 'escape', 'tab', 'backspace', 'delete'],
  ...['up', 'down', 'left', 'right', 'pageup', 'pagedown', 'home', 'end'],
]

/** Other words for them, and characters that the text itself is written with. */
const ALIASES: Readonly<Record<string, string>> = {
  esc: 'escape',
  return: 'enter',
  del: 'delete',
  pgup: 'pageup',
  pgdn: 'pagedown',
  comma: ',',
  semicolon: ';',
  equals: '=',
}

/** Keys that a terminal sends as another one, or that mean something to it, or to the program, everywhere. */
const RESERVED: Readonly<Record<string, string>> = {
  'ctrl-c': 'always leaves the review',
  'ctrl-z': 'always stops the program',
  'ctrl-h': 'is the same as backspace to a terminal',
  'ctrl-i': 'is the same as tab to a terminal',
  'ctrl-j': 'is the same as enter to a terminal',
  'ctrl-m': 'is the same as enter to a terminal',
}

/**
 * The learner’s own keys from a text such as `undo=z,backspace; suspend=ctrl-s; flag=none`. An empty text is none. Refused: what
 * is no action or no key, one key for two actions that can be asked for at the same time, and what leaves an action that a review
 * needs without a key, in whichever preset.
 */
export function parseKeyBindings(text: string): ParsedBindings {
  const problems: string[] = []
  const bindings: KeyBinding[] = []
  for (const part of text.split(/[;\n]/).map(each => each.trim())) {
    if (part === '') continue
    const [, name = '', keys = ''] = /^([^=]*?)\s*=\s*(.*)$/.exec(part) ?? [part, part]
    if (!isActionName(name)) {
      problems.push(`There is no action “${name}”. The actions are ${namesOfActions()}.`)
    } else if (bindings.some(({action}) => action === name)) {
      problems.push(`There are two lists of keys for ${name}.`)
    } else {
      const read = readKeys(name, keys)
      problems.push(...read.problems)
      bindings.push({action: name, keys: read.keys})
    }
  }
  if (problems.length === 0 && bindings.length > 0) {
    problems.push(...collisionsOf(bindings), ...lossesOf(bindings))
  }
  return problems.length === 0 ? {outcome: 'read', bindings} : {outcome: 'refused', problems}
}

function readKeys(action: ActionName, text: string) {
  const words = text.split(/[\s,]+/).filter(Boolean)
  if (words.length === 0) {
    return {keys: [], problems: [`Say a key for ${action}, or “none”: ${action}=none.`]}
  }
  if (words.length === 1 && words[0]?.toLowerCase() === 'none') return {keys: [], problems: []}
  const keys: string[] = []
  const problems: string[] = []
  for (const word of words) {
    const key = keyNamed(word)
    if (key === undefined) {
      problems.push(
        `“${word}” is no key. A key is one character, ctrl and a letter (ctrl-s), or one of ${NAMED_KEYS.join(', ')}.`,
      )
    } else if (RESERVED[key]) problems.push(`${key} ${RESERVED[key]}; it cannot be ${action}.`)
    else keys.push(key)
  }
  return {keys: [...new Set(keys)], problems}
}

function keyNamed(word: string): string | undefined {
  if (/^[^\s\p{C}]$/u.test(word)) return word
  const name = word.toLowerCase()
  const control = /^(?:ctrl|control|c)[-+]([a-z])$/.exec(name)
  if (control) return `ctrl-${control[1]}`
  const key = ALIASES[name] ?? name
  return NAMED_KEYS.includes(key) || key.length === 1 ? key : undefined
}

function collisionsOf(bindings: readonly KeyBinding[]): readonly string[] {
  return bindings.flatMap((binding, index) =>
    bindings.slice(index + 1).flatMap(other => {
      const scenes = scenesOf(binding.action)
      if (!scenesOf(other.action).some(scene => scenes.includes(scene))) return []
      return binding.keys
        .filter(key => other.keys.includes(key))
        .map(key => `${key} cannot be both ${binding.action} and ${other.action}.`)
    }),
  )
}

function lossesOf(bindings: readonly KeyBinding[]): readonly string[] {
  const lost = KEY_PRESETS.flatMap(preset =>
    unreachableActions(keymapOf({preset, buttons: 4, bindings})),
  )
  return [...new Set(lost)].map(action => `There would be no key left for ${action}.`)
}

function namesOfActions(): string {
  return KEY_ACTIONS.map(({name}) => name).join(', ')
}
