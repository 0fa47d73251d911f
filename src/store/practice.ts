import type {Database} from 'better-sqlite3'
import type {CardId} from '../core/card.ts'
import type {Practice, PracticeUndo} from '../core/practice.ts'
import type {Rating} from '../core/rating.ts'
import type {EntryId} from '../core/review-log.ts'
import type {Instant, StudyDay} from '../core/time.ts'
import {lazily} from './statement.ts'

interface PracticeRow {
  readonly id: string
  readonly card_id: string
  readonly at: number
  readonly study_day: number
  readonly utc_offset_minutes: number
  readonly rating: string | null
  readonly duration_ms: number | null
  readonly voids: string | null
}

export type PracticeTable = ReturnType<typeof practiceTable>

/** The append-only log of answers outside the schedule. */
export function practiceTable(db: Database) {
  const insert = lazily<[PracticeRow]>(
    db,
    `insert into practice (id, card_id, at, study_day, utc_offset_minutes, rating, duration_ms, voids)
      values (@id, @card_id, @at, @study_day, @utc_offset_minutes, @rating, @duration_ms, @voids)`,
  )
  const selectOfCard = lazily<[cardId: string], PracticeRow>(
    db,
    `select * from practice as entry where card_id = ? and voids is null and not exists (
      select 1 from practice as undo where undo.voids is not null and undo.voids = entry.id) order by id`,
  )
  const selectNewest = lazily<[], PracticeRow>(
    db,
    `select * from practice as entry where voids is null and not exists (
      select 1 from practice as undo where undo.voids is not null and undo.voids = entry.id) order by id desc limit 1`,
  )
  const selectLastId = lazily<[], {id: string | null}>(db, 'select max(id) as id from practice')

  return {
    append(entry: Practice | PracticeUndo): void {
      const {id, cardId, at, studyDay, utcOffsetMinutes} = entry
      insert().run({
        id,
        card_id: cardId,
        at,
        study_day: studyDay,
        utc_offset_minutes: Math.round(utcOffsetMinutes),
        rating: 'rating' in entry ? entry.rating : null,
        duration_ms: 'rating' in entry ? Math.round(entry.durationMs) : null,
        voids: 'voids' in entry ? entry.voids : null,
      })
    },

    /** The answers to a card outside the schedule that were not taken back, in order. */
    practiceOfCard(cardId: CardId): readonly Practice[] {
      return selectOfCard().all(cardId).map(practiceOfRow)
    },

    /** The last answer outside the schedule that was not taken back. */
    newestPractice(): Practice | undefined {
      const row = selectNewest().get()
      return row && practiceOfRow(row)
    },

    /** The greatest id so far. */
    lastPracticeId(): EntryId | undefined {
      return (selectLastId().get()?.id as EntryId | null | undefined) ?? undefined
    },
  }
}

function practiceOfRow(row: PracticeRow): Practice {
  return {
    id: row.id as EntryId,
    cardId: row.card_id as CardId,
    at: row.at as Instant,
    studyDay: row.study_day as StudyDay,
    utcOffsetMinutes: row.utc_offset_minutes,
    rating: row.rating as Rating,
    durationMs: row.duration_ms as number,
  }
}
