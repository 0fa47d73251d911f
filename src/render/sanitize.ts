import {UNSAFE_CHARACTERS} from '../core/unsafe-characters.ts'

const UNSAFE = new RegExp(`\\r\\n|[${UNSAFE_CHARACTERS}]`, 'gu')

/**
 * The text with nothing in it that a terminal would obey. Control characters are shown as their symbols (ESC as ␛), C1 and lone
 * surrogates as �, and what is invisible is dropped. Tab and line feed stay; every line ending becomes a line feed.
 */
export function sanitizeText(text: string): string {
  return isSafe(text) ? text : text.replace(UNSAFE, symbolOf)
}

function isSafe(text: string): boolean {
  UNSAFE.lastIndex = 0
  return !UNSAFE.test(text)
}

const SYMBOL_OF_DELETE = '\u2421'
const FIRST_SYMBOL = 0x2400

function symbolOf(unsafe: string): string {
  if (unsafe === '\r\n') return '\n'
  const code = unsafe.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(FIRST_SYMBOL + code)
  if (code === 0x7f) return SYMBOL_OF_DELETE
  if (code === 0x2028 || code === 0x2029) return '\n'
  if (code === 0xad || (code > 0x600 && code < 0xd800) || code === 0xfeff) return ''
  return '\ufffd'
}
