import type {Database} from 'better-sqlite3'
import type {CardId} from '../core/card.ts'
import {cardIdOf} from '../core/id.ts'
import type {ImportPlan, PlannedDocument, PlannedNote, StoredSource} from '../core/import-plan.ts'
import type {NoteId} from '../core/note.ts'
import type {EntryId} from '../core/review-log.ts'
import type {Instant} from '../core/time.ts'
import {UserError} from '../core/user-error.ts'
import {importedRows, type PlacedRow} from './imported-rows.ts'
import type {IndexChanges, NoteIndex} from './note-index.ts'
import {rowOfContent} from './note-row.ts'
import type {SnapshotView} from './snapshots.ts'
import {type Recording, type StepsTable, UNRECORDED} from './steps.ts'

const CONTENT_COLUMNS = ['kind', 'question', 'answer', 'cloze_text', 'deletions', 'extra'] as const

/** Room for the notes of a source, and for the cards of a note, in the order of new cards. */
const CARDS_PER_NOTE = 2 ** 10
const NOTES_PER_SOURCE = 2 ** 22

interface Tables {
  readonly snapshots: SnapshotView
  readonly steps: StepsTable
  readonly index: NoteIndex
}

/** When an import is carried out, and what the step is called that takes it back. */
export interface ImportMoment {
  readonly at: Instant
  /** Greater than `lastEntryId`. Without one, the import cannot be taken back. */
  readonly stepId?: EntryId
  /** The card whose document was edited from within a review, where that is what is imported. */
  readonly editedCard?: CardId
}

/** An import while it is carried out. */
interface Writing {
  readonly at: Instant
  readonly recording: Recording
  readonly words: IndexChanges
}

