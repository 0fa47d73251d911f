import type {Database} from 'better-sqlite3'
import type {CardId} from '../core/card.ts'
import {type CardAction, concernsNote} from '../core/marks.ts'
import type {RecordAction} from '../core/session-effects.ts'
import {lazily} from './statement.ts'
import type {StepsTable, Values} from './steps.ts'

type Action = Omit<RecordAction, 'type'>

const MARKS = {
  card: ['suspended_at', 'buried_until', 'flag'],
  note: ['needs_fixing', 'own_tags'],
} as const

type Row = Values & {readonly id: string; readonly note_id: string}

/** Writes what the learner does to cards: to the rows and to the journal, so that it can be taken back. */
export function actionWriter(db: Database, steps: StepsTable) {
  const selectCard = lazily<[id: string], Row>(
    db,
    `select id, note_id, ${MARKS.card.join(', ')} from cards where id = ?`,
  )
  const selectCardsOf = lazily<[noteId: string], Row>(
    db,
    `select id, note_id, ${MARKS.card.join(', ')} from cards where note_id = ?`,
  )
  const selectNote = lazily<[id: string], Row>(
    db,
    `select id, id as note_id, ${MARKS.note.join(', ')} from notes where id = ?`,
  )
  const updateCard = lazily<[Values]>(db, updateOf('cards', MARKS.card))
  const updateNote = lazily<[Values]>(db, updateOf('notes', MARKS.note))

  /** To be called within a transaction. @throws Error where there is no such card. */
  return ({step, studyDay}: Action): void => {
    const {action, cardIds} = step
    const recording = steps.beginAction(step)
    const entity = entityOf(action)
    const columns = columnsOf(action, {at: step.at, tomorrow: studyDay + 1})
    for (const row of rowsOf(action, cardIds)) {
      const after = {...row, ...columns}
      const update = entity === 'card' ? updateCard : updateNote
      update().run(after)
      recording.changed(entity, row.id, row, after)
    }
  }

  /** The rows that an action changes, each once. */
  function rowsOf(action: CardAction, cardIds: readonly CardId[]): Iterable<Row> {
    const rows = new Map<string, Row>()
    for (const id of cardIds) {
      const card = selectCard().get(id)
      if (!card) throw new Error(`No card has the id ${id}`)
      const noteId = card.note_id
      const concerned =
        entityOf(action) === 'note'
          ? selectNote().all(noteId)
          : concernsNote(action)
            ? selectCardsOf().all(noteId)
            : [card]
      for (const row of concerned) rows.set(row.id, row)
    }
    return rows.values()
  }
}

function entityOf({kind}: CardAction): 'card' | 'note' {
  return kind === 'fix' || kind === 'tag' ? 'note' : 'card'
}

function columnsOf(action: CardAction, {at, tomorrow}: {at: number; tomorrow: number}): Values {
  switch (action.kind) {
    case 'suspend':
      return {suspended_at: action.isSuspended ? at : null}
    case 'bury':
      return {buried_until: tomorrow}
    case 'flag':
      return {flag: action.flag ?? null}
    case 'fix':
      return {needs_fixing: Number(action.needsFixing)}
    case 'tag':
      return {own_tags: JSON.stringify(action.ownTags)}
  }
}

function updateOf(table: string, columns: readonly string[]): string {
  return `update ${table} set ${columns.map(column => `${column} = @${column}`).join(', ')} where id = @id`
}
