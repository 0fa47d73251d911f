import type {Database} from 'better-sqlite3'
import type {CardId} from '../core/card.ts'
import type {NoteId} from '../core/note.ts'
import type {OptionsId} from '../core/options.ts'
import type {Rating} from '../core/rating.ts'
import {LogError, reviewsInForce} from '../core/replay.ts'
import type {EntryId, LogEntry, Review, Undo} from '../core/review-log.ts'
import type {Phase} from '../core/schedule.ts'
import type {Instant, StudyDay} from '../core/time.ts'
import {rowOfSchedule, type ScheduleRow, scheduleOfRow} from './schedule-row.ts'
import {lazily} from './statement.ts'

/** A row of the log, of any kind. */
export interface EntryRow extends Omit<ScheduleRow, 'phase' | 'last_review_at' | 'last_day'> {
  readonly id: string
  readonly card_id: string
  readonly kind: string
  readonly at: number
  readonly study_day: number
  readonly utc_offset_minutes: number
  readonly rating: string | null
  readonly duration_ms: number | null
  readonly options_id: string | null
  readonly before_phase: string | null
  readonly phase: Phase | null
  readonly voids: string | null
  readonly points_recalled: number | null
  readonly points_total: number | null
}

const COLUMNS = [
  'id',
  'card_id',
  'kind',
  'at',
  'study_day',
  'utc_offset_minutes',
  'rating',
  'duration_ms',
  'options_id',
  'before_phase',
  'phase',
  'stability',
  'difficulty',
  'reps',
  'lapses',
  'step',
  'due_at',
  'due_day',
  'voids',
  'points_recalled',
  'points_total',
] as const satisfies readonly (keyof EntryRow)[]

/** A condition on `reviews as entry`. */
export const NOT_TAKEN_BACK =
  'not exists (select 1 from reviews as undo where undo.voids is not null and undo.voids = entry.id)'

/** The append-only log. Ids ascend in the order of recording. */
export type ReviewsTable = ReturnType<typeof reviewsTable>

export function reviewsTable(db: Database) {
  const insert = lazily<[EntryRow]>(
    db,
    `insert into reviews (${COLUMNS.join(', ')}) values (${COLUMNS.map(column => `@${column}`).join(', ')})`,
  )
  const selectOfCard = lazily<[cardId: string], EntryRow>(
    db,
    'select * from reviews where card_id = ? order by id',
  )
  const selectCardIds = lazily<[], {card_id: string}>(
    db,
    'select distinct card_id from reviews order by card_id',
  )
  const selectNewest = lazily<[], EntryRow>(
    db,
    `select * from reviews as entry where entry.kind = 'review' and ${NOT_TAKEN_BACK} order by entry.id desc limit 1`,
  )
  const selectNewestOfCard = lazily<[cardId: string], EntryRow>(
    db,
    `select * from reviews as entry
      where entry.card_id = ? and entry.kind = 'review' and ${NOT_TAKEN_BACK} order by entry.id desc limit 1`,
  )
  const selectLastId = lazily<[], {id: string | null}>(db, 'select max(id) as id from reviews')
  const selectNotes = lazily<[day: number], {note_id: string}>(
    db,
    `select distinct card.note_id from reviews as entry join cards as card on card.id = entry.card_id
      where entry.kind = 'review' and entry.study_day = ? and ${NOT_TAKEN_BACK}`,
  )

  return {
    append(entry: LogEntry): void {
      insert().run(rowOfEntry(entry))
    },

    /** The greatest id so far: new ids must be greater. */
    lastEntryId(): EntryId | undefined {
      return (selectLastId().get()?.id as EntryId | null | undefined) ?? undefined
    },

    /** All that was recorded of a card, in order, with what was taken back. */
    entriesOf(cardId: CardId): readonly LogEntry[] {
      return selectOfCard().all(cardId).map(entryOfRow)
    },

    /** The reviews of a card that were not taken back, in the order in which they happened. */
    reviewsOfCard(cardId: CardId): readonly Review[] {
      return reviewsInForce(selectOfCard().all(cardId).map(entryOfRow))
    },

    /** Every card that the log knows, in the order of their ids. */
    reviewedCardIds(): readonly CardId[] {
      return selectCardIds()
        .all()
        .map(row => row.card_id as CardId)
    },

    /** The last review that was not taken back. */
    newestReview(): Review | undefined {
      const row = selectNewest().get()
      return row && reviewOfRow(row)
    },

    /** The last review of a card that was not taken back. */
    newestReviewOf(cardId: CardId): Review | undefined {
      const row = selectNewestOfCard().get(cardId)
      return row && reviewOfRow(row)
    },

    /** Notes of which a card was reviewed on this study day. */
    notesReviewedOn(day: StudyDay): ReadonlySet<NoteId> {
      return new Set(
        selectNotes()
          .all(day)
          .map(row => row.note_id as NoteId),
      )
    },
  }
}

function rowOfEntry(entry: LogEntry): EntryRow {
  const {id, cardId, at, studyDay, utcOffsetMinutes} = entry
  const common = {
    id,
    card_id: cardId,
    at,
    study_day: studyDay,
    utc_offset_minutes: Math.round(utcOffsetMinutes),
  }
  switch (entry.kind) {
    case 'review':
      return {
        ...rowOfSchedule(entry.after),
        ...common,
        kind: entry.kind,
        rating: entry.rating,
        duration_ms: Math.round(entry.durationMs),
        options_id: entry.optionsId,
        before_phase: entry.before,
        voids: null,
        points_recalled: entry.points?.recalled ?? null,
        points_total: entry.points?.total ?? null,
      }
    case 'undo':
      return {
        ...rowOfSchedule({phase: 'new'}),
        ...common,
        phase: null,
        kind: entry.kind,
        rating: null,
        duration_ms: null,
        options_id: null,
        before_phase: null,
        voids: entry.voids,
        points_recalled: null,
        points_total: null,
      }
  }
}

function entryOfRow(row: EntryRow): LogEntry {
  if (row.kind === 'review') return reviewOfRow(row)
  if (row.kind === 'undo') return undoOfRow(row)
  throw new LogError(`Entry ${row.id} is of kind ${row.kind}, which this version does not write`)
}

/** A row of the kind `review` as the core knows it. */
export function reviewOfRow(row: EntryRow): Review {
  const phase = row.phase as Phase
  const {points_recalled: recalled, points_total: total} = row
  return {
    ...commonOfRow(row),
    kind: 'review',
    rating: row.rating as Rating,
    durationMs: row.duration_ms as number,
    optionsId: row.options_id as OptionsId,
    before: row.before_phase as Phase,
    after: scheduleOfRow({...row, phase, last_review_at: row.at, last_day: row.study_day}),
    ...(recalled !== null && total !== null && {points: {recalled, total}}),
  }
}

function undoOfRow(row: EntryRow): Undo {
  return {...commonOfRow(row), kind: 'undo', voids: row.voids as EntryId}
}

function commonOfRow(row: EntryRow) {
  return {
    id: row.id as EntryId,
    cardId: row.card_id as CardId,
    at: row.at as Instant,
    studyDay: row.study_day as StudyDay,
    utcOffsetMinutes: row.utc_offset_minutes,
  }
}