/** How the plan of an import is carried out. */
export function importer(db: Database, {snapshots, steps, index}: Tables) {
  const rows = importedRows(db)

  const applyImport = db.transaction(
    (plan: ImportPlan, {at, stepId, editedCard}: ImportMoment): boolean => {
      const recording =
        stepId === undefined ? UNRECORDED : steps.beginImport({id: stepId, at}, editedCard)
      const words = index.begin()
      const writing = {at, recording, words}
      for (const {id, content} of index.missing()) words.add(id, content)
      for (const planned of plan.documents) {
        if (planned.outcome === 'read') applyDocument(planned, writing)
      }
      for (const {previous} of plan.gone) refuseStale(previous.path, previous)
      // After all documents, so that a note which moved from one to another is in its new place by now.
      for (const planned of [...plan.documents, ...plan.gone]) {
        if ('absent' in planned) for (const {id} of planned.absent) retire(id, writing)
      }
      for (const path of sourcesToReadAgain(plan)) forgetHash(path, writing)
      words.write()
      return stepId !== undefined && steps.lastStepId() === stepId
    },
  )

  function applyDocument(planned: ReadDocument, writing: Writing): void {
    const {at, recording} = writing
    const {document, previous, notes, copies} = planned
    const {path, hash, deck, parsed} = document
    refuseStale(path, previous)
    if (isWhollyAsStored(planned)) return
    const before = rows.sourceRow(path)
    const row = {
      path,
      hash,
      deck,
      layout: parsed.layout,
      imported_at: at,
      holds_copies: Number(copies.length > 0),
    }
    const sourceId = before ? before.id : rows.addSource(row, recording)
    if (before) rows.writeSource(before, row, recording)
    for (const note of notes) if (!isAsStored(note)) applyNote(note, sourceId, writing)
  }

  /** A plan made from what another import has replaced since would undo that import, or double its notes. */
  function refuseStale(path: string, previous: StoredSource | undefined): void {
    const current = snapshots.sourceAt(path)
    if (current?.hash !== previous?.hash || current?.importedAt !== previous?.importedAt) {
      throw overtaken(path)
    }
  }

  function applyNote(planned: PlannedNote, sourceId: number, writing: Writing): void {
    const {recording, words} = writing
    const {id, note, deck, previous} = planned
    const row = {
      id,
      source_id: sourceId,
      position: planned.position,
      line: note.line,
      end_line: note.endLine,
      deck,
      ...rowOfContent(note.content),
      section: JSON.stringify(note.section),
      tags: JSON.stringify(note.tags),
      author_id: note.authorId ?? null,
      absent_since: null,
    } satisfies PlacedRow
    if (previous) {
      const before = rows.noteRow(id)
      const isAsPlanned =
        before?.position === previous.position &&
        (before.absent_since !== null) === previous.isAbsent
      if (!isAsPlanned) throw overtaken(previous.sourcePath)
      rows.writeNote(before, row, recording)
      if (CONTENT_COLUMNS.some(column => before[column] !== row[column])) {
        words.update(id, note.content)
      }
    } else {
      rows.addNote(row, recording)
      words.add(id, note.content)
    }
    applyCards(planned, sourceId, writing)
  }

  function applyCards(
    {id: noteId, variants, deck, position, previous}: PlannedNote,
    sourceId: number,
    writing: Writing,
  ): void {
    const {recording} = writing
    const known = new Map((previous ? rows.cardRows(noteId) : []).map(row => [row.id, row]))
    const first = (sourceId * NOTES_PER_SOURCE + position) * CARDS_PER_NOTE
    for (const [number, variant] of variants.entries()) {
      const id = cardIdOf(noteId, variant)
      const place = first + Math.min(number, CARDS_PER_NOTE - 1)
      const row = {id, note_id: noteId, variant, deck, position: place, absent_since: null}
      const before = known.get(id)
      known.delete(id)
      if (before) rows.writeCard(before, row, recording)
      else if (previous) rows.addCard(row, recording)
      else rows.addCardOfAddedNote(row)
    }
    for (const card of known.values()) retireCard(card, writing)
  }

  function retireCard(card: PlacedRow, {at, recording}: Writing): void {
    if (card.absent_since === null) rows.writeCard(card, {...card, absent_since: at}, recording)
  }

  function retire(id: NoteId, writing: Writing): void {
    const {at, recording} = writing
    const before = rows.noteRow(id)
    if (before?.absent_since === null) {
      rows.writeNote(before, {...before, absent_since: at}, recording)
    }
    for (const card of rows.cardRows(id)) retireCard(card, writing)
  }

  function forgetHash(path: string, {recording}: Writing): void {
    const before = rows.sourceRow(path)
    if (before) rows.writeSource(before, {...before, hash: ''}, recording)
  }

  /** A large import leaves a large write-ahead log, which every later start would have to read. */
  function shortenLog(): void {
    try {
      db.pragma('wal_checkpoint(truncate)')
    } catch {
      // The import is committed, and SQLite tries again later.
    }
  }

  return {
    /**
     * Carries out the plan, whole or not at all, and writes down how to take it back. Schedules are never touched.
     * @returns Whether it has changed anything that can be taken back by the id of its step.
     * @throws UserError where one of its documents was imported by another process since the plan was made.
     */
    applyImport(plan: ImportPlan, moment: ImportMoment): boolean {
      const isRecorded = applyImport.immediate(plan, moment)
      shortenLog()
      return isRecorded
    },
  }
}

type ReadDocument = Extract<PlannedDocument, {outcome: 'read'}>

/** Sources that lost notes without being read: should their documents be back, equal bytes do not mean that nothing has changed. */
function sourcesToReadAgain({documents, gone}: ImportPlan): ReadonlySet<string> {
  const read = new Set(documents.map(({document}) => document.path))
  const left = documents.flatMap(planned =>
    planned.outcome === 'read'
      ? planned.notes.flatMap(({previous}) =>
          previous && !previous.isAbsent && !read.has(previous.sourcePath)
            ? previous.sourcePath
            : [],
        )
      : [],
  )
  return new Set([...left, ...gone.map(({previous}) => previous.path)])
}

function isWhollyAsStored({document, previous, notes, copies, absent}: ReadDocument): boolean {
  return (
    previous?.hash === document.hash &&
    previous.deck === document.deck &&
    previous.layout === document.parsed.layout &&
    (previous.holdsCopies ?? false) === copies.length > 0 &&
    absent.length === 0 &&
    notes.every(isAsStored)
  )
}

/** Whether even its place is the same, so that nothing has to be written. */
function isAsStored({status, previous, position, note}: PlannedNote): boolean {
  return (
    status === 'unchanged' &&
    previous?.position === position &&
    previous.line === note.line &&
    previous.endLine === note.endLine
  )
}

function overtaken(path: string): UserError {
  return new UserError(
    `${path} was imported by another ebb in the meantime`,
    'Nothing was changed. Import again.',
  )
}
