import type {Brand} from './brand.ts'

/** Twelve characters of Crockford’s base 32, random: the note’s identity, whatever becomes of its text. */
export type NoteId = Brand<string, 'NoteId'>

/** A path of deck names from the outermost in, joined by `::`. */
export type DeckName = Brand<string, 'DeckName'>

/** A hidden piece of a cloze text. */
export interface Deletion {
  /** Deletions with equal numbers are hidden together: one card per number, counted from 1. */
  readonly group: number
  /** Where the hidden piece begins in the text, in UTF-16 code units. */
  readonly start: number
  /** Where it ends (exclusive). */
  readonly end: number
  readonly hint?: string
}

/** What the author wrote: Markdown as it stands in the source, dedented, labels and marks stripped. */
export type NoteContent =
  | {readonly kind: 'basic' | 'reversed'; readonly question: string; readonly answer: string}
  | {
      readonly kind: 'cloze'
      /** The whole text with the marks of its deletions removed. */
      readonly text: string
      /** In order of `start`, never overlapping; at least one. */
      readonly deletions: readonly Deletion[]
      /** What is shown with the answer besides the text; may be empty. */
      readonly extra: string
    }

export type NoteKind = NoteContent['kind']

/** One question with its answer, where it stands in its source. */
export interface ParsedNote {
  readonly content: NoteContent
  /** First line of the question, counted from 1. */
  readonly line: number
  /** Last line of the answer. */
  readonly endLine: number
  /** Headings above the note, outermost first. */
  readonly section: readonly string[]
  readonly tags: readonly string[]
  /** The deck that the author named for this note alone. */
  readonly deck?: DeckName
  /** A stable id that the author (or another tool) wrote beside the note. */
  readonly authorId?: string
  /** The identity that ebb wrote beside the note when it was exported. */
  readonly noteId?: NoteId
}

/** The order in which decks are listed: that of the alphabet, whatever the case of letters. */
export function compareDecks(a: DeckName, b: DeckName): number {
  const [foldedA, foldedB] = [a.toLowerCase(), b.toLowerCase()]
  if (foldedA !== foldedB) return foldedA < foldedB ? -1 : 1
  return a < b ? -1 : Number(a > b)
}
