import type {Variant} from './card.ts'
import type {ParsedDocument} from './document.ts'
import {variantsOf} from './faces.ts'
import {
  type Candidate,
  type Matching,
  matchAcross,
  matchByWords,
  startMatching,
} from './identity.ts'
import {matchByLikeness} from './identity-edited.ts'
import type {DeckName, NoteContent, NoteId, ParsedNote} from './note.ts'
import type {Instant} from './time.ts'

/** A document as it was read for this import. */
export interface ImportedDocument {
  /** As stored: the identity of the source. */
  readonly path: string
  /** Of the document’s bytes. */
  readonly hash: string
  /** The deck of the notes that name none themselves. */
  readonly deck: DeckName
  readonly parsed: ParsedDocument
}

/** A source as the last import left it. */
export interface StoredSource {
  readonly path: string
  readonly hash: string
  readonly deck: DeckName
  readonly layout: string
  readonly importedAt: Instant
}

/** A note as the last import left it. */
export interface StoredNote extends Candidate {
  readonly id: NoteId
  readonly sourcePath: string
  readonly line: number
  readonly endLine: number
  readonly deck: DeckName
  readonly content: NoteContent
  readonly tags: readonly string[]
}

/** What an import has to know of the collection. */
export interface ImportSnapshot {
  /** Those among the imported documents that are known already. */
  readonly sources: readonly StoredSource[]
  /** The notes of these sources, and all absent notes of others. */
  readonly notes: readonly StoredNote[]
}

/**
 * What becomes of a note. `moved`: the same words in another source, deck or section; `changed`: other words or tags;
 * `returned`: was absent before, with or without changes.
 */
export type NoteStatus = 'new' | 'changed' | 'unchanged' | 'moved' | 'returned'

export interface PlannedNote {
  readonly id: NoteId
  readonly status: NoteStatus
  /** The document’s reading of it. */
  readonly note: ParsedNote
  readonly deck: DeckName
  /** Among the notes of its source, counted from 0. */
  readonly position: number
  /** The cards that the note has from now on; any other cards of it become absent. */
  readonly variants: readonly Variant[]
  /** The note as it was; none for a new one. */
  readonly previous?: StoredNote
}

export type PlannedDocument =
  | {
      readonly outcome: 'read'
      readonly document: ImportedDocument
      /** The source as the plan found it; none for a new one. */
      readonly previous?: StoredSource
      /** In the order of the document, one for each parsed note. */
      readonly notes: readonly PlannedNote[]
      /** Notes of this source that are in no imported document any more. */
      readonly absent: readonly StoredNote[]
    }
  /** The document has errors, so what is stored of it stays as it was. */
  | {readonly outcome: 'kept'; readonly document: ImportedDocument}

/** All that an import changes, to be shown or applied. */
export interface ImportPlan {
  /** In the order in which they were given. */
  readonly documents: readonly PlannedDocument[]
}

/**
 * Finds out which stored note each note of the documents is: by the author’s id, else the same words, the same question,
 * the same words in another source, the same answer, or likeness. What is stored but not found becomes absent.
 *
 * Time is linear in the size of the documents. Planning twice gives a plan in which everything is unchanged.
 * @param documents each path at most once
 */
export function planImport(
  documents: readonly ImportedDocument[],
  snapshot: ImportSnapshot,
  newNoteId: () => NoteId,
): ImportPlan {
  const sources = new Map(snapshot.sources.map(source => [source.path, source]))
  const stored = bySource(snapshot.notes)
  const matchings = new Map<ImportedDocument, Matching<StoredNote>>()
  const paths = new Set<string>()
  for (const document of documents) {
    paths.add(document.path)
    if (hasErrors(document)) continue
    const matching = startMatching(document.parsed.notes, stored.get(document.path) ?? [])
    matchByWords(matching)
    matchings.set(document, matching)
  }
  const elsewhere = snapshot.notes.filter(note => note.isAbsent && !paths.has(note.sourcePath))
  matchAcross([...matchings.values()], elsewhere)
  for (const matching of matchings.values()) matchByLikeness(matching)
  return {
    documents: documents.map((document): PlannedDocument => {
      const matching = matchings.get(document)
      if (!matching) return {outcome: 'kept', document}
      const previous = sources.get(document.path)
      return {
        outcome: 'read',
        document,
        ...(previous && {previous}),
        notes: document.parsed.notes.map((note, position) =>
          planNote(note, position, document, matching.matches[position], newNoteId),
        ),
        absent: [...matching.left].filter(note => !note.isAbsent),
      }
    }),
  }
}

function bySource(notes: readonly StoredNote[]): ReadonlyMap<string, readonly StoredNote[]> {
  const lists = new Map<string, StoredNote[]>()
  for (const note of notes) {
    const list = lists.get(note.sourcePath)
    if (list) list.push(note)
    else lists.set(note.sourcePath, [note])
  }
  return lists
}

function hasErrors({parsed}: ImportedDocument): boolean {
  return parsed.diagnostics.some(({severity}) => severity === 'error')
}

function planNote(
  note: ParsedNote,
  position: number,
  document: ImportedDocument,
  previous: StoredNote | undefined,
  newNoteId: () => NoteId,
): PlannedNote {
  const deck = note.deck ?? document.deck
  return {
    id: previous?.id ?? newNoteId(),
    status: previous ? statusOf(previous, note, deck, document.path) : 'new',
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
