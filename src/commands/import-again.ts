import type {Card} from '../core/card.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {overridesIn} from '../core/fingerprint.ts'
import {entryIds, newNoteId} from '../core/id.ts'
import {keepEdited} from '../core/import-edited.ts'
import {planImport, type StoredSource} from '../core/import-plan.ts'
import type {EntryId} from '../core/review-log.ts'
import type {FoundFile} from '../platform/files.ts'
import {type ImportSummary, summaryOf} from '../report/import-summary.ts'
import type {Context} from './context.ts'
import {deckPathBefore} from './known-deck.ts'
import {type Overrides, readDocuments} from './read-documents.ts'

/** What came of importing one document again. */
export type ImportedAgain =
  /** It has errors; what is stored of it stays as it was. */
  | {readonly outcome: 'kept'; readonly diagnostics: readonly Diagnostic[]}
  | {
      readonly outcome: 'imported'
      /** What takes the import back; nothing where nothing has changed. */
      readonly stepId: EntryId | undefined
      readonly summary: ImportSummary
      readonly diagnostics: readonly Diagnostic[]
    }

/**
 * Imports a known document as it was imported before, after the document of a card was edited from within a review. Nobody is asked:
 * whoever edits a document means it. That goes for the card’s note, too, where its words have changed beyond recognition.
 * @throws UserError where the document cannot be read, or another process imports it at the same time.
 */
export function importAgain(context: Context, card: Card): ImportedAgain {
  const store = context.openStore()
  const {file, overrides} = asBefore(card.source.path, store.sourceAt(card.source.path))
  const read = readDocuments(context, [file], overrides, true)
  const documents = read.read.map(({document}) => document)
  const diagnostics = documents.flatMap(({parsed}) => parsed.diagnostics)
  const snapshot = store.snapshotFor(documents, [])
  const planWith = (accept: boolean) =>
    planImport(documents, snapshot, () => newNoteId(context.random), {goneSources: [], accept})
  const cautious = planWith(false)
  const isUncertain = cautious.uncertain.some(({candidate}) => candidate.id === card.noteId)
  const plan = keepEdited(isUncertain ? planWith(true) : cautious, card.noteId)
  if (plan.documents.some(({outcome}) => outcome === 'kept')) return {outcome: 'kept', diagnostics}
  const at = context.clock.now()
  const stepId = entryIds(context.random, store.lastEntryId())(at)
  const isRecorded = store.applyImport(plan, {at, stepId, editedCard: card.id})
  const summary = summaryOf(plan, read)
  return {outcome: 'imported', stepId: isRecorded ? stepId : undefined, summary, diagnostics}
}

/** The document as the import before named it, and what was given for that import. */
function asBefore(
  path: string,
  source: StoredSource | undefined,
): {readonly file: FoundFile; readonly overrides: Overrides} {
  const {deck, tags, layout, strict} = overridesIn(source?.hash ?? '')
  return {
    file: {
      path,
      sourcePath: path,
      isNamed: true,
      deckPath: (source && deckPathBefore(source)) ?? [],
    },
    overrides: {
      deck: typeof deck === 'string' ? deck : undefined,
      tags: Array.isArray(tags) ? tags : [],
      layout: typeof layout === 'string' ? layout : undefined,
      strict: strict === 'yes',
    },
  }
}
