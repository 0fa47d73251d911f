import {facesOf, variantsOf} from '../core/faces.ts'
import type {ImportPlan, PlannedDocument, StoredNote} from '../core/import-plan.ts'
import type {NoteContent, ParsedNote} from '../core/note.ts'
import {
  type CardStatus,
  type ReadReport,
  skippedBlocks,
  summaryOf,
  unansweredLines,
} from './import-summary.ts'

/** The import as JSON; documented in docs/json.md. */
export function importToJson(plan: ImportPlan, read: ReadReport) {
  return {
    files: plan.documents.map((planned, index) => ({
      path: read.read[index]?.name,
      deck: planned.document.deck,
      layout: planned.document.parsed.layout,
      outcome: planned.outcome,
      cards: cardsOf(planned),
      absent: planned.outcome === 'read' ? planned.absent.map(absentToJson) : [],
      unanswered: unansweredLines(planned),
      skippedBlocks: skippedBlocks(planned),
      diagnostics: planned.document.parsed.diagnostics,
    })),
    gone: plan.gone.map(({previous, renamedTo, absent}) => ({
      path: previous.path,
      ...(renamedTo !== undefined && {renamedTo}),
      absent: absent.map(absentToJson),
    })),
    splits: plan.splits.map(({previous, kept, created}) => ({
      note: previous.id,
      question: questionOf(previous.content),
      lines: [kept, ...created].map(({note}) => note.line),
    })),
    merges: plan.merges.map(({into, kept, retired}) => ({
      note: kept.id,
      question: questionOf(into.note.content),
      retired: retired.map(({id}) => id),
    })),
    uncertain: plan.uncertain.map(({note, sourcePath, candidate, likeness, why}) => ({
      path: sourcePath,
      line: note.note.line,
      question: questionOf(note.note.content),
      candidate: {note: candidate.id, question: questionOf(candidate.content)},
      likeness,
      why,
    })),
    duplicates: plan.duplicates,
    summary: summaryOf(plan, read),
  }
}

/** What a note asks, whatever its kind. */
export function questionOf(content: NoteContent): string {
  return content.kind === 'cloze' ? content.text : content.question
}

function cardsOf(planned: PlannedDocument) {
  if (planned.outcome === 'kept') {
    return planned.document.parsed.notes.flatMap(note => cardsToJson(note, 'kept'))
  }
  const notes = planned.notes.map(({note, status}) => ({note, status: status as CardStatus}))
  const copies = planned.copies.map(note => ({note, status: 'copy' as CardStatus}))
  return [...notes, ...copies]
    .sort((a, b) => a.note.line - b.note.line)
    .flatMap(({note, status}) => cardsToJson(note, status))
}

function cardsToJson(note: ParsedNote, status: CardStatus | 'kept') {
  const {content, line, endLine, section, tags} = note
  return variantsOf(content).map(variant => {
    const {front, back} = facesOf(content, variant)
    return {line, endLine, kind: content.kind, question: front, answer: back, section, tags, status}
  })
}

function absentToJson({id, line, content}: StoredNote) {
  return {note: id, line, question: questionOf(content), cards: variantsOf(content).length}
}
