import type {Zone} from '../card.ts'
import {formatJsonLine} from '../json.ts'
import type {Column, Table} from './columns.ts'

/** A table as one JSON document: `{"reviews": [` and one object a line. */
export function* jsonLines<Row>({name, columns, rows, zone}: Table<Row>): Generator<string> {
  yield `{"${name}":[`
  let isFirst = true
  for (const row of rows) {
    yield `${isFirst ? '\n' : ',\n'}${objectOf(columns, row, zone)}`
    isFirst = false
  }
  yield isFirst ? ']}\n' : '\n]}\n'
}

/** One JSON object a line. */
export function* ndjsonLines<Row>({columns, rows, zone}: Table<Row>): Generator<string> {
  for (const row of rows) yield `${objectOf(columns, row, zone)}\n`
}

/** What has no value is `null`, so that every object has every key. */
function objectOf<Row>(columns: readonly Column<Row>[], row: Row, zone: Zone): string {
  const object: Record<string, unknown> = {}
  for (const {name, cellOf} of columns) object[name] = cellOf(row, zone) ?? null
  return formatJsonLine(object)
}
