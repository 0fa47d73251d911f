import type {Card, CardId, Variant} from '../core/card.ts'
import {type Flag, type Marks, NO_MARKS, ownTagsBeside} from '../core/marks.ts'
import type {DeckName, NoteId} from '../core/note.ts'
import type {StudyDay} from '../core/time.ts'
import {type ContentRow, contentOfRow, listOfJson} from './note-row.ts'
import {type ScheduleRow, scheduleOfRow} from './schedule-row.ts'

/** A card as `SELECT_CARD` reads it. */
export interface CardRow extends ScheduleRow, ContentRow {
  readonly id: string
  readonly note_id: string
  readonly variant: string
  readonly deck: string
  readonly section: string
  readonly tags: string
  readonly own_tags: string
  readonly needs_fixing: 0 | 1
  readonly flag: number | null
  readonly buried_until: number | null
  readonly is_suspended: 0 | 1
  readonly path: string
  readonly line: number
  readonly is_absent: 0 | 1
}

export const SCHEDULE_COLUMNS = [
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

/** Cards with their notes and sources; named `card`, `note` and `source`. */
export const SELECT_CARD = `
  select card.id, card.note_id, card.variant, card.deck, ${SCHEDULE}, source.path, note.line, note.section, note.tags,
    card.absent_since is not null as is_absent, card.suspended_at is not null as is_suspended, card.buried_until, card.flag,
    note.needs_fixing, note.own_tags,
    note.kind, note.question, note.answer, note.cloze_text, note.deletions, note.extra
  from cards as card join notes as note on note.id = card.note_id join sources as source on source.id = note.source_id`

export function cardOfRow(row: CardRow): Card {
  const tags = listOfJson(row.tags)
  const marks = marksOfRow(row, tags)
  return {
    id: row.id as CardId,
    noteId: row.note_id as NoteId,
    variant: row.variant as Variant,
    deck: row.deck as DeckName,
    section: listOfJson(row.section),
    tags: marks.ownTags.length === 0 ? tags : [...tags, ...marks.ownTags],
    content: contentOfRow(row),
    source: {path: row.path, line: row.line},
    schedule: scheduleOfRow(row),
    marks,
    ...(row.is_absent === 1 && {isAbsent: true}),
  }
}

function marksOfRow(row: CardRow, tags: readonly string[]): Marks {
  const {is_suspended, buried_until, flag, needs_fixing, own_tags} = row
  const isMarked = is_suspended + needs_fixing > 0 || buried_until !== null || flag !== null
  if (!isMarked && own_tags === '[]') return NO_MARKS
  return {
    isSuspended: is_suspended === 1,
    buriedUntil: (buried_until as StudyDay | null) ?? undefined,
    flag: (flag as Flag | null) ?? undefined,
    needsFixing: needs_fixing === 1,
    ownTags: ownTagsBeside(tags, listOfJson(own_tags)),
  }
}
