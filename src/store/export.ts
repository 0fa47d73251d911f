import type {Database} from 'better-sqlite3'
import type {Card} from '../core/card.ts'
import type {ExportedNote} from '../core/deck-notation.ts'
import {ownTagsBeside} from '../core/marks.ts'
import type {DeckName, NoteId} from '../core/note.ts'
import type {Review} from '../core/review-log.ts'
import {type CardRow, cardOfRow, SELECT_CARD} from './card-row.ts'
import {conditionsOf, type StoredFilter} from './filter.ts'
import {type ContentRow, contentOfRow, listOfJson} from './note-row.ts'
import {type EntryRow, NOT_TAKEN_BACK, reviewOfRow} from './reviews.ts'

interface ReviewRow extends EntryRow {
  readonly note_id: string
  readonly deck: string
}

interface NoteRow extends ContentRow {
  readonly id: string
  readonly deck: string
  readonly section: string
  readonly tags: string
  readonly own_tags: string
  readonly author_id: string | null
}

/** What leaves the collection, row by row: no more than one is held at a time, and nothing can be written meanwhile. */
export function exportView(db: Database) {
  return {
    /** Every review that was not taken back, in the order in which they were recorded. */
    *exportedReviews(
      filter: StoredFilter,
    ): Generator<{readonly review: Review; readonly noteId: NoteId; readonly deck: DeckName}> {
      const {sql, parameters} = conditionsOf(filter)
      const rows = db.prepare<[object], ReviewRow>(
        `select entry.*, card.note_id, card.deck from reviews as entry cross join cards as card
          where card.id = entry.card_id and entry.kind = 'review' and ${NOT_TAKEN_BACK}${sql} order by entry.id`,
      )
      for (const row of rows.iterate(parameters)) {
        yield {review: reviewOfRow(row), noteId: row.note_id as NoteId, deck: row.deck as DeckName}
      }
    },

    /** Every card in document order, absent ones too unless they are left out. */
    *exportedCards(filter: StoredFilter, {absent}: {readonly absent: boolean}): Generator<Card> {
      const {sql, parameters} = conditionsOf(filter)
      const presence = absent ? 'true' : 'card.absent_since is null'
      const rows = db.prepare<[object], CardRow>(
        `${SELECT_CARD} where ${presence}${sql} order by card.position, card.id`,
      )
      for (const row of rows.iterate(parameters)) yield cardOfRow(row)
    },

    /** Every present note that has such a card, in document order. The learner’s own tags are among its tags. */
    *exportedNotes(filter: StoredFilter): Generator<ExportedNote> {
      const {sql, parameters} = conditionsOf(filter)
      const rows = db.prepare<[object], NoteRow>(
        `select note.id, note.deck, note.section, note.tags, note.own_tags, note.author_id,
            note.kind, note.question, note.answer, note.cloze_text, note.deletions, note.extra
          from notes as note where note.absent_since is null
            and exists (select 1 from cards as card where card.note_id = note.id and card.absent_since is null${sql})
          order by note.source_id, note.position`,
      )
      for (const row of rows.iterate(parameters)) yield exportedNoteOfRow(row)
    },
  }
}

function exportedNoteOfRow(row: NoteRow): ExportedNote {
  const tags = listOfJson(row.tags)
  return {
    id: row.id as NoteId,
    deck: row.deck as DeckName,
    content: contentOfRow(row),
    section: listOfJson(row.section),
    tags: [...tags, ...ownTagsBeside(tags, listOfJson(row.own_tags))],
    ...(row.author_id !== null && {authorId: row.author_id}),
  }
}
