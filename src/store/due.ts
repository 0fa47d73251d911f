import type {Database} from 'better-sqlite3'
import type {Card, CardId} from '../core/card.ts'
import {compareDecks, type DeckName, type NoteId} from '../core/note.ts'
import type {Schedule} from '../core/schedule.ts'
import type {Instant, StudyDay} from '../core/time.ts'
import {SCHEDULE} from './cards.ts'
import {type ScheduleRow, scheduleOfRow} from './schedule-row.ts'
import {lazily} from './statement.ts'

/** All of a card that the order of a session depends on. */
export type DueCard = Pick<Card, 'id' | 'noteId' | 'deck' | 'schedule'>

/** The present cards of the chosen decks that could be asked. */
export interface DueCards {
  /** Every card in learning or relearning by due time, also those that are due later. */
  readonly learning: readonly DueCard[]
  /** Cards in review that are due, by due day. */
  readonly review: readonly DueCard[]
  /** New cards in document order, read as they are asked for; nothing else can be written meanwhile. */
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

/** Decks, each with those below it; none for all. And the day on which they are asked. */
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

/** A deck and all below it, for each deck in a JSON list; `null` for every deck. */
const IN_DECKS = `(@decks is null or exists (
  select 1 from json_each(@decks) as chosen
  where card.deck = chosen.value or substr(card.deck, 1, length(chosen.value) + 2) = chosen.value || '::'))`

/** What may be asked, from the partial indexes made for it. */
export function dueView(db: Database) {
  const learning = lazily<[Readonly<{decks: string | null}>], DueRow>(
    db,
    `${SELECT} where card.due_at is not null and card.absent_since is null and ${IN_DECKS} order by card.due_at, card.id`,
  )
  const review = lazily<[{decks: string | null; today: number}], DueRow>(
    db,
    `${SELECT} where card.due_day <= @today and card.absent_since is null and ${IN_DECKS}
      order by card.due_day, card.position`,
  )
  const fresh = lazily<[{decks: string | null}], DueRow>(
    db,
    `${SELECT} where card.phase = 'new' and card.absent_since is null and ${IN_DECKS} order by card.position`,
  )
  const nextReviews = lazily<[{decks: string | null; today: number}], ScheduleRow>(
    db,
    `select ${SCHEDULE} from cards as card
      where card.absent_since is null and ${IN_DECKS} and card.due_day <= max(@today + 1, (
        select min(card.due_day) from cards as card
        where card.due_day is not null and card.absent_since is null and ${IN_DECKS}))`,
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

  return {
    /** What a session may ask of these decks and the decks below them; of all decks where none are named. */
    dueCards(choice: DeckChoice): DueCards {
      const {decks, today} = parametersOf(choice)
      return {
        learning: learning().all({decks}).map(dueCardOfRow),
        review: review().all({decks, today}).map(dueCardOfRow),
        new: {[Symbol.iterator]: () => dueCardsOf(fresh().iterate({decks}))},
      }
    },

    /** The schedules that decide what comes next: all in learning, and the reviews of the first day that has any from tomorrow on. */
    upcoming(choice: DeckChoice): readonly Schedule[] {
      const parameters = parametersOf(choice)
      const rows = [...learning().all(parameters), ...nextReviews().all(parameters)]
      return rows.map(scheduleOfRow)
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
