import {plural} from '../core/plural.ts'
import {type Context, done, type Outcome} from './context.ts'
import {type Destination, pour} from './pour.ts'

/** How many rows are written between two tidings of progress. */
const ROWS_TOLD = 1_000

/** Writes rows as `format` writes them, and tells how many there were. @param noun what a row is */
export function writeRows<Row>(
  context: Context,
  destination: Destination,
  noun: string,
  rows: Iterable<Row>,
  format: (rows: Iterable<Row>) => Iterable<string>,
): Promise<Outcome> {
  let count = 0
  function* counted(): Generator<Row> {
    for (const row of rows) {
      count += 1
      if (count % ROWS_TOLD === 0) context.progress.tell(`Writing ${noun} ${count}`)
      yield row
    }
  }
  return writePieces(context, destination, format(counted()), () => plural(count, noun))
}

/** @param what was written: asked for when it is */
export async function writePieces(
  context: Context,
  destination: Destination,
  pieces: Iterable<string>,
  what: () => string,
): Promise<Outcome> {
  try {
    await pour(context, destination, pieces)
  } finally {
    context.progress.end()
  }
  const {file} = destination
  return done(file === undefined ? '' : `${what()} written to ${file}.\n`)
}
