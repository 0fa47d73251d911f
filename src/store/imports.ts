import type {Database} from 'better-sqlite3'
import {cardIdOf} from '../core/id.ts'
import type {
  ImportPlan,
  ImportSnapshot,
  PlannedDocument,
  PlannedNote,
  StoredNote,
  StoredSource,
} from '../core/import-plan.ts'
import type {DeckName, NoteId} from '../core/note.ts'
import type {Instant} from '../core/time.ts'
import {UserError} from '../core/user-error.ts'
import {type ContentRow, contentOfRow, listOfJson, rowOfContent} from './note-row.ts'
import {lazily} from './statement.ts'

interface SourceRow {
  readonly id: number
  readonly path: string
  readonly hash: string
  readonly deck: string
  readonly layout: string
  readonly imported_at: number
}

interface PlaceRow {
  readonly id: string
  readonly position: number
  readonly line: number
  readonly end_line: number
  readonly deck: string
  readonly section: string
  readonly tags: string
  readonly author_id: string | null
}

type StoredNoteRow = PlaceRow & ContentRow & {readonly path: string; readonly is_absent: 0 | 1}
type NoteRow = PlaceRow & ContentRow & {readonly source_id: number}

interface CardRow {
  readonly id: string
  readonly note_id: string
  readonly variant: string
  readonly deck: string
  readonly position: number
}

const SELECT_NOTE = `
  select note.id, note.position, note.line, note.end_line, note.deck, note.section, note.tags, note.author_id,
    note.kind, note.question, note.answer, note.cloze_text, note.deletions, note.extra,
    source.path, note.absent_since is not null as is_absent
  from notes as note join sources as source on source.id = note.source_id`

/** Room for the notes of a source, and for the cards of a note, in the order of new cards. */
const CARDS_PER_NOTE = 2 ** 10
const NOTES_PER_SOURCE = 2 ** 22

