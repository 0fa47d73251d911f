import type {Diagnostic} from '../core/diagnostic.ts'
import {facesOf, variantsOf} from '../core/faces.ts'
import type {ImportPlan, NoteStatus, PlannedDocument, PlannedNote} from '../core/import-plan.ts'
import type {ParsedNote} from '../core/note.ts'
import {sanitizeText} from '../render/sanitize.ts'
import {plural} from './plural.ts'

/** Cards by what becomes of them, in the order in which they are named. */
const STATUSES = ['new', 'changed', 'moved', 'returned', 'unchanged', 'absent'] as const

type CardStatus = NoteStatus | 'absent'

export interface ImportSummary extends Readonly<Record<CardStatus, number>> {
  readonly documents: number
  /** Cards that the documents hold; absent ones do not count. */
  readonly cards: number
  readonly errors: number
  readonly warnings: number
}

/** Cards and problems of all documents together. */
export function summaryOf({documents}: ImportPlan): ImportSummary {
  const counts = documents.map(countsOf)
  const total = (status: CardStatus) => counts.reduce((sum, count) => sum + count[status], 0)
  const diagnostics = documents.flatMap(({document}) => document.parsed.diagnostics)
  return {
    documents: documents.length,
    cards: documents.reduce((sum, {document}) => sum + cardsIn(document.parsed.notes), 0),
    new: total('new'),
    changed: total('changed'),
    moved: total('moved'),
    returned: total('returned'),
    unchanged: total('unchanged'),
    absent: total('absent'),
    errors: diagnostics.filter(({severity}) => severity === 'error').length,
    warnings: diagnostics.filter(({severity}) => severity === 'warning').length,
  }
}

/** The import as JSON; documented in docs/json.md. `names` are the paths as the user wrote them. */
export function importToJson(plan: ImportPlan, names: readonly string[]) {
  return {
    files: plan.documents.map((planned, index) => ({
      path: names[index],
      deck: planned.document.deck,
      layout: planned.document.parsed.layout,
      outcome: planned.outcome,
      cards:
        planned.outcome === 'read'
          ? planned.notes.flatMap(({note, status}) => cardsToJson(note, status))
          : planned.document.parsed.notes.flatMap(note => cardsToJson(note, 'kept')),
      absent:
        planned.outcome === 'read'
          ? planned.absent.map(({id, line, content}) => ({
              note: id,
              line,
              cards: variantsOf(content).length,
            }))
          : [],
      diagnostics: planned.document.parsed.diagnostics,
    })),
    summary: summaryOf(plan),
  }
}

function cardsToJson(note: ParsedNote, status: NoteStatus | 'kept') {
  const {content, line, endLine, section, tags} = note
  return variantsOf(content).map(variant => {
    const {front, back} = facesOf(content, variant)
    return {line, endLine, kind: content.kind, question: front, answer: back, section, tags, status}
  })
}

/** The import in words: a line per document that is not wholly unchanged, its problems, and the sum. */
export function formatImport(
  plan: ImportPlan,
  names: readonly string[],
  {dryRun}: {readonly dryRun: boolean},
): string {
  const lines = plan.documents.flatMap((planned, index) =>
    documentLines(planned, names[index] ?? ''),
  )
  const summary = summaryOf(plan)
  const problems = [
    summary.errors > 0 && plural(summary.errors, 'error'),
    summary.warnings > 0 && plural(summary.warnings, 'warning'),
  ].filter(Boolean)
  const sum = `${plural(summary.documents, 'document')}, ${plural(summary.cards, 'card')}: ${formatCounts(summary)}${
    problems.length > 0 ? `; ${problems.join(', ')}` : ''
  }.`
  const ending = dryRun ? [sum, 'A dry run: nothing was changed.'] : [sum]
  return `${[...lines, ...ending].map(line => sanitizeText(line)).join('\n')}\n`
}

function documentLines(planned: PlannedDocument, name: string): readonly string[] {
  const {document} = planned
  const {layout, notes, diagnostics} = document.parsed
  const found =
    notes.length === 0
      ? 'no questions found'
      : `${plural(cardsIn(notes), 'card')} (${layout}) in deck ${document.deck}`
  const change =
    planned.outcome === 'kept'
      ? 'has errors, so what is stored of it stays as it was'
      : formatCounts(countsOf(planned))
  return [
    `${name}: ${notes.length === 0 && change === 'nothing' ? found : `${found}: ${change}`}`,
    ...diagnostics.map(diagnostic => `  ${formatDiagnostic(name, diagnostic)}`),
  ]
}

/** `file:line:column severity message rule` */
function formatDiagnostic(
  name: string,
  {line, column, severity, message, rule}: Diagnostic,
): string {
  return `${name}:${line}:${column} ${severity} ${message} ${rule}`
}

function countsOf(planned: PlannedDocument): Readonly<Record<CardStatus, number>> {
  const counts = {new: 0, changed: 0, unchanged: 0, moved: 0, returned: 0, absent: 0}
  if (planned.outcome === 'kept') return counts
  for (const {status, variants} of planned.notes) counts[status] += variants.length
  for (const {content} of planned.absent) counts.absent += variantsOf(content).length
  return counts
}

function formatCounts(counts: Readonly<Record<CardStatus, number>>): string {
  const named = STATUSES.filter(status => counts[status] > 0).map(
    status => `${counts[status]} ${status}`,
  )
  return named.length > 0 ? named.join(', ') : 'nothing'
}

function cardsIn(notes: readonly Pick<PlannedNote['note'], 'content'>[]): number {
  return notes.reduce((sum, {content}) => sum + variantsOf(content).length, 0)
}
