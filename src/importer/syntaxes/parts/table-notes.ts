import type {NoteContent} from '../../../core/note.ts'
import {deckNameOf, tagsFrom} from '../../deck-name.ts'
import {clozeOf} from './cloze.ts'
import {ankiDeletions} from './cloze-marks.ts'
import {isHtml, markdownOf} from './html-fields.ts'
import type {DraftNote, Unanswered} from './reading.ts'
import type {TableRecord} from './records.ts'

/** Which column of a table holds what; indexes from 0. */
export interface Columns {
  readonly front: number
  readonly back: number
  /** Shown with the answer. */
  readonly others: readonly number[]
  /** Choices, shown with the question. */
  readonly options?: readonly number[]
  readonly tags?: number | undefined
  readonly deck?: number | undefined
  readonly noteType?: number | undefined
  readonly guid?: number | undefined
}

/** How the fields of a table are written. */
interface TableFormat {
  readonly columns: Columns
  readonly html: boolean
  /** Note type of all records, where the table names one. */
  readonly noteType?: string
}

/** One note for each record with both sides; records without a back are left over. */
export function notesOfRecords(
  records: readonly TableRecord[],
  format: TableFormat,
): {notes: readonly DraftNote[]; unanswered: readonly Unanswered[]} {
  const notes: DraftNote[] = []
  const unanswered: Unanswered[] = []
  for (const record of records) {
    const content = contentOf(record, format)
    const {line, endLine} = record
    if (content === undefined) unanswered.push({line, endLine})
    else notes.push({content, line, endLine, section: [], ...ownOf(record, format.columns)})
  }
  return {notes, unanswered}
}

function contentOf(
  {fields}: TableRecord,
  {columns, html, noteType}: TableFormat,
): NoteContent | undefined {
  const field = (index: number | undefined): string => {
    const raw = index === undefined ? '' : (fields[index] ?? '')
    return html || isHtml(raw) ? markdownOf(raw) : raw.trim()
  }
  const options = (columns.options ?? []).map(field).filter(text => text !== '')
  const front = field(columns.front)
  const question =
    options.length === 0 ? front : `${front}\n\n${options.map(option => `- ${option}`).join('\n')}`
  const others = columns.others.map(field).filter(text => text !== '')
  const answer = withoutRepeatedFront(
    [field(columns.back), ...others].filter(text => text !== '').join('\n\n'),
    question,
  )
  const cloze = clozeOf(question, ankiDeletions(question), answer)
  if (cloze !== undefined) return cloze
  if (question === '' || answer === '') return undefined
  const type = columns.noteType === undefined ? noteType : fields[columns.noteType]
  const isReversed = /revers|umgekehrt|invers/i.test(type ?? '') && !/optional/i.test(type ?? '')
  return {kind: isReversed ? 'reversed' : 'basic', question, answer}
}

/** An export of cards instead of notes repeats the front above a rule. */
function withoutRepeatedFront(answer: string, question: string): string {
  if (!answer.startsWith(question)) return answer
  return /^\s*\n---\s*\n+(.+)$/s.exec(answer.slice(question.length))?.[1]?.trim() ?? answer
}

function ownOf({fields}: TableRecord, {tags, deck, guid}: Columns): Partial<DraftNote> {
  const id = guid === undefined ? undefined : fields[guid]?.trim()
  const name = deck === undefined ? undefined : deckNameOf(fields[deck] ?? '')
  return {
    ...(tags !== undefined && {tags: tagsFrom(fields[tags] ?? '')}),
    ...(name !== undefined && {deck: name}),
    ...(id !== undefined && id !== '' && {authorId: id}),
  }
}
