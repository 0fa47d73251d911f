import type {Database} from 'better-sqlite3'
import {questionHashOf} from '../core/identity-keys.ts'
import type {
  ImportedDocument,
  ImportSnapshot,
  StoredNote,
  StoredSource,
} from '../core/import-plan.ts'
import type {DeckName, NoteId} from '../core/note.ts'
import type {Instant} from '../core/time.ts'
import {type ContentRow, contentOfRow, listOfJson} from './note-row.ts'
import {lazily} from './statement.ts'

interface SourceRow {
  readonly path: string
  readonly hash: string
  readonly deck: string
  readonly layout: string
  readonly imported_at: number
  readonly holds_copies: 0 | 1
}

interface NoteRow extends ContentRow {
  readonly id: string
  readonly position: number
  readonly line: number
  readonly end_line: number
  readonly deck: string
  readonly section: string
  readonly tags: string
  readonly author_id: string | null
  readonly path: string
  readonly is_absent: 0 | 1
  readonly reps: number | null
}

/** A document on disk. */
export interface FoundSource {
  readonly path: string
  /** Of its bytes, and of how they would be read now: `fingerprintOf`. */
  readonly hash: string
}

const SELECT_NOTE = `
  select note.id, note.position, note.line, note.end_line, note.deck, note.section, note.tags, note.author_id,
    note.kind, note.question, note.answer, note.cloze_text, note.deletions, note.extra,
    source.path, note.absent_since is not null as is_absent,
    (select max(reps) from cards as card where card.note_id = note.id) as reps
  from notes as note join sources as source on source.id = note.source_id`

export type SnapshotView = ReturnType<typeof snapshotView>

/** What was imported before, as the plan of the next import needs it. */
export function snapshotView(db: Database) {
  const selectSource = lazily<[path: string], SourceRow>(db, 'select * from sources where path = ?')
  const selectSources = lazily<[], SourceRow>(db, 'select * from sources order by id')
  const selectAnySource = lazily<[], {id: number}>(db, 'select id from sources limit 1')
  const selectNotes = lazily<[path: string], NoteRow>(
    db,
    `${SELECT_NOTE} where source.path = ? order by note.position`,
  )
  const selectAbsent = lazily<[], NoteRow>(
    db,
    `${SELECT_NOTE} where note.absent_since is not null order by note.source_id, note.position`,
  )

  const selectAsking = lazily<[hashes: string], NoteRow>(
    db,
    `${SELECT_NOTE} join note_index as entry on entry.note_id = note.id
      where entry.question_hash in (select value from json_each(?)) and note.absent_since is null
      order by note.source_id, note.position`,
  )

  const selectTaken = lazily<[ids: string], {id: string}>(
    db,
    'select id from notes where id in (select value from json_each(?))',
  )

  const sourceAt = (path: string): StoredSource | undefined => {
    const row = selectSource().get(path)
    return row && sourceOfRow(row)
  }

  return {
    /** A document as it was last imported. */
    sourceAt,

    /** Every document that was imported, in the order of the first import. */
    sources(): readonly StoredSource[] {
      return selectSources().all().map(sourceOfRow)
    },

    /** Whether any document was imported. */
    hasSources(): boolean {
      return selectAnySource().get() !== undefined
    },

    /** The notes of one document, absent ones too, in order. */
    snapshotOf(sourcePath: string): readonly StoredNote[] {
      return selectNotes().all(sourcePath).map(noteOfRow)
    },

    /** The documents whose bytes were read the same way before, so that reading them again would change nothing. */
    unchangedSources(found: Iterable<FoundSource>): ReadonlySet<string> {
      const unchanged = new Set<string>()
      for (const {path, hash} of found) {
        const row = selectSource().get(path)
        if (row?.hash === hash && row.holds_copies === 0) unchanged.add(path)
      }
      return unchanged
    },

    /** What the plan of an import of these documents needs. @param goneSources known ones whose documents are gone */
    snapshotFor(
      documents: readonly ImportedDocument[],
      goneSources: readonly {readonly path: string}[] = [],
    ): ImportSnapshot {
      const paths = [...documents, ...goneSources].map(({path}) => path)
      const imported = new Set(paths)
      const hashes = new Set<number>()
      for (const {parsed} of documents) {
        for (const {content} of parsed.notes) hashes.add(questionHashOf(content))
      }
      const elsewhere = selectAsking()
        .all(JSON.stringify([...hashes]))
        .filter(({path}) => !imported.has(path))
      return {
        ...snapshotOfSources(paths),
        elsewhere: elsewhere.map(noteOfRow),
        takenIds: takenIds(documents),
      }
    },

    /** What the plan of an import of these documents needs, apart from what the other sources ask. */
    importSnapshot: snapshotOfSources,
  }

  function takenIds(documents: readonly ImportedDocument[]): ReadonlySet<NoteId> {
    const written = documents.flatMap(({parsed}) => parsed.notes.flatMap(note => note.noteId ?? []))
    if (written.length === 0) return new Set()
    const taken = selectTaken().all(JSON.stringify(written))
    return new Set(taken.map(({id}) => id as NoteId))
  }

  function snapshotOfSources(paths: readonly string[]): ImportSnapshot {
    const sources = paths.map(sourceAt).filter(source => source !== undefined)
    const known = new Set(sources.map(({path}) => path))
    const notes = sources.flatMap(({path}) => selectNotes().all(path))
    const absent = selectAbsent()
      .all()
      .filter(({path}) => !known.has(path))
    return {sources, notes: [...notes, ...absent].map(noteOfRow)}
  }
}

function sourceOfRow(row: SourceRow): StoredSource {
  return {
    path: row.path,
    hash: row.hash,
    deck: row.deck as DeckName,
    layout: row.layout,
    importedAt: row.imported_at as Instant,
    ...(row.holds_copies === 1 && {holdsCopies: true}),
  }
}

function noteOfRow(row: NoteRow): StoredNote {
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
    ...(row.reps !== null && {reps: row.reps}),
  }
}
