import type {Database} from 'better-sqlite3'
import type {CardId} from '../core/card.ts'
import {type CardFilter, isAnyCard} from '../core/review-choice.ts'
import type {DashboardInput} from '../core/statistics/build-dashboard.ts'
import type {CardRow} from '../core/statistics/card-row.ts'
import type {StudyDay} from '../core/time.ts'
import {SCHEDULE} from './card-row.ts'
import {conditionsOf} from './filter.ts'
import {reviewRows} from './review-rows.ts'
import {type ScheduleRow, scheduleOfRow} from './schedule-row.ts'
import {lazily, statementsBySql} from './statement.ts'

/** What a dashboard is built from. */
export type DashboardRows = Pick<
  DashboardInput,
  'cards' | 'firstDay' | 'forEachReview' | 'questionOf'
>

interface StatisticsRow extends ScheduleRow {
  readonly id: string
  readonly deck: string
  readonly is_absent: 0 | 1
  readonly is_suspended: 0 | 1
}

/** The rows that statistics are made of. */
export function dashboardView(db: Database) {
  const forEachReview = reviewRows(db)
  const cards = statementsBySql<StatisticsRow>(db)
  const firstDays = statementsBySql<{day: number | null}>(db)
  const question = lazily<[cardId: string], {question: string}>(
    db,
    `select coalesce(note.question, note.cloze_text) as question
      from cards as card join notes as note on note.id = card.note_id where card.id = ?`,
  )

  function rowsFor(filter: CardFilter): DashboardRows {
    const {sql, parameters} = conditionsOf(filter)
    const select = `select card.id, card.deck, ${SCHEDULE}, card.absent_since is not null as is_absent,
      card.suspended_at is not null as is_suspended from cards as card where true${sql}`
    const rows = cards(select).all(parameters).map(cardOfRow)
    // The first entry of a card is a review: an undo needs one before it.
    const first = isAnyCard(filter)
      ? `select min(study_day) as day from reviews where kind = 'review'`
      : `select min(entry.study_day) as day from cards as card join reviews as entry on entry.id = (
          select id from reviews where card_id = card.id order by id limit 1) where true${sql}`
    const ids = rows.map(({id}) => id)
    return {
      cards: rows,
      firstDay: (firstDays(first).get(parameters)?.day as StudyDay | null | undefined) ?? undefined,
      forEachReview: visit => forEachReview(ids, visit),
      questionOf: id => question().get(id)?.question,
    }
  }

  return {
    /**
     * Hands the rows of some cards, absent ones too, and of their reviews to a function, and returns what it makes of them. What
     * is read meanwhile is of one moment.
     */
    withDashboardRows<Result>(filter: CardFilter, use: (rows: DashboardRows) => Result): Result {
      return db.transaction(() => use(rowsFor(filter)))()
    },
  }
}

function cardOfRow(row: StatisticsRow): CardRow {
  return {
    id: row.id as CardId,
    deck: row.deck,
    schedule: scheduleOfRow(row),
    isAbsent: row.is_absent === 1,
    isSuspended: row.is_suspended === 1,
  }
}
