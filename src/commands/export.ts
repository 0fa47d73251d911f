import type {Dashboard} from '../core/statistics/dashboard.ts'
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
import {DAY_COLUMNS, DECK_COLUMNS} from '../report/export/progress.ts'
import {FSRS_COLUMNS, REVIEW_COLUMNS} from '../report/export/reviews.ts'
import {formatJson} from '../report/json.ts'
import {formatPage} from '../report/page/page.ts'
import {dashboardJson} from '../report/stats-json.ts'
import type {Store} from '../store/open.ts'
import {writeArchive} from './archive.ts'
import {ALL_DUE, chosenCards} from './chosen-cards.ts'
import type {Context, Outcome} from './context.ts'
import type {Destination} from './pour.ts'
import {readDashboard} from './read-dashboard.ts'
import {writePieces, writeRows} from './write-rows.ts'

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
    case 'decks':
      return writeTable(exporting, 'deck', {
        name: 'decks',
        columns: DECK_COLUMNS,
        rows: dashboardOf(exporting).decks,
      })
    case 'stats':
      return exportStats(exporting)
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

function exportStats(exporting: Export): Promise<Outcome> {
  const dashboard = dashboardOf(exporting)
  const {context, destination} = exporting
  const write = (text: string) => writePieces(context, destination, [text], () => 'Statistics')
  switch (exporting.format) {
    case 'json':
      return write(formatJson(dashboardJson(dashboard)))
    case 'html':
      return write(formatPage(dashboard, {withCards: false}))
    case 'ndjson':
    case 'csv':
    case 'tsv':
    case 'md':
      return writeTable(exporting, 'day', {
        name: 'days',
        columns: DAY_COLUMNS,
        rows: dashboard.activity,
      })
  }
}

/** Figures alone: texts of cards leave the collection where cards are exported. */
function dashboardOf({context, flags: {decks, tags}}: Export): Dashboard {
  const dashboard = readDashboard(context, {decks, tags, since: undefined})
  const leeches = dashboard.leeches.map(leech => ({...leech, question: undefined}))
  return {...dashboard, leeches}
}

function exportCards(exporting: Export): Promise<Outcome> {
  const {context, flags, format} = exporting
  const store = context.openStore()
  const filter = filterOf(store, flags)
  if (format === 'md') {
    const notes = store.exportedNotes(filter)
    return writeRows(context, exporting.destination, 'note', notes, deckLines)
  }
  const rows = store.exportedCards(filter, {absent: true})
  return writeTable(exporting, 'card', {name: 'cards', columns: CARD_COLUMNS, rows})
}

function writeTable<Row>(
  {context, format, destination}: Export,
  noun: string,
  table: Omit<Table<Row>, 'zone'>,
): Promise<Outcome> {
  const zone = context.clock.utcOffsetMinutes
  return writeRows(context, destination, noun, table.rows, rows =>
    formatRows({...table, rows, zone}, format),
  )
}

function filterOf(store: Store, {decks, tags}: ExportFlags) {
  const choice = chosenCards(store, {...ALL_DUE, decks, tags})
  return {decks: choice.decks, tags: choice.tags}
}
