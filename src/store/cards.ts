import type {Database} from 'better-sqlite3'
import type {Card, CardId, Variant} from '../core/card.ts'
import {NO_MARKS} from '../core/marks.ts'
import type {DeckName, NoteId} from '../core/note.ts'
import type {Schedule} from '../core/schedule.ts'
import type {NoteIndex} from './note-index.ts'
import {type ContentRow, contentOfRow, listOfJson} from './note-row.ts'
import {rowOfSchedule, type ScheduleRow, scheduleOfRow} from './schedule-row.ts'
import {lazily} from './statement.ts'

/** What a prefix of a card’s id leads to. */
export type CardLookup =
  | {readonly outcome: 'found'; readonly card: Card}
  | {readonly outcome: 'none'}
  /** At least two cards; the first ten. */
  | {readonly outcome: 'ambiguous'; readonly ids: readonly CardId[]}

interface CardRow extends ScheduleRow, ContentRow {
  readonly id: string
  readonly note_id: string
  readonly variant: string
  readonly deck: string
  readonly section: string
  readonly tags: string
  readonly path: string
  readonly line: number
  readonly is_absent: 0 | 1
}

const SCHEDULE_COLUMNS = [
  'phase',
  'stability',
  'difficulty',
  'last_review_at',
  'last_day',
  'reps',
  'lapses',
  'step',
  'due_at',
  'due_day',
] as const satisfies readonly (keyof ScheduleRow)[]

/** The columns of `cards as card` that hold a schedule. */
export const SCHEDULE = SCHEDULE_COLUMNS.map(column => `card.${column}`).join(', ')

const SELECT_CARD = `
  select card.id, card.note_id, card.variant, card.deck, ${SCHEDULE}, source.path, note.line, note.section, note.tags,
    card.absent_since is not null as is_absent,
    note.kind, note.question, note.answer, note.cloze_text, note.deletions, note.extra
  from cards as card join notes as note on note.id = card.note_id join sources as source on source.id = note.source_id`

const MOST_CANDIDATES = 10

/** The cards as the learner meets them, and their schedules. */
export type CardsTable = ReturnType<typeof cardsTable>

export function cardsTable(db: Database, index: NoteIndex) {
  const selectOne = lazily<[id: string], CardRow>(db, `${SELECT_CARD} where card.id = ?`)
  const selectIds = lazily<[from: string, to: string], {id: string}>(
    db,
    `select id from cards where id >= ? and id < ? order by id limit ${MOST_CANDIDATES}`,
  )
  const selectHaving = lazily<[folded: string], CardRow>(
    db,
    `${SELECT_CARD}
      where card.absent_since is null and contains_folded(
        coalesce(note.question, note.cloze_text) || char(10) || coalesce(note.answer, note.extra), ?)
      order by card.position`,
  )
  const selectMatching = lazily<[query: string], CardRow>(
    db,
    `${SELECT_CARD} join note_index as entry on entry.note_id = note.id
      where card.absent_since is null and entry.id in (select rowid from note_words where note_words match ?)
      order by card.position`,
  )
  const selectPresent = lazily<[], CardRow>(
    db,
    `${SELECT_CARD} where card.absent_since is null order by card.position`,
  )
  const updateSchedule = lazily<[ScheduleRow & {id: string}]>(
    db,
    `update cards set ${SCHEDULE_COLUMNS.map(column => `${column} = @${column}`).join(', ')} where id = @id`,
  )
  const selectSchedule = lazily<[id: string], ScheduleRow>(
    db,
    `select ${SCHEDULE} from cards as card where card.id = ?`,
  )
  const selectSchedules = lazily<[], ScheduleRow & {id: string}>(
    db,
    `select card.id, ${SCHEDULE} from cards as card order by card.id`,
  )
  let isFolding = false

  function cardById(id: CardId): Card | undefined {
    const row = selectOne().get(id)
    return row && cardOfRow(row)
  }

  function scan(text: string): readonly CardRow[] {
    if (!isFolding) {
      db.function('contains_folded', {deterministic: true}, containsFolded)
      isFolding = true
    }
    return selectHaving().all(fold(text))
  }

  return {
    /** A card, also an absent one. */
    cardById,

    /** The cards with these ids, in the order of the ids; ids of no card are left out. */
    cardsByIds(ids: readonly CardId[]): readonly Card[] {
      return ids.map(cardById).filter(card => card !== undefined)
    },

    /** The card with this id, or else the only one whose id begins so; in any case of letters. */
    cardByIdPrefix(prefix: string): CardLookup {
      const typed = prefix.toLowerCase()
      const exact = cardById(typed as CardId)
      if (exact) return {outcome: 'found', card: exact}
      const ids = selectIds()
        .all(typed, `${typed}\u{10ffff}`)
        .map(({id}) => id as CardId)
      if (ids.length > 1) return {outcome: 'ambiguous', ids}
      const card = ids[0] && cardById(ids[0])
      return card ? {outcome: 'found', card} : {outcome: 'none'}
    },

    /**
     * Present cards that hold every word of the text, or one that begins so, in question or answer; else those that hold the text
     * somewhere. In any case of letters and with or without accents, in document order.
     */
    findCards(text: string): readonly Card[] {
      if (text === '') return selectPresent().all().map(cardOfRow)
      const query = index.queryFor(text)
      const rows = query === undefined ? [] : selectMatching().all(query)
      return (rows.length > 0 ? rows : scan(text)).map(cardOfRow)
    },

    /** A card’s schedule. @throws Error where there is no such card. */
    scheduleOf(id: CardId): Schedule {
      const row = selectSchedule().get(id)
      if (!row) throw new Error(`No card has the id ${id}`)
      return scheduleOfRow(row)
    },

    /** Every card, absent ones too, with its schedule. Nothing can be written while they are read. */
    *schedules(): Generator<readonly [CardId, Schedule]> {
      for (const row of selectSchedules().iterate()) yield [row.id as CardId, scheduleOfRow(row)]
    },

    writeSchedule(id: CardId, schedule: Schedule): void {
      updateSchedule().run({...rowOfSchedule(schedule), id})
    },
  }
}

function cardOfRow(row: CardRow): Card {
  return {
    id: row.id as CardId,
    noteId: row.note_id as NoteId,
    variant: row.variant as Variant,
    deck: row.deck as DeckName,
    section: listOfJson(row.section),
    tags: listOfJson(row.tags),
    content: contentOfRow(row),
    source: {path: row.path, line: row.line},
    schedule: scheduleOfRow(row),
    marks: NO_MARKS,
    ...(row.is_absent === 1 && {isAbsent: true}),
  }
}

/** 1 where the text holds what is sought, for SQLite’s lower() knows no letters beyond ASCII. */
function containsFolded(text: string, folded: string): number {
  return Number(fold(text).includes(folded))
}

/** Without case and accents, as the index of words has it. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
}
