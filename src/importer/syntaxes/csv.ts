import type {Reader} from '../reading.ts'
import {columnsInOrder, namedColumns} from './parts/columns.ts'
import {readingOf} from './parts/reading.ts'
import {recordsOf, type TableRecord} from './parts/records.ts'
import {type Columns, notesOfRecords} from './parts/table-notes.ts'

const DELIMITERS = ['\t', ',', ';', '|']
const SAMPLE = 100

/** A table (`.csv`, `.tsv`) with a front and a back, with or without a header row. */
export const csv: Reader = {
  name: 'csv',
  read: source => {
    const {lines, path} = source
    const isTable = /\.(?:csv|tsv|tab)$/i.test(path)
    if (!isTable || /^#\w[\w ]*:/.test(lines[0] ?? '')) return undefined
    const delimiter = delimiterOf(lines, /\.(?:tsv|tab)$/i.test(path))
    if (delimiter === undefined) return undefined
    const records = recordsOf(lines, delimiter)
    const named = namedColumns(records[0]?.fields ?? [])
    const data = named === undefined ? records : records.slice(1)
    const columns = named ?? guessedColumns(data)
    const {notes, unanswered} = notesOfRecords(data, {columns, html: false})
    if (notes.length === 0) return undefined
    const confidence = named === undefined ? likelihood(data, columns, unanswered.length) : 0.97
    return readingOf('csv', source, {
      confidence,
      notes,
      unanswered,
      isMark: (_, number) => named !== undefined && number === records[0]?.line,
    })
  },
}

/** The delimiter that parts most of the first records in two or more. */
function delimiterOf(lines: readonly string[], isTabbed: boolean): string | undefined {
  const sample = lines.filter(line => line.trim() !== '').slice(0, SAMPLE)
  if (sample.length === 0) return undefined
  const scored = DELIMITERS.map(delimiter => {
    const records = recordsOf(sample, delimiter)
    const parted = records.filter(record => record.fields.length > 1)
    const widths = new Set(parted.map(record => record.fields.length))
    return {
      delimiter,
      score: parted.length / records.length - Math.min(0.3, (widths.size - 1) / 20),
    }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  const tab = scored[0]
  if (isTabbed && tab !== undefined && tab.score > 0.2) return '\t'
  return best.score > 0.3 ? best.delimiter : undefined
}

/** Without names: front and back first; a third column of few, short values is tags, any other goes with the answer. */
function guessedColumns(records: readonly TableRecord[]): Columns {
  const width = mostCommonWidth(records)
  const thirds = records.map(record => record.fields[2]?.trim() ?? '').filter(text => text !== '')
  const isTags =
    thirds.length > 0 &&
    thirds.every(
      text => text.length <= 60 && text.split(/[\s,]+/).length <= 4 && !/[.?!]$/.test(text),
    ) &&
    (new Set(thirds).size * 2 <= thirds.length || thirds.length < 3)
  return columnsInOrder(Math.max(2, width), isTags ? {tags: 2} : {})
}

function mostCommonWidth(records: readonly TableRecord[]): number {
  const counts = new Map<number, number>()
  for (const {fields} of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [2, 0])[0]
}

/** Two columns of words are cards; many columns or numbers are data. */
function likelihood(
  records: readonly TableRecord[],
  {front, back}: Columns,
  unanswered: number,
): number {
  const width = mostCommonWidth(records)
  const numeric = (column: number): number =>
    records.filter(record => /^[\s\d.,:%$€/-]*$/.test(record.fields[column] ?? '')).length
  const isNumeric = Math.max(numeric(front), numeric(back)) > records.length * 0.6
  if (isNumeric || unanswered > records.length / 2) return 0.2
  return width === 2 ? 0.85 : width === 3 ? 0.7 : 0.3
}
