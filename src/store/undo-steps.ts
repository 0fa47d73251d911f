import type {Database, Statement} from 'better-sqlite3'
import type {CardId} from '../core/card.ts'
import type {EntryId} from '../core/review-log.ts'
import type {StepUndo, UndoneImport} from '../core/step.ts'
import type {Instant} from '../core/time.ts'
import {UserError} from '../core/user-error.ts'
import {isRefusedRow} from './failure.ts'
import type {IndexChanges, NoteIndex} from './note-index.ts'
import {type ContentRow, contentOfRow} from './note-row.ts'
import {lazily} from './statement.ts'
import type {Change, StepsTable, Values} from './steps.ts'

const TABLES = {source: 'sources', note: 'notes', card: 'cards'} as const
const CONTENT_COLUMNS = ['kind', 'question', 'answer', 'cloze_text', 'deletions', 'extra']

export type StepUndoer = ReturnType<typeof stepUndoer>

/** How a step is taken back, be it an import or an action. */
export function stepUndoer(db: Database, steps: StepsTable, index: NoteIndex) {
  const hasAnswers = lazily<[noteId: string], {is_answered: 0 | 1}>(
    db,
    `select exists (select 1 from cards as card where card.note_id = ? and (
      exists (select 1 from reviews as entry where entry.card_id = card.id)
      or exists (select 1 from practice as entry where entry.card_id = card.id))) as is_answered`,
  )
  const isAnswered = lazily<[cardId: string, cardId: string], {is_answered: 0 | 1}>(
    db,
    `select exists (select 1 from reviews where card_id = ?)
      or exists (select 1 from practice where card_id = ?) as is_answered`,
  )
  const selectCardsOf = lazily<[noteId: string], {id: string}>(
    db,
    'select id from cards where note_id = ? order by id',
  )
  const retireNote = lazily<[at: number, id: string]>(
    db,
    'update notes set absent_since = coalesce(absent_since, ?) where id = ?',
  )
  const retireCardsOf = lazily<[at: number, noteId: string]>(
    db,
    'update cards set absent_since = coalesce(absent_since, ?) where note_id = ?',
  )
  const retireCard = lazily<[at: number, id: string]>(
    db,
    'update cards set absent_since = coalesce(absent_since, ?) where id = ?',
  )
  const deleteCardsOf = lazily<[noteId: string]>(db, 'delete from cards where note_id = ?')
  const deleteCard = lazily<[id: string]>(db, 'delete from cards where id = ?')
  const deleteNote = lazily<[id: string]>(db, 'delete from notes where id = ?')
  const deleteSource = lazily<[id: number, id: number]>(
    db,
    'delete from sources where id = ? and not exists (select 1 from notes where source_id = ?)',
  )
  const forgetHash = lazily<[id: number]>(db, `update sources set hash = '' where id = ?`)
  const selectContent = lazily<[id: string], ContentRow>(
    db,
    `select ${CONTENT_COLUMNS.join(', ')} from notes where id = ?`,
  )

  const restorers = new Map<string, Statement<[Values]>>()

  const takeBackNewest = db.transaction((id: EntryId, undo: StepUndo): UndoneImport => {
    const newest = steps.newest()
    if (newest?.step.step.id !== id) {
      throw new UserError(
        'Another ebb has changed the collection in the meantime',
        'Nothing was taken back. `ebb undo` takes back what was done last.',
      )
    }
    const undoing = begin(undo.at)
    takeBackAll(newest.number, undoing)
    undoing.words.write()
    steps.appendUndo(undo, newest.number)
    return undoing.counts
  })

  function begin(at: Instant): Undoing {
    return {at, counts: {removed: 0, retired: 0, restored: 0}, words: index.begin()}
  }

  function takeBackAll(step: number, undoing: Undoing): void {
    try {
      for (const change of steps.changesOf(step)) takeBack(change, undoing)
    } catch (error) {
      // What ebb writes down can be put back; an archive may hold what cannot.
      throw isRefusedRow(error) ? unfitting() : error
    }
  }

  function takeBack({entity, rowId, before}: Change, undoing: Undoing): void {
    const {at, counts, words} = undoing
    if (before) {
      restore(entity, rowId, before, words)
      if (entity === 'note') counts.restored += 1
      return
    }
    switch (entity) {
      case 'source':
        removeSource(Number(rowId))
        break
      case 'note':
        counts[removeNote(rowId, undoing)] += 1
        break
      case 'card':
        if (isAnswered().get(rowId, rowId)?.is_answered === 1) retireCard().run(at, rowId)
        else deleteCard().run(rowId)
    }
  }

  function restore(
    entity: Change['entity'],
    rowId: string,
    before: Values,
    words: IndexChanges,
  ): void {
    const columns = Object.keys(before)
    const row_id = entity === 'source' ? Number(rowId) : rowId
    restorerOf(entity, columns).run({...before, row_id})
    if (entity !== 'note' || !columns.some(column => CONTENT_COLUMNS.includes(column))) return
    const content = selectContent().get(rowId)
    if (content) words.update(rowId, contentOfRow(content))
  }

  function restorerOf(entity: Change['entity'], columns: readonly string[]): Statement<[Values]> {
    const assignments = columns.map(column => `${column} = @${column}`).join(', ')
    const sql = `update ${TABLES[entity]} set ${assignments} where id = @row_id`
    const known = restorers.get(sql)
    if (known) return known
    const statement = db.prepare<[Values]>(sql)
    restorers.set(sql, statement)
    return statement
  }

  /** A note that was answered stays, since its answers do. */
  function removeNote(id: string, {at, words}: Undoing): 'removed' | 'retired' {
    if (hasAnswers().get(id)?.is_answered === 1) {
      retireNote().run(at, id)
      retireCardsOf().run(at, id)
      return 'retired'
    }
    words.remove(id)
    deleteCardsOf().run(id)
    deleteNote().run(id)
    return 'removed'
  }

  /** A source with notes that had to stay is read anew when it is imported again. */
  function removeSource(id: number): void {
    if (deleteSource().run(id, id).changes === 0) forgetHash().run(id)
  }

  return {
    /**
     * Takes back the import with this id: sources, notes, cards and their order are again as they were before it. Notes that it added
     * are removed, or become absent if they were answered. No row of the review log is touched, and no schedule.
     * @param undo what the taking back itself is recorded as
     * @throws UserError where it is not the newest step any more.
     */
    undoImport: (id: EntryId, undo: StepUndo): UndoneImport => takeBackNewest.immediate(id, undo),

    /**
     * Takes back the action with this id: cards and notes have the marks that they had before it.
     * @throws UserError where it is not the newest step any more.
     */
    revertAction(id: EntryId, undo: StepUndo): void {
      takeBackNewest.immediate(id, undo)
    },

    /** The cards that a step has touched, by their ids. */
    cardsTouchedBy(step: number): readonly CardId[] {
      const ids = steps
        .changesOf(step)
        .filter(({entity}) => entity !== 'source')
        .flatMap(({entity, rowId}) =>
          entity === 'card'
            ? [rowId]
            : selectCardsOf()
                .all(rowId)
                .map(({id}) => id),
        )
      return [...new Set(ids)] as CardId[]
    },

    /** What is read with the step taken back, which it is not afterwards. */
    asIfTakenBack<Result>(step: number, read: () => Result): Result {
      db.exec('begin immediate')
      try {
        takeBackAll(step, begin(0 as Instant))
        return read()
      } finally {
        db.exec('rollback')
      }
    },
  }
}

function unfitting(): UserError {
  return new UserError(
    'What was done last does not fit the collection any more, so it cannot be taken back',
    'Nothing was changed.',
  )
}

/** The taking back of a step while it goes on. */
interface Undoing {
  readonly at: Instant
  readonly counts: {-readonly [Name in keyof UndoneImport]: number}
  readonly words: IndexChanges
}
