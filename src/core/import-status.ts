import {variantsOf} from './faces.ts'
import type {ImportedDocument, NoteStatus, PlannedNote, StoredNote} from './import-types.ts'
import type {DeckName, NoteId, ParsedNote} from './note.ts'

/** What becomes of a note of a document, which is the given stored one or else new. */
export function planNote(
  {deck: deckOfDocument, path, parsed}: ImportedDocument,
  position: number,
  previous: StoredNote | undefined,
  newIdFor: (note: ParsedNote) => NoteId,
): PlannedNote {
  const note = parsed.notes[position] as ParsedNote
  const deck = note.deck ?? deckOfDocument
  return {
    id: previous?.id ?? newIdFor(note),
    status: previous ? statusOf(previous, note, deck, path) : 'new',
    note,
    deck,
    position,
    variants: variantsOf(note.content),
    ...(previous && {previous}),
  }
}

function statusOf(
  previous: StoredNote,
  note: ParsedNote,
  deck: DeckName,
  sourcePath: string,
): NoteStatus {
  if (previous.isAbsent) return 'returned'
  const isSame =
    isEqual(previous.content, note.content) &&
    isEqual(previous.tags, note.tags) &&
    previous.authorId === note.authorId
  if (!isSame) return 'changed'
  const isInPlace =
    previous.sourcePath === sourcePath &&
    previous.deck === deck &&
    isEqual(previous.section, note.section)
  return isInPlace ? 'unchanged' : 'moved'
}

/** Whether two values that hold nothing but text, numbers, lists and objects are the same, whatever the order of properties. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => isEqual((a as Values)[key], (b as Values)[key]))
  )
}

type Values = Readonly<Record<string, unknown>>
