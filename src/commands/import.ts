import {newNoteId} from '../core/id.ts'
import {type ImportedDocument, type ImportPlan, planImport} from '../core/import-plan.ts'
import type {DeckName} from '../core/note.ts'
import {importDocument} from '../importer/import-document.ts'
import type {FoundFile} from '../platform/files.ts'
import {formatImport, importToJson, summaryOf} from '../report/import.ts'
import {formatJson} from '../report/json.ts'
import type {Context, Outcome} from './context.ts'

export interface ImportFlags {
  readonly dryRun: boolean
  readonly json: boolean
}

/**
 * Turns the questions of documents into cards. All documents in one transaction; a document with errors leaves what is
 * stored of it as it was. Ends with 1 where there is one.
 * @throws UserError where a path leads nowhere.
 */
export function importDocuments(
  context: Context,
  paths: readonly string[],
  {dryRun, json}: ImportFlags,
): Outcome {
  const {clock, files, openStore, random} = context
  const found = uniqueBySource(paths.flatMap(files.find))
  const documents = found.map(file => read(file, files.read))
  const store = openStore()
  const snapshot = store.importSnapshot(documents.map(({path}) => path))
  const plan = planImport(documents, snapshot, () => newNoteId(random))
  if (!dryRun) store.applyImport(plan, {at: clock.now()})
  return outcomeOf(plan, found, {dryRun, json})
}

function outcomeOf(plan: ImportPlan, found: readonly FoundFile[], flags: ImportFlags): Outcome {
  const names = found.map(({path}) => path)
  const {errors} = summaryOf(plan)
  return {
    output: flags.json
      ? formatJson(importToJson(plan, names))
      : formatImport(plan, names, {dryRun: flags.dryRun}),
    exitCode: errors === 0 ? 0 : 1,
  }
}

function read(file: FoundFile, readFile: Context['files']['read']): ImportedDocument {
  const {bytes, hash} = readFile(file)
  const parsed = importDocument(bytes, {path: file.path})
  return {
    path: sourceOf(file, hash),
    hash,
    deck: parsed.deck ?? (file.deckPath.join('::') as DeckName),
    parsed,
  }
}

/**
 * What a document is known by from now on. Texts on standard input have no name: each is a source of its own, so that one does
 * not take the place of another.
 */
function sourceOf({sourcePath}: FoundFile, hash: string): string {
  return sourcePath === '-' ? `-${hash.slice(0, 12)}` : sourcePath
}

/** A file that is named twice is imported once. */
function uniqueBySource(files: readonly FoundFile[]): readonly FoundFile[] {
  return [...new Map(files.map(file => [file.sourcePath, file])).values()]
}
