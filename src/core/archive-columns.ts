/** What a column of the archive holds, and how it is told from anything else. */
export type ColumnKind =
  | 'text'
  /** A whole number. */
  | 'integer'
  /** Milliseconds since the Unix epoch. */
  | 'instant'
  /** Days since 1970-01-01. */
  | 'day'
  | 'number'
  /** 0 or 1. */
  | 'truth'
  /** A list of texts. */
  | 'texts'
  /** Any JSON value. */
  | 'json'

export interface ArchiveColumn {
  readonly name: string
  readonly kind: ColumnKind
  /** Whether it may be without a value; it is left out then. */
  readonly isOptional: boolean
}

export interface ArchiveTable {
  readonly name: string
  /** The first ones are what the rows are sorted by. */
  readonly columns: readonly ArchiveColumn[]
}

/**
 * Every table and column that an archive holds, in an order in which they can be restored: all of the database but for what
 * is computed from the rest. A question mark stands after a kind that may be left out.
 */
export const ARCHIVE_TABLES: readonly ArchiveTable[] = [
  table('settings', {key: 'text', value: 'json'}),
  table('sources', {
    id: 'integer',
    path: 'text',
    hash: 'text',
    deck: 'text',
    layout: 'text',
    imported_at: 'instant',
    holds_copies: 'truth',
  }),
  table('notes', {
    id: 'text',
    source_id: 'integer',
    position: 'integer',
    line: 'integer',
    end_line: 'integer',
    deck: 'text',
    kind: 'text',
    question: 'text?',
    answer: 'text?',
    cloze_text: 'text?',
    deletions: 'json?',
    extra: 'text?',
    section: 'texts',
    tags: 'texts',
    author_id: 'text?',
    absent_since: 'instant?',
    needs_fixing: 'truth',
    own_tags: 'texts',
  }),
  table('cards', {
    id: 'text',
    note_id: 'text',
    variant: 'text',
    deck: 'text',
    position: 'integer',
    absent_since: 'instant?',
    phase: 'text',
    stability: 'number?',
    difficulty: 'number?',
    last_review_at: 'instant?',
    last_day: 'day?',
    reps: 'integer?',
    lapses: 'integer?',
    step: 'integer?',
    due_at: 'instant?',
    due_day: 'day?',
    suspended_at: 'instant?',
    buried_until: 'day?',
    flag: 'integer?',
  }),
  table('scheduling_options', {id: 'text', options: 'json'}),
  table('reviews', {
    id: 'text',
    card_id: 'text',
    kind: 'text',
    at: 'instant',
    study_day: 'day',
    utc_offset_minutes: 'integer',
    rating: 'text?',
    duration_ms: 'integer?',
    options_id: 'text?',
    before_phase: 'text?',
    phase: 'text?',
    stability: 'number?',
    difficulty: 'number?',
    reps: 'integer?',
    lapses: 'integer?',
    step: 'integer?',
    due_at: 'instant?',
    due_day: 'day?',
    voids: 'text?',
    points_total: 'integer?',
    points_recalled: 'integer?',
  }),
  table('practice', {
    id: 'text',
    card_id: 'text',
    at: 'instant',
    study_day: 'day',
    utc_offset_minutes: 'integer',
    rating: 'text?',
    duration_ms: 'integer?',
    voids: 'text?',
  }),
  table('steps', {
    number: 'integer',
    id: 'text',
    kind: 'text',
    at: 'instant',
    voids: 'integer?',
    action: 'json?',
    cards: 'texts?',
  }),
  table('step_changes', {
    step: 'integer',
    ordinal: 'integer',
    entity: 'text',
    row_id: 'text',
    before: 'json?',
  }),
]

function table(
  name: string,
  columns: Readonly<Record<string, ColumnKind | `${ColumnKind}?`>>,
): ArchiveTable {
  return {
    name,
    columns: Object.entries(columns).map(([column, kind]) => ({
      name: column,
      kind: kind.replace('?', '') as ColumnKind,
      isOptional: kind.endsWith('?'),
    })),
  }
}

/** Whether the database keeps the value as JSON text. */
export function isJson(kind: ColumnKind): boolean {
  return kind === 'texts' || kind === 'json'
}
