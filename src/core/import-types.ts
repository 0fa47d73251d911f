import type {Variant} from './card.ts'
import type {ParsedDocument} from './document.ts'
import type {Candidate} from './identity.ts'
import type {Duplicate} from './identity-duplicates.ts'
import type {LikenessReason} from './identity-likeness.ts'
import type {DeckName, NoteContent, NoteId, ParsedNote} from './note.ts'
import type {Instant} from './time.ts'

/** A document as it was read for this import. */
export interface ImportedDocument {
  /** As stored: the identity of the source. */
  readonly path: string
  /** Of the document’s bytes and of how they were read: `fingerprintOf`. */
  readonly hash: string
  /** Of the document; a known one without a single byte is taken for a placeholder of its content. */
  readonly byteLength?: number
  /** The deck of the notes that name none themselves. */
  readonly deck: DeckName
  readonly parsed: ParsedDocument
}

/** A source as the last import left it. */
export interface StoredSource {
  readonly path: string
  /** As imported; empty where the document has to be read again whatever its bytes. */
  readonly hash: string
  readonly deck: DeckName
  readonly layout: string
  readonly importedAt: Instant
  /** Whether it holds notes that another source holds too, so that they were left out. */
  readonly holdsCopies?: true
}

/** A known source whose document is not on disk any more. Its notes may be found in the documents that are imported. */
export interface GoneSource {
  readonly path: string
  /**
   * Whether it lies below a folder that is imported: what is not found of it becomes absent. Elsewhere it may be missing for a while,
   * on a disk that is not mounted, and what is not found stays.
   */
  readonly isInImportedFolder: boolean
}

/** A note as the last import left it. */
export interface StoredNote extends Candidate {
  readonly id: NoteId
  readonly line: number
  readonly endLine: number
  readonly deck: DeckName
  readonly content: NoteContent
  readonly tags: readonly string[]
}

/** What an import has to know of the collection. */
export interface ImportSnapshot {
  /** Those among the imported documents and the vanished ones that are known already. */
  readonly sources: readonly StoredSource[]
  /** The notes of these sources, and all absent notes of others. */
  readonly notes: readonly StoredNote[]
  /** Present notes of all other sources that ask what an imported document asks. */
  readonly elsewhere?: readonly StoredNote[]
  /** Those of the ids written in imported documents that a stored note has. */
  readonly takenIds?: ReadonlySet<NoteId>
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
      /** In the order of the document, one for each parsed note that is no copy. */
      readonly notes: readonly PlannedNote[]
      /** Notes of the document that another source has already, word for word. They are not imported. */
      readonly copies: readonly ParsedNote[]
      /** Notes of this source that are in no imported document any more. */
      readonly absent: readonly StoredNote[]
    }
  /** The document has errors, or not a single byte, so what is stored of it stays as it was. */
  | {readonly outcome: 'kept'; readonly document: ImportedDocument}

/** A source whose document is gone, as the import leaves it. */
export interface PlannedGone {
  readonly previous: StoredSource
  /** The imported document that holds most of its notes now. */
  readonly renamedTo?: string
  /** Notes that become absent; none where the source lies in no imported folder. */
  readonly absent: readonly StoredNote[]
}

/** One note that is several now. */
export interface PlannedSplit {
  readonly previous: StoredNote
  /** The part that keeps the schedule. */
  readonly kept: PlannedNote
  readonly created: readonly PlannedNote[]
}

/** Several notes that are one now. */
export interface PlannedMerge {
  readonly into: PlannedNote
  /** The note with the most answers, whose schedule stays. */
  readonly kept: StoredNote
  /** They become absent. */
  readonly retired: readonly StoredNote[]
}

/** A note that may be a stored one, and may not. */
export interface Uncertain {
  /** New, unless uncertain matches are accepted. */
  readonly note: PlannedNote
  readonly sourcePath: string
  readonly candidate: StoredNote
  /** 0–1. */
  readonly likeness: number
  readonly why: LikenessReason
}

/** All that an import changes, to be shown or applied. */
export interface ImportPlan {
  /** In the order in which they were given. */
  readonly documents: readonly PlannedDocument[]
  /** The sources without a document that had notes until now. */
  readonly gone: readonly PlannedGone[]
  readonly splits: readonly PlannedSplit[]
  readonly merges: readonly PlannedMerge[]
  /** The likeliest first. */
  readonly uncertain: readonly Uncertain[]
  readonly duplicates: readonly Duplicate[]
}
