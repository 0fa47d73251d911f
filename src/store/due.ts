import type {Database} from 'better-sqlite3'
import type {Card, CardId} from '../core/card.ts'
import {compareDecks, type DeckName, type NoteId} from '../core/note.ts'
import type {Upcoming} from '../core/session-summary.ts'
import type {Instant, StudyDay} from '../core/time.ts'
import {SCHEDULE} from './card-row.ts'
import {explainingEach} from './failure.ts'
import {conditionsOf, type StoredFilter} from './filter.ts'
import {type ScheduleRow, scheduleOfRow} from './schedule-row.ts'
import {lazily, statementsBySql} from './statement.ts'

/** All of a card that the order of a session depends on. */
export type DueCard = Pick<Card, 'id' | 'noteId' | 'deck' | 'schedule'>

/** The cards that could be asked: present, neither suspended nor buried. */
export interface DueCards {
  /** Every card in learning or relearning by due time, also those that are due later. */
  readonly learning: readonly DueCard[]
  /** Cards in review that are due, by due day; read as they are asked for, and nothing can be written meanwhile. */
  readonly review: Iterable<DueCard>
  /** New cards in document order; read as they are asked for, too. */
  readonly new: Iterable<DueCard>
}

/** Cards of one deck, without the decks below it, daily limits not applied. */
export interface DeckCounts {
  readonly deck: DeckName
  /** Present cards of any phase, suspended and buried ones too. */
  readonly cards: number
  readonly new: number
  /** In learning or relearning, and due until the given instant. */
  readonly learning: number
  /** In review, and due on the given study day or before. */
  readonly review: number
}

/** Decks without those below them, none for all; what else the cards have to be; and the day on which they are asked. */
export interface DueChoice extends Omit<StoredFilter, 'isSuspended'> {
  readonly decks: readonly DeckName[]
  readonly today: StudyDay
  /** Days from today on whose reviews count as due; 0 unless given. */
  readonly aheadDays?: number
}

interface DueRow extends ScheduleRow {
  readonly id: string
  readonly note_id: string
  readonly deck: string
}

interface CountRow {
  readonly deck: string
  readonly count: number
}

const SELECT = `select card.id, card.note_id, card.deck, ${SCHEDULE} from cards as card`

/** In a source and not suspended: the words of the partial indexes. */
const OPEN = 'card.absent_since is null and card.suspended_at is null'
const UNBURIED = '(card.buried_until is null or card.buried_until <= @today)'

/** What may be asked, from the partial indexes made for it. */
export function dueView(db: Database) {
  const selecting = statementsBySql<DueRow>(db)
  const counting = statementsBySql<{day: number; cards: number}>(db)
  const learning = (where: string) =>
    selecting(
      `${SELECT} where card.due_at is not null and ${OPEN} and ${UNBURIED}${where} order by card.due_at, card.id`,
    )
  const review = (where: string) =>
    selecting(
      `${SELECT} where card.due_day <= @until and ${OPEN} and ${UNBURIED}${where} order by card.due_day`,
    )
  const fresh = (where: string) =>
    selecting(
      `${SELECT} where card.phase = 'new' and ${OPEN} and ${UNBURIED}${where} order by card.position`,
    )
  const any = (where: string) =>
    selecting(`${SELECT} where ${OPEN} and ${UNBURIED}${where} order by card.position`)
  // What is buried is buried until tomorrow at most, and these are the days from tomorrow on.
  const countNext = (where: string) =>
    counting(
      `select card.due_day as day, count(*) as cards from cards as card
      where ${OPEN}${where} and card.due_day <= max(@today + 1, (
        select min(card.due_day) from cards as card where card.due_day is not null and ${OPEN}${where}))
      group by card.due_day`,
    )
  // Each part is answered by an index, without looking at a card.
  const selectDecks = lazily<[], {deck: string}>(
    db,
    [
      "phase = 'new' and suspended_at is null",
      'due_at is not null and suspended_at is null',
      'due_day is not null and suspended_at is null',
      'suspended_at is not null',
    ]
      .map(part => `select distinct deck from cards where ${part} and absent_since is null`)
      .join(' union '),
  )
  const countAll = lazily<[], CountRow>(
    db,
    'select deck, count(*) as count from cards where absent_since is null group by deck',
  )
  const countWhere = (condition: string) =>
    lazily<[{today: number; until: number}], CountRow>(
      db,
      `select card.deck, count(*) as count from cards as card where ${condition} and ${OPEN} and ${UNBURIED} group by card.deck`,
    )
  const countNew = countWhere(`card.phase = 'new'`)
  const countLearning = countWhere('card.due_at <= @until')
  const countReview = countWhere('card.due_day <= @today')

  /** What goes wrong while rows are read is explained as if all were read at once. */
  const read = (rows: Iterable<DueRow>) => explainingEach(db.name, dueCardsOf(rows))

  return {
    /** What a session may ask of these cards; of all decks where none are named. */
    dueCards(choice: DueChoice): DueCards {
      const {sql, parameters} = parametersOf(choice)
      return {
        learning: learning(sql).all(parameters).map(dueCardOfRow),
        review: {[Symbol.iterator]: () => read(review(sql).iterate(parameters))},
        new: {[Symbol.iterator]: () => read(fresh(sql).iterate(parameters))},
      }
    },

    /** All these cards that may be asked today, due or not, in document order: what is asked outside the schedule. */
    openCards(choice: DueChoice): readonly DueCard[] {
      const {sql, parameters} = parametersOf(choice)
      return any(sql).all(parameters).map(dueCardOfRow)
    },

    /** What decides about what comes next: all in learning, and how many reviews the first day has that has any from tomorrow on. */
    upcoming(choice: DueChoice): Upcoming {
      const {sql, parameters} = parametersOf(choice)
      const reviews = countNext(sql).all(parameters)
      return {
        learning: learning(sql).all(parameters).map(scheduleOfRow),
        reviews: reviews.map(({day, cards}) => ({day: day as StudyDay, cards})),
      }
    },

    /** The decks that present cards are in, in no order. */
    decksWithCards(): readonly DeckName[] {
      return selectDecks()
        .all()
        .map(({deck}) => deck as DeckName)
    },

    /** Every deck that has present cards, in the order of their names. What is suspended or buried counts as a card, and as nothing else. */
    deckCounts({
      today,
      until,
    }: {
      readonly today: StudyDay
      readonly until: Instant
    }): readonly DeckCounts[] {
      const of = (rows: readonly CountRow[]) => new Map(rows.map(row => [row.deck, row.count]))
      const counts = {
        new: of(countNew().all({today, until})),
        learning: of(countLearning().all({today, until})),
        review: of(countReview().all({today, until})),
      }
      return countAll()
        .all()
        .map(({deck, count}) => ({
          deck: deck as DeckName,
          cards: count,
          new: counts.new.get(deck) ?? 0,
          learning: counts.learning.get(deck) ?? 0,
          review: counts.review.get(deck) ?? 0,
        }))
        .sort((a, b) => compareDecks(a.deck, b.deck))
    },
  }
}

function parametersOf({today, aheadDays = 0, ...filter}: DueChoice) {
  const {sql, parameters} = conditionsOf(filter)
  return {sql, parameters: {...parameters, today, until: today + aheadDays}}
}

function* dueCardsOf(rows: Iterable<DueRow>): Generator<DueCard> {
  for (const row of rows) yield dueCardOfRow(row)
}

function dueCardOfRow(row: DueRow): DueCard {
  return {
    id: row.id as CardId,
    noteId: row.note_id as NoteId,
    deck: row.deck as DeckName,
    schedule: scheduleOfRow(row),
  }
}
