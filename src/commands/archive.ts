import {archiveLines, archiveRecords} from '../core/archive.ts'
import {plural} from '../core/plural.ts'
import {UserError} from '../core/user-error.ts'
import {type Context, done, type Outcome} from './context.ts'
import {type Destination, pour} from './pour.ts'

/** How many rows are read or written between two tidings of progress. */
const ROWS_TOLD = 1_000

/** Writes the whole collection as an archive. */
export async function writeArchive(context: Context, destination: Destination): Promise<Outcome> {
  const store = context.openStore()
  const {progress} = context
  const lines = store.withArchiveRows(rowsOf =>
    archiveLines(table => told(rowsOf(table), `Writing ${table.name}:`)),
  )
  await pour(context, destination, lines)
  progress.end()
  const {file} = destination
  return done(file === undefined ? '' : `The collection is archived in ${file}.\n`)

  function* told<Row>(rows: Iterable<Row>, what: string): Generator<Row> {
    let count = 0
    for (const row of rows) {
      if (count % ROWS_TOLD === 0) progress.tell(`${what} row ${count}`)
      count += 1
      yield row
    }
  }
}

/**
 * Makes the collection what an archive holds, whole or not at all.
 * @throws UserError where it is no archive or damaged, and where there is a collection and `force` is not given.
 */
export function restoreArchive(
  {openStore, linesOf, progress}: Context,
  path: string,
  options: {readonly force: boolean},
): Outcome {
  try {
    const restored = openStore().restoreArchive(archiveRecords(told(linesOf(path))), options)
    progress.end()
    const {notes, cards, reviews, corrected, backup} = restored
    const counts = [
      plural(notes, 'note'),
      plural(cards, 'card'),
      plural(reviews, 'entry', 'entries'),
    ]
    return done(
      [
        `Restored ${counts[0]} with ${counts[1]}, and ${counts[2]} of the review log.\n`,
        corrected > 0
          ? `The schedules of ${plural(corrected, 'card')} did not follow from the log, and were computed anew.\n`
          : '',
        backup === undefined ? '' : `The collection before it is now ${backup}.\n`,
      ].join(''),
    )
  } catch (error) {
    progress.end()
    if (!isArchiveError(error)) throw error
    throw new UserError(`${path}:${error.line}: ${error.message}`, 'Nothing was restored.')
  }

  function* told(lines: Iterable<string>): Generator<string> {
    let count = 0
    for (const line of lines) {
      if (count % ROWS_TOLD === 0) progress.tell(`Restoring row ${count}`)
      count += 1
      yield line
    }
  }
}

/** Also where another bundle of the same program has thrown it. */
function isArchiveError(error: unknown): error is Error & {readonly line: number} {
  return error instanceof Error && error.name === 'ArchiveError'
}
