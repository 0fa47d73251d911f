import type {Card, CardId} from '../core/card.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import type {EntryId} from '../core/review-log.ts'
import {UserError} from '../core/user-error.ts'
import type {FoundFile} from '../platform/files.ts'
import type {ImportSummary} from '../report/import-summary.ts'
import type {Suspend} from '../ui/terminal/lending.ts'
import type {Context} from './context.ts'

/** An edit of a card’s document from within a review. */
export interface CardEdit {
  readonly card: Card
  /** The cards that the session may still ask. */
  readonly present: readonly CardId[]
  /** Frees the terminal for the editor. */
  readonly lend: Suspend
}

/** What the review is to be told. */
export interface EditOutcome {
  /** The import that followed, and the cards of the session as they are now; nothing where nothing has changed. */
  readonly change?: {readonly stepId: EntryId; readonly cards: readonly Card[]}
  /** To be shown; empty where there is nothing to say. */
  readonly message: string
}

/**
 * Opens the document of a card in the learner’s editor, at the card’s line, and imports it again where it has changed. Every schedule
 * stays.
 * @throws UserError where there is no document, no editor, or the document has errors then.
 */
export async function editCard(
  context: Context,
  {card, present, lend}: CardEdit,
): Promise<EditOutcome> {
  const {files, openEditor, openStore} = context
  const {path, line} = card.source
  if (path.startsWith('-')) {
    throw new UserError('This card was read from standard input, so there is no document to edit')
  }
  if (!files.exists(path)) {
    throw new UserError(
      `The document ${path} is not there any more`,
      'The card stays as it is. Import the document from where it is now.',
    )
  }
  const file: FoundFile = {path, sourcePath: path, isNamed: true, deckPath: []}
  const {hash} = files.read(file)
  await lend(() => openEditor({file: path, line}))
  if (files.read(file).hash === hash) return {message: ''}
  const {importAgain} = await import('./import.ts')
  const again = importAgain(context, card)
  if (again.outcome === 'kept') {
    throw new UserError(
      `${path} has errors, so its cards stay as they were`,
      again.diagnostics.map(formatProblem)[0],
    )
  }
  const {stepId, summary, diagnostics} = again
  if (stepId === undefined) return {message: 'No card has changed.'}
  const cards = openStore().cardsByIds(present)
  const isGone = cards.some(({id, isAbsent}) => id === card.id && isAbsent)
  return {change: {stepId, cards}, message: formatEdit(isGone, summary, diagnostics)}
}

function formatEdit(
  isGone: boolean,
  {new: added, changed, absent}: ImportSummary,
  diagnostics: readonly Diagnostic[],
): string {
  const counts = [
    changed > 0 && `${changed} changed`,
    added > 0 && `${added} new`,
    absent > 0 && `${absent} not in the document any more`,
  ].filter(Boolean)
  const what = counts.length === 0 ? 'The document was imported' : `Imported: ${counts.join(', ')}`
  if (!isGone) return `${what}.`
  const [problem] = diagnostics.map(formatProblem)
  return `This card is not in its document any more, so it is not asked.${problem ? ` ${problem}` : ''}`
}

function formatProblem({line, message}: Diagnostic): string {
  return `Line ${line}: ${message}`
}