/** What documents were imported, and how an import is applied. */
export function importsTable(db: Database) {
  const selectSource = lazily<[path: string], SourceRow>(db, 'select * from sources where path = ?')
  const selectSources = lazily<[], SourceRow>(db, 'select * from sources order by id')
  const selectNotes = lazily<[path: string], StoredNoteRow>(
    db,
    `${SELECT_NOTE} where source.path = ? order by note.position`,
  )
  const selectAbsent = lazily<[], StoredNoteRow>(
    db,
    `${SELECT_NOTE} where note.absent_since is not null order by note.source_id, note.position`,
  )
  const upsertSource = lazily<[Omit<SourceRow, 'id'>], {id: number}>(
    db,
    `insert into sources (path, hash, deck, layout, imported_at)
      values (@path, @hash, @deck, @layout, @imported_at)
      on conflict (path) do update set hash = excluded.hash, deck = excluded.deck,
        layout = excluded.layout, imported_at = excluded.imported_at
      returning id`,
  )
  const upsertNote = lazily<[NoteRow]>(
    db,
    `insert into notes (id, source_id, position, line, end_line, deck, kind, question, answer, cloze_text,
        deletions, extra, section, tags, author_id)
      values (@id, @source_id, @position, @line, @end_line, @deck, @kind, @question, @answer, @cloze_text,
        @deletions, @extra, @section, @tags, @author_id)
      on conflict (id) do update set source_id = excluded.source_id, position = excluded.position,
        line = excluded.line, end_line = excluded.end_line, deck = excluded.deck, kind = excluded.kind,
        question = excluded.question, answer = excluded.answer, cloze_text = excluded.cloze_text,
        deletions = excluded.deletions, extra = excluded.extra, section = excluded.section,
        tags = excluded.tags, author_id = excluded.author_id, absent_since = null`,
  )
  const upsertCard = lazily<[CardRow]>(
    db,
    `insert into cards (id, note_id, variant, deck, position, phase)
      values (@id, @note_id, @variant, @deck, @position, 'new')
      on conflict (id) do update set deck = excluded.deck, position = excluded.position, absent_since = null`,
  )
  const retireNote = lazily<[at: number, id: string]>(
    db,
    'update notes set absent_since = ? where id = ? and absent_since is null',
  )
  const retireCards = lazily<[at: number, noteId: string, variants: string]>(
    db,
    `update cards set absent_since = ?
      where note_id = ? and absent_since is null and variant not in (select value from json_each(?))`,
  )

  const applyImport = db.transaction((plan: ImportPlan, at: Instant): void => {
    for (const planned of plan.documents) {
      if (planned.outcome === 'read') applyDocument(planned, at)
    }
    // After all documents, so that a note which moved from one to another is in its new place by now.
    for (const planned of plan.documents) {
      if (planned.outcome === 'read') for (const {id} of planned.absent) retire(id, at)
    }
  })

  function applyDocument(
    {document, previous, notes}: Extract<PlannedDocument, {outcome: 'read'}>,
    at: Instant,
  ): void {
    const {path, hash, deck, parsed} = document
    refuseStale(path, previous)
    const row = {path, hash, deck, layout: parsed.layout, imported_at: at}
    const {id: sourceId} = upsertSource().get(row) as {id: number}
    for (const planned of notes) if (!isAsStored(planned)) applyNote(planned, sourceId, at)
  }

  /** A plan made from what another import has replaced since would undo that import, or double its notes. */
  function refuseStale(path: string, previous: StoredSource | undefined): void {
    const current = selectSource().get(path)
    if (current?.hash === previous?.hash && current?.imported_at === previous?.importedAt) return
    throw new UserError(
      `${path} was imported by another ebb in the meantime`,
      'Nothing was changed. Import again.',
    )
  }

  function applyNote(planned: PlannedNote, sourceId: number, at: Instant): void {
    const {id, note, deck, variants} = planned
    upsertNote().run({
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
    })
    const first = (sourceId * NOTES_PER_SOURCE + planned.position) * CARDS_PER_NOTE
    for (const [index, variant] of variants.entries()) {
      const position = first + Math.min(index, CARDS_PER_NOTE - 1)
      upsertCard().run({id: cardIdOf(id, variant), note_id: id, variant, deck, position})
    }
    if (planned.previous) retireCards().run(at, id, JSON.stringify(variants))
  }

  function retire(id: NoteId, at: Instant): void {
    retireNote().run(at, id)
    retireCards().run(at, id, '[]')
  }

  return {
    /** Every document that was imported, in the order of the first import. */
    sources(): readonly StoredSource[] {
      return selectSources().all().map(sourceOfRow)
    },

    /** The notes of one document, absent ones too, in order. */
    snapshotOf(sourcePath: string): readonly StoredNote[] {
      return selectNotes().all(sourcePath).map(noteOfRow)
    },

    /** What the plan of an import of these documents needs. */
    importSnapshot(paths: readonly string[]): ImportSnapshot {
      const sources = paths.map(path => selectSource().get(path)).filter(row => row !== undefined)
      const known = new Set(sources.map(({path}) => path))
      const notes = sources.flatMap(({path}) => selectNotes().all(path))
      const absent = selectAbsent()
        .all()
        .filter(({path}) => !known.has(path))
      return {sources: sources.map(sourceOfRow), notes: [...notes, ...absent].map(noteOfRow)}
    },

    /**
     * Carries out the plan, whole or not at all. Schedules are never touched.
     * @throws UserError where one of its documents was imported by another process since the plan was made.
     */
    applyImport(plan: ImportPlan, {at}: {readonly at: Instant}): void {
      applyImport.immediate(plan, at)
      // A large import leaves a large write-ahead log, which every later start would have to read.
      db.pragma('wal_checkpoint(truncate)')
    },
  }
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

function sourceOfRow(row: SourceRow): StoredSource {
  return {
    path: row.path,
    hash: row.hash,
    deck: row.deck as DeckName,
    layout: row.layout,
    importedAt: row.imported_at as Instant,
  }
}

function noteOfRow(row: StoredNoteRow): StoredNote {
  return {
    id: row.id as NoteId,
    sourcePath: row.path,
    position: row.position,
    line: row.line,
    endLine: row.end_line,
    deck: row.deck as DeckName,
    content: contentOfRow(row),
    section: listOfJson(row.section),
    tags: listOfJson(row.tags),
    ...(row.author_id !== null && {authorId: row.author_id}),
    isAbsent: row.is_absent === 1,
  }
}
