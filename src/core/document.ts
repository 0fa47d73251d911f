import type {Diagnostic} from './diagnostic.ts'
import type {DeckName, ParsedNote} from './note.ts'

/** What a block of a document was taken for, so that no line is lost in silence. */
export interface BlockAccount {
  /** First line, counted from 1. */
  readonly line: number
  readonly endLine: number
  readonly taken: 'card' | 'unanswered' | 'skipped'
  /** Why, in a few words: `section heading`, `table of contents`, `prose outside the layout`. */
  readonly reason: string
}

/** All that an importer read in one document. */
export interface ParsedDocument {
  /** Name of the layout or syntax that the document follows; `none` where no card was found. */
  readonly layout: string
  /** The deck that the document names for itself (front matter, header line). */
  readonly deck?: DeckName
  /** Tags that the document gives all of its notes. Already part of each note’s tags. */
  readonly tags: readonly string[]
  /** In order of their lines. */
  readonly notes: readonly ParsedNote[]
  readonly diagnostics: readonly Diagnostic[]
  /** Covers every line that is not blank, in order, without overlap. */
  readonly account: readonly BlockAccount[]
}
