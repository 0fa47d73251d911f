import type {Table} from './columns.ts'
import {jsonLines, ndjsonLines} from './json.ts'
import {htmlTable, markdownTable} from './markup.ts'
import {separatedLines} from './separated.ts'

/** What can be exported. */
export const SUBJECTS = ['stats', 'reviews', 'cards', 'decks', 'all'] as const
export type Subject = (typeof SUBJECTS)[number]

/** How it can be written. */
export const FORMATS = ['json', 'ndjson', 'csv', 'tsv', 'md', 'html'] as const
export type Format = (typeof FORMATS)[number]

/** The formats that make sense for each subject; the first is taken where none is asked for. */
export const FORMATS_OF: Readonly<Record<Subject, readonly Format[]>> = {
  stats: FORMATS,
  reviews: FORMATS,
  cards: FORMATS,
  decks: FORMATS,
  all: ['json'],
}

const ENDINGS: Readonly<Record<string, Format>> = {
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
  tsv: 'tsv',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
}

/** The format that the ending of a file’s name stands for. */
export function formatOfPath(path: string): Format | undefined {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined
}

/** A table in a format, piece by piece. */
export function formatRows<Row>(table: Table<Row>, format: Format): Iterable<string> {
  switch (format) {
    case 'json':
      return jsonLines(table)
    case 'ndjson':
      return ndjsonLines(table)
    case 'csv':
      return separatedLines(table, ',')
    case 'tsv':
      return separatedLines(table, '\t')
    case 'md':
      return markdownTable(table)
    case 'html':
      return htmlTable(table)
  }
}
