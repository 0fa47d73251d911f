import {entryIds, newNoteId} from '../core/id.ts'
import {type ImportPlan, planImport} from '../core/import-plan.ts'
import {UserError} from '../core/user-error.ts'
import type {FoundFile} from '../platform/files.ts'
import {formatExplanation} from '../report/explain.ts'
import {formatImport, formatUncertain} from '../report/import.ts'
import {importToJson} from '../report/import-json.ts'
import {type ReadReport, summaryOf} from '../report/import-summary.ts'
import {formatJson} from '../report/json.ts'
import type {Context, Outcome} from './context.ts'
import {formatChanges} from './format-changes.ts'
import {goneSources} from './gone-sources.ts'
import {formatPreview, type PreviewLook} from './preview.ts'
import {type Overrides, readDocuments} from './read-documents.ts'

// In the same chunk, so that the review need not bring an importer of its own.
export {importAgain} from './import-again.ts'

export interface ImportFlags extends Overrides {
  /** Change nothing, and show the first and the last card of each document. */
  readonly dryRun: boolean
  readonly json: boolean
  /** Tell block by block what the importer took it for. */
  readonly explain: boolean
  /** Do not ask before cards are changed or retired. */
  readonly yes: boolean
  /** Take uncertain matches for certain. */
  readonly accept: boolean
}

/**
 * Turns the questions of documents into cards, all in one transaction that `ebb undo` takes back. A document with errors leaves
 * what is stored of it as it was, and the ending is 1.
 * @throws UserError where a path leads nowhere, or the learner's consent is needed and cannot be asked for.
 */
export async function importDocuments(
  context: Context,
  paths: readonly string[],
  flags: ImportFlags,
): Promise<Outcome> {
  const {clock, random, openStore, progress} = context
  const found = uniqueBySource(paths.flatMap(context.files.find))
  // What is printed in full must be read in full.
  const every = flags.dryRun || flags.json || flags.explain || flags.accept
  const read = readDocuments(context, found, flags, every)
  const store = openStore()
  const gone = goneSources(context, paths)
  const documents = read.read.map(({document}) => document)
  progress.tell('Comparing with the collection')
  const snapshot = store.snapshotFor(documents, gone)
  const planWith = (accept: boolean) =>
    planImport(documents, snapshot, () => newNoteId(random), {goneSources: gone, accept})
  let plan = planWith(flags.accept)
  progress.end()
  if (flags.dryRun) return outcomeOf(context, plan, read, flags)
  if (!flags.accept && (await areAccepted(context, plan, flags))) plan = planWith(true)
  if (!flags.yes && changesCards(plan)) await askConsent(context, plan, read, flags)
  const at = clock.now()
  progress.tell('Storing')
  store.applyImport(plan, {at, stepId: entryIds(random, store.lastEntryId())(at)})
  progress.end()
  return outcomeOf(context, plan, read, flags)
}

/** Whether cards that are there already would get other words, or not be asked any more. */
function changesCards({documents, gone, merges}: ImportPlan): boolean {
  return (
    merges.length > 0 ||
    gone.some(({absent}) => absent.length > 0) ||
    documents.some(
      planned =>
        planned.outcome === 'read' &&
        (planned.absent.length > 0 || planned.notes.some(({status}) => status === 'changed')),
    )
  )
}

/** Whether the learner, asked on the terminal, takes the uncertain matches for edited notes. */
async function areAccepted(
  context: Context,
  {uncertain}: ImportPlan,
  {yes, json}: ImportFlags,
): Promise<boolean> {
  const terminal = context.terminal()
  if (!terminal || yes || json || uncertain.length === 0) return false
  terminal.stdout.write(formatUncertain(uncertain))
  const which = uncertain.length === 1 ? 'Is this the same note' : 'Are these the same notes'
  return context.confirm(terminal, `${which}, edited?`)
}

async function askConsent(
  context: Context,
  plan: ImportPlan,
  read: ReadReport,
  flags: ImportFlags,
): Promise<void> {
  const terminal = context.terminal()
  const {changed, absent} = summaryOf(plan, read)
  const question = `This changes ${changed} and retires ${absent} of the cards that you have`
  if (!terminal || flags.json) {
    throw new UserError(
      `${question}. Nothing was imported.`,
      `See what with --dry-run, and import with --yes.${acceptHint(plan)} \`ebb undo\` takes an import back.`,
    )
  }
  const changes = formatChanges(plan, read, terminal.stdout.columns || 80)
  terminal.stdout.write(`${changes}${formatImport(plan, read, {isDone: false})}`)
  if (await context.confirm(terminal, `${question}. Go on?`)) return
  throw new UserError('Nothing was imported.')
}

function acceptHint({uncertain}: ImportPlan): string {
  if (uncertain.length === 0) return ''
  const [matches, are] = uncertain.length === 1 ? ['match', 'is'] : ['matches', 'are']
  return ` With --accept, ${uncertain.length} uncertain ${matches} ${are} taken for edits.`
}

function outcomeOf(
  {terminal, environment}: Context,
  plan: ImportPlan,
  read: ReadReport,
  {dryRun, json, explain}: ImportFlags,
): Outcome {
  const exitCode = summaryOf(plan, read).errors === 0 ? 0 : 1
  if (json) return {output: formatJson(importToJson(plan, read)), exitCode}
  const stdout = terminal()?.stdout
  const look: PreviewLook = {
    style: stdout === undefined ? 'none' : environment['NO_COLOR'] ? 'attributes' : 'colors',
    columns: stdout?.columns || 80,
  }
  const explanation = explain ? formatExplanation(read.read) : ''
  const preview = dryRun && !explain ? formatPreview(read.read, look) : ''
  const changes = dryRun ? formatChanges(plan, read, stdout && look.columns) : ''
  const output = `${preview}${explanation}${changes}${formatImport(plan, read, {isDone: !dryRun})}`
  return {output, exitCode}
}

/** A file that is named twice is imported once. */
function uniqueBySource(files: readonly FoundFile[]): readonly FoundFile[] {
  const bySource = new Map<string, FoundFile>()
  for (const file of files) {
    const known = bySource.get(file.sourcePath)
    if (!known || (file.isNamed && !known.isNamed)) bySource.set(file.sourcePath, file)
  }
  return [...bySource.values()]
}
