/**
 * A value as JSON, indented by two. Control and direction characters that JSON allows as they are become escapes too, so that
 * text of a document cannot command a terminal.
 */
export function formatJson(value: unknown): string {
  const unsafe = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g
  const text = JSON.stringify(value, null, 2).replace(
    unsafe,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `${text}\n`
}
