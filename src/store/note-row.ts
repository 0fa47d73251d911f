import type {Deletion, NoteContent, NoteKind} from '../core/note.ts'

/** The columns of `notes` that hold what the author wrote. */
export interface ContentRow {
  readonly kind: NoteKind
  readonly question: string | null
  readonly answer: string | null
  readonly cloze_text: string | null
  /** JSON of `Deletion[]`. */
  readonly deletions: string | null
  readonly extra: string | null
}

export function rowOfContent(content: NoteContent): ContentRow {
  if (content.kind === 'cloze') {
    const {kind, text, deletions, extra} = content
    const json = JSON.stringify(deletions)
    return {kind, question: null, answer: null, cloze_text: text, deletions: json, extra}
  }
  const {kind, question, answer} = content
  return {kind, question, answer, cloze_text: null, deletions: null, extra: null}
}

export function contentOfRow(row: ContentRow): NoteContent {
  if (row.kind !== 'cloze') {
    return {kind: row.kind, question: row.question as string, answer: row.answer as string}
  }
  return {
    kind: row.kind,
    text: row.cloze_text as string,
    deletions: JSON.parse(row.deletions as string) as Deletion[],
    extra: row.extra as string,
  }
}

/** A list of texts as the database holds it. */
export function listOfJson(json: string): readonly string[] {
  return json === '[]' ? [] : (JSON.parse(json) as string[])
}
