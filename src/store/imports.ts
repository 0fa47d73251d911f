import type {Database} from 'better-sqlite3'
import {cardIdOf} from '../core/id.ts'
import type {ImportPlan, PlannedDocument, PlannedNote, StoredSource} from '../core/import-plan.ts'
import type {NoteId} from '../core/note.ts'
import type {Instant} from '../core/time.ts'
import {UserError} from '../core/user-error.ts'
import {type ContentRow, rowOfContent} from './note-row.ts'
import type {SnapshotView} from './snapshots.ts'
import {lazily} from './statement.ts'

interface NoteRow extends ContentRow {
  readonly id: string
  readonly source_id: number
  readonly position: number
  readonly line: number
  readonly end_line: number
  readonly deck: string
  readonly section: string
  readonly tags: string
  readonly author_id: string | null
}

interface SourceRow {
  readonly path: string
  readonly hash: string
  readonly deck: string
  readonly layout: string
  readonly imported_at: number
}

interface CardRow {
  readonly id: string
  readonly note_id: string
  readonly variant: string
  readonly deck: string
  readonly position: number
}

const NOTE_COLUMNS = [
  'id',
  'source_id',
  'position',
  'line',
  'end_line',
  'deck',
  'kind',
  'question',
  'answer',
  'cloze_text',
  'deletions',
  'extra',
  'section',
  'tags',
  'author_id',
] as const satisfies readonly (keyof NoteRow)[]

/** Room for the notes of a source, and for the cards of a note, in the order of new cards. */
const CARDS_PER_NOTE = 2 ** 10
const NOTES_PER_SOURCE = 2 ** 22

/** How the plan of an import is carried out. */
export function importer(db: Database, snapshots: SnapshotView) {
  const upsertSource = lazily<[SourceRow], {id: number}>(
    db,
    `insert into sources (path, hash, deck, layout, imported_at)
      values (@path, @hash, @deck, @layout, @imported_at)
      on conflict (path) do update set hash = excluded.hash, deck = excluded.deck,
        layout = excluded.layout, imported_at = excluded.imported_at
      returning id`,
  )
  const insertNote = lazily<[NoteRow]>(
    db,
    `insert into notes (${NOTE_COLUMNS.join(', ')}) values (${NOTE_COLUMNS.map(name => `@${name}`).join(', ')})`,
  )
  const updateNote = lazily<[NoteRow]>(
    db,
    `update notes set ${NOTE_COLUMNS.map(name => `${name} = @${name}`).join(', ')}, absent_since = null where id = @id`,
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

  function applyDocument(planned: ReadDocument, at: Instant): void {
    const {document, previous, notes} = planned
    const {path, hash, deck, parsed} = document
    refuseStale(path, previous)
    if (isWhollyAsStored(planned)) return
    const row = {path, hash, deck, layout: parsed.layout, imported_at: at}
    const {id: sourceId} = upsertSource().get(row) as {id: number}
    for (const note of notes) if (!isAsStored(note)) applyNote(note, sourceId, at)
  }

  /** A plan made from what another import has replaced since would undo that import, or double its notes. */
  function refuseStale(path: string, previous: StoredSource | undefined): void {
    const current = snapshots.sourceAt(path)
    if (current?.hash === previous?.hash && current?.importedAt === previous?.importedAt) return
    throw new UserError(
      `${path} was imported by another ebb in the meantime`,
      'Nothing was changed. Import again.',
    )
  }

  function applyNote(planned: PlannedNote, sourceId: number, at: Instant): void {
    const {id, note, deck, variants} = planned
    const row: NoteRow = {
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
    }
    if (planned.previous) updateNote().run(row)
    else insertNote().run(row)
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
     * Carries out the plan, whole or not at all. Schedules are never touched.
     * @throws UserError where one of its documents was imported by another process since the plan was made.
     */
    applyImport(plan: ImportPlan, {at}: {readonly at: Instant}): void {
      applyImport.immediate(plan, at)
      shortenLog()
    },
  }
}

type ReadDocument = Extract<PlannedDocument, {outcome: 'read'}>

function isWhollyAsStored({document, previous, notes, absent}: ReadDocument): boolean {
  return (
    previous?.hash === document.hash &&
    previous.deck === document.deck &&
    previous.layout === document.parsed.layout &&
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
