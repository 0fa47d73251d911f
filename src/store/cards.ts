import type {Database} from 'better-sqlite3'
import type {Card, CardId} from '../core/card.ts'
import type {Schedule} from '../core/schedule.ts'
import {type CardRow, cardOfRow, SCHEDULE, SCHEDULE_COLUMNS, SELECT_CARD} from './card-row.ts'
import {conditionsOf, type StoredFilter} from './filter.ts'
import type {NoteIndex} from './note-index.ts'
import {rowOfSchedule, type ScheduleRow, scheduleOfRow} from './schedule-row.ts'
import {lazily, statementsBySql} from './statement.ts'

/** What a prefix of a card’s id leads to. */
export type CardLookup =
  | {readonly outcome: 'found'; readonly card: Card}
  | {readonly outcome: 'none'}
  /** At least two cards; the first ten. */
  | {readonly outcome: 'ambiguous'; readonly ids: readonly CardId[]}

/** Some of the cards that were found. */
export interface FoundCards {
  /** In document order. */
  readonly cards: readonly Card[]
  /** How many were found, with those that are left out. */
  readonly total: number
}

const MOST_CANDIDATES = 10

const JOIN_WORDS = ' join note_index as entry on entry.note_id = note.id'
const MATCHES = ' and entry.id in (select rowid from note_words where note_words match @query)'
const WITH_WORDS = `from note_words
  join note_index as entry on entry.id = note_words.rowid join cards as card on card.note_id = entry.note_id
  where note_words match @query`
const WITH_NOTES = 'from cards as card join notes as note on note.id = card.note_id where true'
const HOLDS = ` and contains_folded(
  coalesce(note.question, note.cloze_text) || char(10) || coalesce(note.answer, note.extra), @text)`

/** The cards as the learner meets them, and their schedules. */
export type CardsTable = ReturnType<typeof cardsTable>

export function cardsTable(db: Database, index: NoteIndex) {
  const selectOne = lazily<[id: string], CardRow>(db, `${SELECT_CARD} where card.id = ?`)
  const selectIds = lazily<[from: string, to: string], {id: string}>(
    db,
    `select id from cards where id >= ? and id < ? order by id limit ${MOST_CANDIDATES}`,
  )
  const selecting = statementsBySql<CardRow>(db)
  const selectingIds = statementsBySql<{readonly id: string; readonly total: number}>(db)
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

  /** Present cards that meet the conditions, in document order. */
  function select(
    joins: string,
    conditions: string,
    parameters: Readonly<Record<string, unknown>>,
  ) {
    const sql = `${SELECT_CARD}${joins} where card.absent_since is null${conditions} order by card.position`
    return selecting(sql).all(parameters)
  }

  /** Ids of present cards in document order, each with the number of all of them. */
  function firstIds(from: string, parameters: Readonly<Record<string, unknown>>, most: number) {
    const sql = `select card.id, count(*) over () as total ${from} and card.absent_since is null order by card.position limit @most`
    return selectingIds(sql).all({...parameters, most})
  }

  function fold(text: string): string {
    if (!isFolding) {
      db.function('contains_folded', {deterministic: true}, containsFolded)
      isFolding = true
    }
    return folded(text)
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
     * somewhere; narrowed to those that the filter lets through. In any case of letters and with or without accents, in document order.
     */
    findCards(text: string, filter: StoredFilter = {}): readonly Card[] {
      const {sql, parameters} = conditionsOf(filter)
      if (text === '') return select('', sql, parameters).map(cardOfRow)
      const query = index.queryFor(text)
      const matching =
        query === undefined ? [] : select(JOIN_WORDS, `${sql}${MATCHES}`, {...parameters, query})
      const rows =
        matching.length > 0
          ? matching
          : select('', `${sql}${HOLDS}`, {...parameters, text: fold(text)})
      return rows.map(cardOfRow)
    },

    /** The first `most` of the cards that `findCards` finds for a text, and how many it finds. No others are read. */
    searchCards(text: string, most: number): FoundCards {
      const query = index.queryFor(text)
      const matching = query === undefined ? [] : firstIds(WITH_WORDS, {query}, most)
      const rows =
        matching.length > 0 ? matching : firstIds(`${WITH_NOTES}${HOLDS}`, {text: fold(text)}, most)
      const cards = rows.map(({id}) => cardById(id as CardId)).filter(card => card !== undefined)
      return {cards, total: rows[0]?.total ?? 0}
    },

    /** Whether there is such a card, present or absent. */
    hasCard: (id: CardId): boolean => selectSchedule().get(id) !== undefined,

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

/** 1 where the text holds what is sought, for SQLite’s lower() knows no letters beyond ASCII. */
function containsFolded(text: string, sought: string): number {
  return Number(folded(text).includes(sought))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are characters like others here.
const ASCII = /^[\u0000-\u007f]*$/

/** Without case and accents, as the index of words has it. */
function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
}
