import type {Database} from 'better-sqlite3'
import type {Card, CardId} from '../core/card.ts'
import {compareDecks, type DeckName, type NoteId} from '../core/note.ts'
import type {Upcoming} from '../core/session-summary.ts'
import type {Instant, StudyDay} from '../core/time.ts'
import {SCHEDULE} from './cards.ts'
import {explainingEach} from './failure.ts'
import {type ScheduleRow, scheduleOfRow} from './schedule-row.ts'
import {lazily} from './statement.ts'

/** All of a card that the order of a session depends on. */
export type DueCard = Pick<Card, 'id' | 'noteId' | 'deck' | 'schedule'>

/** The present cards of the chosen decks that could be asked. */
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
  /** Present cards of any phase. */
  readonly cards: number
  readonly new: number
  /** In learning or relearning, and due until the given instant. */
  readonly learning: number
  /** In review, and due on the given study day or before. */
  readonly review: number
}

/** Decks without those below them; none for all. And the day on which they are asked. */
export interface DeckChoice {
  readonly decks: readonly DeckName[]
  readonly today: StudyDay
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

/** The decks of a JSON list; `null` for every deck. */
const IN_DECKS = '(@decks is null or card.deck in (select value from json_each(@decks)))'

/** What may be asked, from the partial indexes made for it. */
export function dueView(db: Database) {
  const learning = lazily<[Readonly<{decks: string | null}>], DueRow>(
    db,
    `${SELECT} where card.due_at is not null and card.absent_since is null and ${IN_DECKS} order by card.due_at, card.id`,
  )
  const review = lazily<[{decks: string | null; today: number}], DueRow>(
    db,
    `${SELECT} where card.due_day <= @today and card.absent_since is null and ${IN_DECKS}
      order by card.due_day`,
  )
  const fresh = lazily<[{decks: string | null}], DueRow>(
    db,
    `${SELECT} where card.phase = 'new' and card.absent_since is null and ${IN_DECKS} order by card.position`,
  )
  const countNext = lazily<[{decks: string | null; today: number}], {day: number; cards: number}>(
    db,
    `select card.due_day as day, count(*) as cards from cards as card
      where card.absent_since is null and ${IN_DECKS} and card.due_day <= max(@today + 1, (
        select min(card.due_day) from cards as card
        where card.due_day is not null and card.absent_since is null and ${IN_DECKS}))
      group by card.due_day`,
  )
  // Each part is answered by an index, without looking at a card.
  const selectDecks = lazily<[], {deck: string}>(
    db,
    ["phase = 'new'", 'due_at is not null', 'due_day is not null']
      .map(part => `select distinct deck from cards where ${part} and absent_since is null`)
      .join(' union '),
  )
  const countAll = lazily<[], CountRow>(
    db,
    'select deck, count(*) as count from cards where absent_since is null group by deck',
  )
  const countNew = lazily<[], CountRow>(
    db,
    `select deck, count(*) as count from cards where phase = 'new' and absent_since is null group by deck`,
  )
  const countLearning = lazily<[until: number], CountRow>(
    db,
    'select deck, count(*) as count from cards where due_at <= ? and absent_since is null group by deck',
  )
  const countReview = lazily<[today: number], CountRow>(
    db,
    'select deck, count(*) as count from cards where due_day <= ? and absent_since is null group by deck',
  )

  /** What goes wrong while rows are read is explained as if all were read at once. */
  const read = (rows: Iterable<DueRow>) => explainingEach(db.name, dueCardsOf(rows))

  return {
    /** What a session may ask of these decks; of all decks where none are named. */
    dueCards(choice: DeckChoice): DueCards {
      const {decks, today} = parametersOf(choice)
      return {
        learning: learning().all({decks}).map(dueCardOfRow),
        review: {[Symbol.iterator]: () => read(review().iterate({decks, today}))},
        new: {[Symbol.iterator]: () => read(fresh().iterate({decks}))},
      }
    },

    /** What decides about what comes next: all in learning, and how many reviews the first day has that has any from tomorrow on. */
    upcoming(choice: DeckChoice): Upcoming {
      const {decks, today} = parametersOf(choice)
      const reviews = countNext().all({decks, today})
      return {
        learning: learning().all({decks}).map(scheduleOfRow),
        reviews: reviews.map(({day, cards}) => ({day: day as StudyDay, cards})),
      }
    },

    /** The decks that present cards are in, in no order. */
    decksWithCards(): readonly DeckName[] {
      return selectDecks()
        .all()
        .map(({deck}) => deck as DeckName)
    },

    /** Every deck that has present cards, in the order of their names. */
    deckCounts({
      today,
      until,
    }: {
      readonly today: StudyDay
      readonly until: Instant
    }): readonly DeckCounts[] {
      const of = (rows: readonly CountRow[]) => new Map(rows.map(row => [row.deck, row.count]))
      const counts = {
        new: of(countNew().all()),
        learning: of(countLearning().all(until)),
        review: of(countReview().all(today)),
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

function parametersOf({decks, today}: DeckChoice): {decks: string | null; today: number} {
  return {decks: decks.length === 0 ? null : JSON.stringify(decks), today}
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
