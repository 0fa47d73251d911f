import type {Root} from 'mdast'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {BlockAccount} from '../core/document.ts'
import type {DeckName, ParsedNote} from '../core/note.ts'

/** A document after decoding and repair: what every layout and every syntax reads. */
export interface SourceText {
  /** As the user named it; its ending may hint at the syntax. */
  readonly path: string
  /** With LF line ends and without a byte order mark; as many lines as the document has. */
  readonly text: string
  /** `text` split at LF; line n of the document is `lines[n - 1]`. */
  readonly lines: readonly string[]
  /** The document as mdast with positions; parsed when first asked for. */
  readonly tree: () => Root
}

/** What one layout or syntax makes of a document. */
export interface Reading {
  /** Kebab-case name of the layout or syntax: `headings`, `details`, `hashcards`. */
  readonly name: string
  /** 0–1: how sure the reader is that the document is written this way. */
  readonly confidence: number
  readonly notes: readonly ParsedNote[]
  readonly deck?: DeckName
  readonly tags: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** Covers every line that is not blank, in order, without overlap. */
  readonly account: readonly BlockAccount[]
}

/** One way of writing questions. */
export interface Reader {
  readonly name: string
  /** Undefined where the document shows no sign of this way of writing. */
  readonly read: (source: SourceText) => Reading | undefined
}
