import {tagsFrom} from '../deck-name.ts'
import type {Reader} from '../reading.ts'
import {columnsInOrder, namedColumns} from './parts/columns.ts'
import {type DraftNote, readingOf} from './parts/reading.ts'
import {recordsOf} from './parts/records.ts'
import {notesOfRecords} from './parts/table-notes.ts'
import {isBlank} from './parts/text.ts'

/** What may stand between the sides, and how sure it makes. Prose holds the later ones too. */
const SEPARATORS: readonly {
  readonly mark: string
  readonly confidence: number
  readonly least: number
  readonly share: number
}[] = [
  {mark: '\t', confidence: 0.95, least: 2, share: 0.6},
  {mark: '/////', confidence: 0.95, least: 2, share: 0.6},
  {mark: '---', confidence: 0.9, least: 2, share: 0.8},
  {mark: ';;;', confidence: 0.9, least: 2, share: 0.8},
  {mark: '::', confidence: 0.85, least: 2, share: 0.8},
  {mark: '|', confidence: 0.8, least: 3, share: 0.9},
  {mark: ' - ', confidence: 0.7, least: 4, share: 0.95},
  {mark: ' – ', confidence: 0.7, least: 4, share: 0.95},
  {mark: ' — ', confidence: 0.7, least: 4, share: 0.95},
  {mark: ';', confidence: 0.65, least: 4, share: 0.95},
  {mark: ' = ', confidence: 0.65, least: 4, share: 0.95},
  {mark: ': ', confidence: 0.45, least: 6, share: 1},
]
const CARD_ENDS = [';;;', ';', '\\n']

/** A pasted list of terms and definitions: one a line, with a separator of the author’s choice between the sides. */
export const quizlet: Reader = {
  name: 'quizlet',
  read: source => {
    if (!/(?:\.txt|(?:^|[\\/])[^.\\/]*)$/i.test(source.path)) return undefined
    const {lines} = source
    if (lines.some(line => /^(?:#|---\s*$|```|[QAC]:)/.test(line))) return undefined
    const filled = lines.filter(line => !isBlank(line))
    // Anki’s old exports name their tags on the first line.
    const tagLine = /^tags:[ \t]*([^\t]+)$/.exec(filled[0] ?? '')
    const tags = tagsFrom(tagLine?.[1])
    const isMark = (line: string) => tagLine !== null && line === filled[0]
    const oneLine = cardsOnFewLines(lines, filled.length)
    if (oneLine !== undefined)
      return readingOf('quizlet', source, {confidence: 0.85, notes: oneLine})
    for (const {mark, confidence, least, share} of SEPARATORS) {
      const parted = filled.filter(line => isParted(line, mark))
      if (parted.length < least || parted.length < filled.length * share) continue
      if (confidence < 0.8 && parted.some(line => line.indexOf(mark) > 120)) continue
      const rest = tagLine === null ? lines : lines.map(line => (isMark(line) ? '' : line))
      const {notes, unanswered} = mark === '\t' ? tabbed(rest) : listed(rest, mark)
      if (notes.length === 0) continue
      return readingOf('quizlet', source, {confidence, notes, unanswered, tags, isMark})
    }
    return undefined
  },
}

function isParted(line: string, mark: string): boolean {
  const at = line.indexOf(mark)
  return at > 0 && !isBlank(line.slice(0, at)) && !isBlank(line.slice(at + mark.length))
}

/** Tabs come from Anki and spreadsheets too, which quote. */
function tabbed(lines: readonly string[]) {
  const records = recordsOf(lines, '\t')
  const named = namedColumns(records[0]?.fields ?? [])
  const isSingle = records.some(record => record.fields.length === 1)
  if (isSingle && named === undefined && !records.some(record => record.endLine > record.line))
    return listed(lines, '\t')
  const columns = named ?? columnsInOrder(Math.max(2, records[0]?.fields.length ?? 2), {})
  return notesOfRecords(named === undefined ? records : records.slice(1), {columns, html: false})
}

/** The first separator of a line parts it; a line without one goes on with the definition above it. */
function listed(
  lines: readonly string[],
  mark: string,
): {notes: DraftNote[]; unanswered: {line: number; endLine: number}[]} {
  const notes: DraftNote[] = []
  const unanswered: {line: number; endLine: number}[] = []
  let open = false
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    const at = line.indexOf(mark)
    const last = notes.at(-1)
    if (isBlank(line)) open = false
    else if (isParted(line, mark)) {
      const [question, answer] = [line.slice(0, at).trim(), line.slice(at + mark.length).trim()]
      notes.push({
        content: {kind: 'basic', question, answer},
        line: number,
        endLine: number,
        section: [],
      })
      open = true
    } else if (at < 0 && open && last?.content.kind === 'basic') {
      const content = {...last.content, answer: `${last.content.answer}\n${line.trim()}`}
      notes[notes.length - 1] = {...last, content, endLine: number}
    } else unanswered.push({line: number, endLine: number})
  }
  return {notes, unanswered}
}

/** Cards parted by `;` or `;;;` on one line, sides by a tab. */
function cardsOnFewLines(lines: readonly string[], filled: number): DraftNote[] | undefined {
  if (filled > 3) return undefined
  for (const end of CARD_ENDS) {
    const notes = lines.flatMap((line, index) => {
      const parts = line.split(end).filter(part => part.trim() !== '')
      if (
        parts.length < 2 ||
        !parts.every(part => part.split('\t').length === 2 && isParted(part, '\t'))
      )
        return []
      return parts.map((part): DraftNote => {
        const [question = '', answer = ''] = part.split('\t').map(side => side.trim())
        return {
          content: {kind: 'basic', question, answer},
          line: index + 1,
          endLine: index + 1,
          section: [],
        }
      })
    })
    if (notes.length > 0) return notes
  }
  return undefined
}
