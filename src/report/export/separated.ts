import type {Cell, Table} from './columns.ts'

const LINE_END = '\r\n'

/** What a spreadsheet takes for a formula or a command where a cell begins with it; after any number of our own marks. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/**
 * A table as RFC 4180 has it, with a header, parted by commas or by tabs. A text that a spreadsheet would run has an apostrophe before
 * it; whoever reads takes one away from every text that begins with apostrophes and one of these signs.
 */
export function* separatedLines<Row>(
  {columns, rows, zone}: Table<Row>,
  separator: ',' | '\t',
): Generator<string> {
  const needsQuotes = separator === ',' ? /["\r\n,]/ : /["\r\n\t]/
  const fieldOf = (cell: Cell): string => {
    const text = textOf(cell)
    return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  yield columns.map(({name}) => name).join(separator) + LINE_END
  for (const row of rows) {
    yield columns.map(({cellOf}) => fieldOf(cellOf(row, zone))).join(separator) + LINE_END
  }
}

function textOf(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return harmless(cell)
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
}

function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}
