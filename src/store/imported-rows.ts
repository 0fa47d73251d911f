import type {Database} from 'better-sqlite3'
import {lazily} from './statement.ts'
import type {Recording, Values} from './steps.ts'

/** A row of `sources` as an import writes it. */
export type SourceRow = Values & {readonly id: number}

/** A row of `notes`, or of `cards` without its schedule, as an import writes it. */
export type PlacedRow = Values & {
  readonly id: string
  readonly position: number
  readonly absent_since: number | null
}

const SOURCE_COLUMNS = ['path', 'hash', 'deck', 'layout', 'imported_at', 'holds_copies']

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
  'absent_since',
]

const MUTABLE_CARD_COLUMNS = ['deck', 'position', 'absent_since']
const CARD_COLUMNS = ['id', 'note_id', 'variant', ...MUTABLE_CARD_COLUMNS]

/** The rows of an import: each is written together with what is needed to take that back. */
export function importedRows(db: Database) {
  const selectSource = lazily<[path: string], SourceRow>(
    db,
    `select id, ${SOURCE_COLUMNS.join(', ')} from sources where path = ?`,
  )
  const insertSource = lazily<[Values]>(db, insertion('sources', SOURCE_COLUMNS))
  const updateSource = lazily<[Values]>(db, replacement('sources', SOURCE_COLUMNS))
  const selectNote = lazily<[id: string], PlacedRow>(
    db,
    `select ${NOTE_COLUMNS.join(', ')} from notes where id = ?`,
  )
  const insertNote = lazily<[Values]>(db, insertion('notes', NOTE_COLUMNS))
  const updateNote = lazily<[Values]>(db, replacement('notes', NOTE_COLUMNS))
  const selectCards = lazily<[noteId: string], PlacedRow>(
    db,
    `select ${CARD_COLUMNS.join(', ')} from cards where note_id = ?`,
  )
  const insertCard = lazily<[Values]>(db, insertion('cards', [...CARD_COLUMNS, 'phase']))
  const updateCard = lazily<[Values]>(db, replacement('cards', MUTABLE_CARD_COLUMNS))

  return {
    sourceRow: (path: string): SourceRow | undefined => selectSource().get(path),

    addSource(row: Values, recording: Recording): number {
      const id = Number(insertSource().run(row).lastInsertRowid)
      recording.added('source', id)
      return id
    },

    writeSource(before: SourceRow, row: Values, recording: Recording): void {
      updateSource().run({...row, id: before.id})
      recording.changed('source', before.id, before, row)
    },

    noteRow: (id: string): PlacedRow | undefined => selectNote().get(id),

    addNote(row: PlacedRow, recording: Recording): void {
      insertNote().run(row)
      recording.added('note', row.id)
    },

    writeNote(before: PlacedRow, row: PlacedRow, recording: Recording): void {
      updateNote().run(row)
      recording.changed('note', row.id, before, row)
    },

    cardRows: (noteId: string): readonly PlacedRow[] => selectCards().all(noteId),

    /** Of an added note; what takes back the note takes back its cards. */
    addCardOfAddedNote(row: PlacedRow): void {
      insertCard().run({...row, phase: 'new'})
    },

    addCard(row: PlacedRow, recording: Recording): void {
      insertCard().run({...row, phase: 'new'})
      recording.added('card', row.id)
    },

    writeCard(before: PlacedRow, row: PlacedRow, recording: Recording): void {
      if (MUTABLE_CARD_COLUMNS.every(column => before[column] === row[column])) return
      updateCard().run(row)
      recording.changed('card', row.id, before, row)
    },
  }
}

function insertion(table: string, columns: readonly string[]): string {
  const values = columns.map(column => `@${column}`)
  return `insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`
}

/** Keys are not set to what they are: SQLite would check all that refers to them, and have the search index written out each time. */
function replacement(table: string, columns: readonly string[]): string {
  const assignments = columns
    .filter(column => column !== 'id')
    .map(column => `${column} = @${column}`)
  return `update ${table} set ${assignments.join(', ')} where id = @id`
}
