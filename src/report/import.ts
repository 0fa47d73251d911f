import type {Diagnostic} from '../core/diagnostic.ts'
import type {ImportPlan, PlannedDocument} from '../core/import-plan.ts'
import {plural} from '../core/plural.ts'
import {sanitizeText} from '../render/sanitize.ts'
import {firstLine} from './first-line.ts'
import {questionOf} from './import-json.ts'
import {
  type CardCounts,
  cardsIn,
  countsOf,
  proseBlocks,
  type ReadReport,
  STATUSES,
  summaryOf,
  unansweredLines,
} from './import-summary.ts'

/** The import in words: a line per document, its problems, what became of notes that moved about, and the sum. */
export function formatImport(
  plan: ImportPlan,
  read: ReadReport,
  {isDone}: {readonly isDone: boolean},
): string {
  const summary = summaryOf(plan, read)
  const problems = [
    summary.errors > 0 && plural(summary.errors, 'error'),
    summary.warnings > 0 && plural(summary.warnings, 'warning'),
  ].filter(Boolean)
  const documents = [
    (summary.documents > 0 || summary.skipped === 0) && plural(summary.documents, 'document'),
    summary.skipped > 0 && `${plural(summary.skipped, 'unchanged document')} skipped`,
  ].filter(Boolean)
  const cards =
    summary.documents > 0
      ? `${plural(summary.cards, 'card')}: ${formatCounts(summary)}`
      : 'nothing new'
  const lines = [
    ...plan.documents.flatMap((planned, index) =>
      documentLines(planned, read.read[index]?.name ?? ''),
    ),
    ...findingLines(plan),
    `${documents.join(', ')}, ${cards}${problems.length > 0 ? `; ${problems.join(', ')}` : ''}.`,
    ...(isDone ? [] : ['Nothing was changed yet.']),
  ]
  return `${lines.map(line => sanitizeText(line)).join('\n')}\n`
}

function documentLines(planned: PlannedDocument, name: string): readonly string[] {
  const {layout, notes, diagnostics} = planned.document.parsed
  const problems = diagnostics.map(diagnostic => `  ${formatDiagnostic(name, diagnostic)}`)
  return [`${name}: ${[foundIn(planned), ...leftOut(planned)].join('; ')}`, ...problems]

  function foundIn({document, outcome}: PlannedDocument): string {
    if (outcome === 'kept') return 'has errors, so what is stored of it stays as it was'
    const change = formatCounts(countsOf(planned))
    if (notes.length === 0) {
      return change === 'nothing' ? 'no questions found' : `no questions found: ${change}`
    }
    return `${plural(cardsIn(notes), 'card')} (${layout}) in deck ${document.deck}: ${change}`
  }
}

/** What of a document is no card. */
function leftOut(planned: PlannedDocument): readonly string[] {
  const unanswered = unansweredLines(planned)
  const blocks = proseBlocks(planned)
  const parts = [
    unanswered.length > 0 &&
      `${plural(unanswered.length, 'unanswered question')} (${unanswered.length === 1 ? 'line' : 'lines'} ${listed(unanswered)})`,
    blocks > 0 && plural(blocks, 'block of prose', 'blocks of prose'),
  ].filter(part => part !== false)
  return parts.length === 0 ? [] : [parts.join(', ')]
}

const LISTED_LINES = 12

function listed(lines: readonly number[]): string {
  const shown = lines.slice(0, LISTED_LINES).join(', ')
  return lines.length > LISTED_LINES ? `${shown}, …` : shown
}

/** Renamed documents, split and merged notes, uncertain matches, and questions that are asked twice. */
function findingLines({
  gone,
  splits,
  merges,
  uncertain,
  duplicates,
}: ImportPlan): readonly string[] {
  return [
    ...gone.map(({previous, renamedTo, absent}) => {
      const rest = absent.length > 0 ? `: ${plural(cardsIn(absent), 'card')} absent` : ''
      return renamedTo === undefined
        ? `${previous.path} is gone${rest}`
        : `${previous.path} is ${renamedTo} now${rest}`
    }),
    ...splits.map(
      ({previous, created}) =>
        `“${question(previous)}” is ${created.length + 1} questions now; the first keeps its schedule`,
    ),
    ...merges.map(
      ({into, retired}) =>
        `“${question(into.note)}” is now what ${retired.length + 1} questions were; the most answered schedule stays`,
    ),
    ...uncertainLines(uncertain),
    ...duplicates.map(({question: text, kind, places}) => {
      const where = places.map(({path, line}) => `${path}:${line}`).join(', ')
      return `“${firstLine(text)}” is asked in ${places.length} documents${
        kind === 'copy'
          ? ' with the same answer, and once in the collection'
          : ' with other answers'
      }: ${where}`
    }),
  ]
}

/** Notes that may be stored ones, edited. */
export function formatUncertain(uncertain: ImportPlan['uncertain']): string {
  return sanitizeText(`${uncertainLines(uncertain).join('\n')}\n`)
}

function uncertainLines(uncertain: ImportPlan['uncertain']): readonly string[] {
  return uncertain.flatMap(({note, sourcePath, candidate, likeness}) => [
    `${sourcePath}:${note.note.line}: “${question(note.note)}”`,
    `  may be what was “${question(candidate)}” (${Math.round(likeness * 100)} % alike); kept apart unless you say --accept`,
  ])
}

function question({content}: {readonly content: Parameters<typeof questionOf>[0]}): string {
  return firstLine(questionOf(content))
}

/** `file:line:column severity message rule` */
function formatDiagnostic(
  name: string,
  {line, column, severity, message, rule}: Diagnostic,
): string {
  return `${name}:${line}:${column} ${severity} ${message} ${rule}`
}

function formatCounts(counts: CardCounts): string {
  const named = STATUSES.filter(status => counts[status] > 0).map(
    status => `${counts[status]} ${status}`,
  )
  return named.length > 0 ? named.join(', ') : 'nothing'
}
