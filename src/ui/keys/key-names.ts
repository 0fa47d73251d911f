import type {Key} from 'ink'

const NAMED = [
  ['return', 'enter'],
  ['escape', 'escape'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageDown', 'pagedown'],
  ['pageUp', 'pageup'],
  ['home', 'home'],
  ['end', 'end'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const satisfies readonly (readonly [keyof Key, string])[]

/**
 * The names, as the keymap has them, of the keys that Ink reports at once: usually one, several when they were typed
 * faster than they were read.
 */
export function keyNamesOf(input: string, key: Key): readonly string[] {
  if (key.eventType === 'release') return []
  const named = NAMED.find(([field]) => key[field])
  if (named) return [named[1]]
  if (key.meta || key.super || key.hyper) return []
  if (key.ctrl) return [`ctrl-${input}`]
  return [...input].map(nameOfCharacter)
}

/** The name of a key that sends a character. */
export function nameOfCharacter(character: string): string {
  switch (character) {
    case ' ':
      return 'space'
    case '\r':
    case '\n':
      return 'enter'
    case '\t':
      return 'tab'
    case '\b':
    case '\u007f':
      return 'backspace'
    default:
      return nameOfControl(character) ?? character
  }
}

/** Ctrl and a letter, where Ink left it among other characters. */
function nameOfControl(character: string): string | undefined {
  const code = character.charCodeAt(0)
  return code >= 1 && code <= 26 ? `ctrl-${String.fromCharCode(code + 96)}` : undefined
}

/** A key by the name that is on it. */
export function shownKey(name: string): string {
  return name === 'escape' ? 'esc' : name
}
