import {plural} from '../core/plural.ts'
import {tagsNamed} from '../core/review-choice.ts'
import {UserError} from '../core/user-error.ts'
import {CARD_COLUMNS} from '../report/export/cards.ts'
import type {Table} from '../report/export/columns.ts'
import {deckLines} from '../report/export/deck.ts'
import {
  FORMATS_OF,
  type Format,
  formatOfPath,
  formatRows,
  type Subject,
} from '../report/export/formats.ts'
import {FSRS_COLUMNS, REVIEW_COLUMNS} from '../report/export/reviews.ts'
import type {Store} from '../store/open.ts'
import {writeArchive} from './archive.ts'
import {chosenDecks} from './chosen-decks.ts'
import {type Context, done, type Outcome} from './context.ts'
import {type Destination, pour} from './pour.ts'

export interface ExportFlags {
  /** By the ending of the file where none is given, else JSON. */
  readonly format: Format | undefined
  /** Standard output where none is given, or it is `-`. */
  readonly output: string | undefined
  readonly force: boolean
  readonly decks: readonly string[]
  readonly tags: readonly string[]
  /** The columns that FSRS optimizers read. */
  readonly layout: 'fsrs' | undefined
}

/** How many rows are written between two tidings of progress. */
const ROWS_TOLD = 1_000

/** What is exported, and to where. */
interface Export {
  readonly context: Context
  readonly format: Format
  readonly destination: Destination
  readonly flags: ExportFlags
}

/**
 * Writes what the collection holds, in a format that other programs read.
 * @throws UserError where a format, a deck or a tag makes no sense for it, or it cannot be written.
 */
export async function exportData(
  context: Context,
  subject: Subject,
  flags: ExportFlags,
): Promise<Outcome> {
  const format = formatFor(subject, flags)
  const file = flags.output === '-' ? undefined : flags.output
  const exporting = {context, format, flags, destination: {file, force: flags.force}}
  switch (subject) {
    case 'all':
      refuseChoice(flags)
      return writeArchive(context, exporting.destination)
    case 'reviews':
      return exportReviews(exporting)
    case 'cards':
      return exportCards(exporting)
    case 'stats':
    case 'decks':
      throw new UserError('Not yet')
  }
}

function formatFor(subject: Subject, {format, output = '', layout}: ExportFlags): Format {
  if (layout !== undefined && subject !== 'reviews') {
    throw new UserError(
      'Only reviews have the layout `fsrs`',
      '`ebb export reviews --layout fsrs` writes what FSRS optimizers read.',
    )
  }
  const formats = FORMATS_OF[subject]
  const ofPath = formatOfPath(output)
  const wanted = format ?? ofPath ?? (layout === undefined ? formats[0] : 'csv') ?? 'json'
  if (formats.includes(wanted)) return wanted
  throw new UserError(
    `There is no \`${subject}\` in the format ${wanted}`,
    `It can be written as ${formats.join(', ')}.`,
  )
}

function refuseChoice({decks, tags}: ExportFlags): void {
  if (decks.length + tags.length === 0) return
  throw new UserError(
    'An archive holds the whole collection',
    'Leave out --deck and --tag, or export `cards` or `reviews`.',
  )
}

function exportReviews(exporting: Export): Promise<Outcome> {
  const {context, flags} = exporting
  const store = context.openStore()
  return writeTable(exporting, 'review', {
    name: 'reviews',
    columns: flags.layout === 'fsrs' ? FSRS_COLUMNS : REVIEW_COLUMNS,
    rows: store.exportedReviews(filterOf(store, flags)),
  })
}

async function exportCards(exporting: Export): Promise<Outcome> {
  const {context, flags, format} = exporting
  const store = context.openStore()
  const filter = filterOf(store, flags)
  if (format === 'md') return writeDeck(exporting, store.exportedNotes(filter))
  const rows = store.exportedCards(filter, {absent: true})
  return writeTable(exporting, 'card', {name: 'cards', columns: CARD_COLUMNS, rows})
}

async function writeTable<Row>(
  exporting: Export,
  row: string,
  table: Omit<Table<Row>, 'zone'>,
): Promise<Outcome> {
  const {context, format} = exporting
  const counting = counted(context, table.rows, row)
  const zone = context.clock.utcOffsetMinutes
  return write(exporting, formatRows({...table, rows: counting.rows, zone}, format), () =>
    plural(counting.count(), row),
  )
}

function writeDeck(
  exporting: Export,
  notes: Iterable<Parameters<typeof deckLines>[0] extends Iterable<infer Note> ? Note : never>,
): Promise<Outcome> {
  const counting = counted(exporting.context, notes, 'note')
  return write(exporting, deckLines(counting.rows), () => plural(counting.count(), 'note'))
}

async function write(
  {context, destination}: Export,
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

/** The same rows, with progress told as they go by. */
function counted<Row>({progress}: Context, rows: Iterable<Row>, what: string) {
  let count = 0
  return {
    count: () => count,
    rows: (function* () {
      for (const row of rows) {
        count += 1
        if (count % ROWS_TOLD === 0) progress.tell(`Writing ${what} ${count}`)
        yield row
      }
    })(),
  }
}

function filterOf(store: Store, {decks, tags}: ExportFlags) {
  return {decks: chosenDecks(store, decks), tags: tags.flatMap(tag => chosenTags(store, tag))}
}

function chosenTags(store: Store, name: string): readonly string[] {
  const tags = tagsNamed(name, store.tagsInUse())
  if (tags.length > 0) return tags
  throw new UserError(`There is no tag \`${name}\``, '`ebb cards --json` shows the tags of cards.')
}
