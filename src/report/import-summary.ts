import {variantsOf} from '../core/faces.ts'
import type {ImportPlan, NoteStatus, PlannedDocument} from '../core/import-plan.ts'
import type {ParsedNote} from '../core/note.ts'

/** A document as it was read, with the name that reports give it. */
export interface NamedDocument {
  readonly name: string
  readonly document: ImportPlan['documents'][number]['document']
}

/** What was read for an import. */
export interface ReadReport {
  /** In the order of the plan. */
  readonly read: readonly NamedDocument[]
  /** Documents that were skipped, since nothing about them is new. */
  readonly skipped: number
}

export type CardStatus = NoteStatus | 'absent' | 'copy'

/** Cards by what becomes of them, in the order in which they are named. */
export const STATUSES = [
  'new',
  'changed',
  'moved',
  'returned',
  'unchanged',
  'copy',
  'absent',
] as const satisfies readonly CardStatus[]

export type CardCounts = Readonly<Record<CardStatus, number>>

export interface ImportSummary extends CardCounts {
  /** Documents that were read; skipped ones do not count. */
  readonly documents: number
  /** Documents that are as they were imported, so that they were not read. */
  readonly skipped: number
  /** Cards that the documents hold; absent ones do not count. */
  readonly cards: number
  /** Questions without an answer. */
  readonly unanswered: number
  readonly errors: number
  readonly warnings: number
}

/** Cards and problems of all documents together. */
export function summaryOf({documents, gone}: ImportPlan, {skipped}: ReadReport): ImportSummary {
  const counts = documents.map(countsOf)
  const total = (status: CardStatus) => counts.reduce((sum, count) => sum + count[status], 0)
  const diagnostics = documents.flatMap(({document}) => document.parsed.diagnostics)
  return {
    documents: documents.length,
    skipped,
    cards: documents.reduce((sum, {document}) => sum + cardsIn(document.parsed.notes), 0),
    new: total('new'),
    changed: total('changed'),
    moved: total('moved'),
    returned: total('returned'),
    unchanged: total('unchanged'),
    copy: total('copy'),
    absent: total('absent') + gone.reduce((sum, {absent}) => sum + cardsIn(absent), 0),
    unanswered: documents.reduce((sum, planned) => sum + unansweredLines(planned).length, 0),
    errors: diagnostics.filter(({severity}) => severity === 'error').length,
    warnings: diagnostics.filter(({severity}) => severity === 'warning').length,
  }
}

/** Cards of one document. */
export function countsOf(planned: PlannedDocument): CardCounts {
  const counts = {new: 0, changed: 0, unchanged: 0, moved: 0, returned: 0, copy: 0, absent: 0}
  if (planned.outcome === 'kept') return counts
  for (const {status, variants} of planned.notes) counts[status] += variants.length
  return {...counts, copy: cardsIn(planned.copies), absent: cardsIn(planned.absent)}
}

/** First lines of the questions that have no answer. */
export function unansweredLines({document}: PlannedDocument): readonly number[] {
  return document.parsed.account.filter(({taken}) => taken === 'unanswered').map(({line}) => line)
}

/** Blocks of a document that are neither card nor question. */
export function skippedBlocks({document}: PlannedDocument): number {
  return document.parsed.account.filter(({taken}) => taken === 'skipped').length
}

/** Blocks of running text that hold no question; headings, markup and the like are not counted. */
export function proseBlocks({document}: PlannedDocument): number {
  return document.parsed.account.filter(
    ({taken, reason}) => taken === 'skipped' && /^(prose|no question)/.test(reason),
  ).length
}

export function cardsIn(notes: readonly Pick<ParsedNote, 'content'>[]): number {
  return notes.reduce((sum, {content}) => sum + variantsOf(content).length, 0)
}
