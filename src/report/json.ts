import {UNSAFE_CHARACTERS} from '../core/unsafe-characters.ts'

const UNSAFE = new RegExp(`[${UNSAFE_CHARACTERS}]`, 'gu')

/**
 * A value as JSON, indented by two. Control and direction characters that JSON allows as they are become escapes too, so that
 * text of a document cannot command a terminal.
 */
export function formatJson(value: unknown): string {
  return `${escaped(JSON.stringify(value, null, 2))}\n`
}

/** A value as JSON on one line, without a line feed at its end; escaped as above. */
export function formatJsonLine(value: unknown): string {
  return escaped(JSON.stringify(value))
}

function escaped(json: string): string {
  return json.replace(
    UNSAFE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
