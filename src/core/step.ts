import type {EntryId, Review} from './review-log.ts'
import type {Instant} from './time.ts'

/** An import as it can be taken back. */
export interface ImportStep {
  /** From the same ascending sequence as the entries of the review log. */
  readonly id: EntryId
  readonly at: Instant
  /** Paths of the sources that it changed. */
  readonly sources: readonly string[]
  /** Notes that it added. */
  readonly added: number
  /** Notes that it changed in any way, moved or made absent. */
  readonly changed: number
}

/** The last thing that was done and not taken back. */
export type NewestStep =
  | {readonly kind: 'review'; readonly review: Review}
  | {readonly kind: 'import'; readonly step: ImportStep}

/** What became of the notes of an import that was taken back. */
export interface UndoneImport {
  /** Notes that it had added, and that nobody has answered: gone. */
  readonly removed: number
  /** Notes that it had added, and that have been answered: kept as absent. */
  readonly retired: number
  /** Notes that are again as they were. */
  readonly restored: number
}
