import type {CardFilter} from '../core/review-choice.ts'
import {LEECH_LAPSES} from '../core/statistics/leeches.ts'

/** What a list of cards may be narrowed to; what is left out asks for nothing. */
export type StoredFilter = Partial<CardFilter> & {readonly isSuspended?: boolean}

/** Parameters that belong to conditions on cards. */
export type FilterParameters = Readonly<Record<string, string | number | null>>

const HAS_TAG = (column: string) =>
  `exists (select 1 from json_each(note.${column}) as tag where tag.value in (select value from json_each(@tags)))`

/** Conditions on `cards as card`, each beginning with `and`, and their parameters: `isChosen` in SQL. */
export function conditionsOf(filter: StoredFilter): {
  readonly sql: string
  readonly parameters: FilterParameters
} {
  const {decks = [], tags = [], flags = [], leeches, needsFixing, isSuspended} = filter
  const conditions: string[] = []
  const parameters: Record<string, string | number> = {}
  if (decks.length > 0) {
    conditions.push('card.deck in (select value from json_each(@decks))')
    parameters['decks'] = JSON.stringify(decks)
  }
  if (tags.length > 0) {
    // Asked card by card: most lists end after a few, and to look through all notes takes as long as there are notes.
    conditions.push(
      `(select ${HAS_TAG('tags')} or note.own_tags <> '[]' and ${HAS_TAG('own_tags')} from notes as note where note.id = card.note_id)`,
    )
    parameters['tags'] = JSON.stringify(tags)
  }
  if (flags.length > 0) {
    conditions.push('card.flag in (select value from json_each(@flags))')
    parameters['flags'] = JSON.stringify(flags)
  }
  if (leeches) {
    conditions.push('card.lapses >= @leech')
    parameters['leech'] = LEECH_LAPSES
  }
  if (needsFixing) {
    conditions.push(
      'card.note_id in (select note.id from notes as note where note.needs_fixing = 1)',
    )
  }
  if (isSuspended !== undefined) {
    conditions.push(`card.suspended_at is ${isSuspended ? 'not ' : ''}null`)
  }
  return {sql: conditions.map(condition => ` and ${condition}`).join(''), parameters}
}
