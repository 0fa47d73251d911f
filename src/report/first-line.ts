import {sanitizeText} from '../render/sanitize.ts'

/** The first line of a text that says something, safe for a terminal. */
export function firstLine(text: string): string {
  const lines = sanitizeText(text).split('\n')
  return (lines.find(line => line.trim() !== '') ?? '').trim()
}
