import type {Database} from 'better-sqlite3'
import type {CardId} from '../core/card.ts'
import type {CardAction} from '../core/marks.ts'
import type {EntryId} from '../core/review-log.ts'
import type {ActionStep, ImportStep, NewestStep} from '../core/step.ts'
import type {Instant} from '../core/time.ts'
import {lazily} from './statement.ts'

type Entity = 'source' | 'note' | 'card'
type Value = string | number | null
/** Columns of a row. */
export type Values = Readonly<Record<string, Value>>

/** What a step has done to a row. */
export interface Change {
  readonly entity: Entity
  readonly rowId: string
  /** The columns that were changed, as they were; nothing where the row was added. */
  readonly before: Values | undefined
}

/** Writes down what is done, so that it can be taken back. */
export interface Recording {
  added(entity: Entity, rowId: string | number): void
  /** Columns that are the same before and after are left out; nothing is recorded where all are. */
  changed(entity: Entity, rowId: string | number, before: Values, after: Values): void
}

interface StepRow {
  readonly number: number
  readonly id: string
  readonly kind: 'import' | 'edit' | CardAction['kind']
  readonly at: number
  /** JSON of a `CardAction`. */
  readonly action: string | null
  /** JSON of card ids. */
  readonly cards: string | null
}

/** The last step, be it an action or an import. */
export interface NewestInJournal {
  readonly number: number
  readonly step: Extract<NewestStep, {readonly step: unknown}>
  /** What it was done on; the card from which a document was edited. */
  readonly cardIds: readonly CardId[]
}

interface StepMoment {
  readonly id: EntryId
  readonly at: Instant
}

export type StepsTable = ReturnType<typeof stepsTable>

/** What was done besides answering, and what is needed to take it back. */
export function stepsTable(db: Database) {
  const insert = lazily<
    [id: string, kind: string, at: number, action: string | null, cards: string | null]
  >(db, 'insert into steps (id, kind, at, action, cards) values (?, ?, ?, ?, ?)')
  const insertUndo = lazily<[id: string, at: number, voids: number]>(
    db,
    `insert into steps (id, kind, at, voids) values (?, 'undo', ?, ?)`,
  )
  const insertChange = lazily<
    [step: number, ordinal: number, entity: string, rowId: string, before: string | null]
  >(db, 'insert into step_changes (step, ordinal, entity, row_id, before) values (?, ?, ?, ?, ?)')
  const selectNewest = lazily<[], StepRow>(
    db,
    `select number, id, kind, at, action, cards from steps as step
      where kind <> 'undo' and not exists (select 1 from steps as undo where undo.voids = step.number)
      order by id desc limit 1`,
  )
  const selectLastId = lazily<[], {id: string | null}>(db, 'select max(id) as id from steps')
  const selectChanges = lazily<
    [step: number],
    {entity: Entity; row_id: string; before: string | null}
  >(db, 'select entity, row_id, before from step_changes where step = ? order by ordinal desc')
  const countNotes = lazily<[step: number], {added: number; changed: number}>(
    db,
    `select count(*) filter (where before is null) as added, count(before) as changed
      from step_changes where step = ? and entity = 'note'`,
  )
  const selectPaths = lazily<[step: number], {path: string}>(
    db,
    `select distinct source.path from step_changes as change join sources as source on source.id = cast(change.row_id as integer)
      where change.step = ? and change.entity = 'source' order by source.id`,
  )

  /** @param write writes the step, and gives its number; called with the first change */
  function recordingOf(write: () => number): Recording {
    let step: number | undefined
    let ordinal = 0
    const record = (entity: Entity, rowId: string | number, before: string | null) => {
      step ??= write()
      insertChange().run(step, ordinal, entity, String(rowId), before)
      ordinal += 1
    }
    return {
      added: (entity, rowId) => record(entity, rowId, null),
      changed(entity, rowId, before, after) {
        const changed = Object.entries(after).filter(([column, value]) => before[column] !== value)
        if (changed.length === 0) return
        const earlier = changed.map(([column]) => [column, before[column] ?? null])
        record(entity, rowId, JSON.stringify(Object.fromEntries(earlier)))
      },
    }
  }

  function importStepOf({number, id, at}: StepRow): ImportStep {
    const counts = countNotes().get(number) ?? {added: 0, changed: 0}
    const sources = selectPaths()
      .all(number)
      .map(({path}) => path)
    return {id: id as EntryId, at: at as Instant, sources, ...counts}
  }

  return {
    /**
     * Begins an import. It is written with its first change, so one that changes nothing leaves no trace.
     * @param editedCard the card whose document was edited from within a review, if that is what is imported
     */
    beginImport({id, at}: StepMoment, editedCard: CardId | undefined): Recording {
      const [kind, cards] =
        editedCard === undefined ? ['import', null] : ['edit', JSON.stringify([editedCard])]
      return recordingOf(() => Number(insert().run(id, kind, at, null, cards).lastInsertRowid))
    },

    /** Begins an action, which is written at once: whoever did it may take it back, whether it changed a row or not. */
    beginAction({id, at, action, cardIds}: ActionStep): Recording {
      const kind = action.kind === 'fix' ? 'flag' : action.kind
      const values = [JSON.stringify(action), JSON.stringify(cardIds)] as const
      const number = Number(insert().run(id, kind, at, ...values).lastInsertRowid)
      return recordingOf(() => number)
    },

    /** The last step that was not taken back. */
    newest(): NewestInJournal | undefined {
      const row = selectNewest().get()
      if (!row) return undefined
      const {number, kind} = row
      const cardIds = row.cards === null ? [] : (JSON.parse(row.cards) as CardId[])
      if (kind === 'import' || kind === 'edit') {
        return {number, step: {kind, step: importStepOf(row)}, cardIds}
      }
      const action = JSON.parse(row.action as string) as CardAction
      const step = {id: row.id as EntryId, at: row.at as Instant, action, cardIds}
      return {number, step: {kind: 'action', step}, cardIds}
    },

    /** What a step has done, the last change first. */
    changesOf(step: number): readonly Change[] {
      return selectChanges()
        .all(step)
        .map(({entity, row_id: rowId, before}) => ({
          entity,
          rowId,
          before: before === null ? undefined : (JSON.parse(before) as Values),
        }))
    },

    /** Writes down that a step was taken back. */
    appendUndo({id, at}: StepMoment, voids: number): void {
      insertUndo().run(id, at, voids)
    },

    /** The greatest id so far. */
    lastStepId(): EntryId | undefined {
      return (selectLastId().get()?.id as EntryId | null | undefined) ?? undefined
    },
  }
}

/** Where nothing is to be recorded. */
export const UNRECORDED: Recording = {added: () => {}, changed: () => {}}
