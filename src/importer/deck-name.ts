import type {DeckName} from '../core/note.ts'

/** A deck name from what an author wrote: parts trimmed, empty ones dropped; undefined where nothing is left. */
export function deckNameOf(text: string): DeckName | undefined {
  const parts = text
    .split('::')
    .map(part => part.trim())
    .filter(part => part !== '')
  return parts.length === 0 ? undefined : (parts.join('::') as DeckName)
}

/** Tags of a list, or of a string in which commas, or else blanks, part them; each may begin with `#`. */
export function tagsFrom(value: unknown): readonly string[] {
  const given = Array.isArray(value)
    ? value.map(item => (isNamed(item) ? String(item) : ''))
    : isNamed(value)
      ? splitTags(String(value))
      : []
  const tags = given
    .map(tag => tag.trim().replace(/^#+/, '').replace(/\s+/g, '-'))
    .filter(tag => tag !== '')
  return [...new Set(tags)]
}

const isNamed = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'

function splitTags(text: string): string[] {
  return text.includes(',') ? text.split(',') : text.trim().split(/\s+/)
}
