import type {Diagnostic} from '../core/diagnostic.ts'
import type {ParsedDocument} from '../core/document.ts'
import {fingerprintOf} from '../core/fingerprint.ts'
import type {StoredSource} from '../core/import-plan.ts'
import type {DeckName} from '../core/note.ts'
import {isUserError, UserError} from '../core/user-error.ts'
import {deckNameOf} from '../importer/deck-name.ts'
import {importDocument} from '../importer/import-document.ts'
import {LAYOUT_NAMES} from '../importer/names.ts'
import {IMPORTER_VERSION} from '../importer/version.ts'
import type {Content, Files, FoundFile} from '../platform/files.ts'
import type {NamedDocument, ReadReport} from '../report/import-summary.ts'
import type {Context} from './context.ts'
import {deckPathBefore, saysLess} from './known-deck.ts'

/** What the user wants to be read otherwise than the document says. */
export interface Overrides {
  readonly deck: string | undefined
  /** Given to every note besides its own. */
  readonly tags: readonly string[]
  /** The only layout or syntax to be tried. */
  readonly layout: string | undefined
  /** Whether a question without an answer is an error. */
  readonly strict: boolean
}

/**
 * Reads the documents; those that are as they were imported are skipped unless `every` is set.
 * @throws UserError where one that was named cannot be read, or there is no such layout.
 */
export function readDocuments(
  {files, openStore, progress}: Context,
  found: readonly FoundFile[],
  overrides: Overrides,
  every: boolean,
): ReadReport {
  refuseUnknownLayout(overrides.layout)
  const store = openStore()
  const read: NamedDocument[] = []
  let skipped = 0
  for (const [index, named] of found.entries()) {
    const file = withKnownDeck(named, store.sourceAt(named.sourcePath))
    progress.tell(`Reading document ${index + 1} of ${found.length}`)
    const content = contentOf(files, file)
    if (isUserError(content)) {
      read.push(unreadable(file, content))
      continue
    }
    const {bytes, hash: bytesHash} = content
    const path = sourceOf(file, bytesHash)
    const {layout, deck, tags, strict} = overrides
    const hash = fingerprintOf(bytesHash, IMPORTER_VERSION, {
      layout,
      deck: deck ?? file.deckPath,
      tags,
      strict: strict ? 'yes' : undefined,
    })
    if (!every && store.unchangedSources([{path, hash}]).size > 0) {
      skipped += 1
      continue
    }
    const parsed = applied(
      importDocument(bytes, {
        path: file.path,
        ...(layout && {layout}),
        ...knownLayout(store.sourceAt(path)),
      }),
      overrides,
    )
    const document = {
      path,
      hash,
      byteLength: bytes.length,
      deck: deckOf(parsed, file, deck),
      parsed,
    }
    read.push({name: file.path, document})
  }
  return {read, skipped}
}

/** A document that is named alone stays in the deck that it got below a folder. */
function withKnownDeck(file: FoundFile, source: StoredSource | undefined): FoundFile {
  const deckPath = source && deckPathBefore(source)
  return deckPath !== undefined && saysLess(file.deckPath, deckPath) ? {...file, deckPath} : file
}

/** As what a document was read before: what to expect of it, where it was anything. */
function knownLayout(source: StoredSource | undefined): {readonly expected?: string} {
  return source === undefined || source.layout === 'none' ? {} : {expected: source.layout}
}

/** A document's content, or why it cannot be read where the user did not name it. */
function contentOf(files: Files, file: FoundFile): Content | UserError {
  try {
    return files.read(file)
  } catch (error) {
    if (file.isNamed || !isUserError(error)) throw error
    return error
  }
}

/** A document of which nothing is known but that it is there. What is stored of it stays as it was. */
function unreadable({path, sourcePath, deckPath}: FoundFile, {hint}: UserError): NamedDocument {
  const message = `this document cannot be read: ${hint}`
  const diagnostics: readonly Diagnostic[] = [
    {line: 1, column: 1, severity: 'error', rule: 'unreadable-file', message},
  ]
  const parsed = {layout: 'none', tags: [], notes: [], diagnostics, account: []}
  const deck = deckOfPath(deckPath)
  return {name: path, document: {path: sourcePath, hash: '', byteLength: 0, deck, parsed}}
}

function refuseUnknownLayout(layout: string | undefined): void {
  if (layout === undefined || LAYOUT_NAMES.includes(layout)) return
  throw new UserError(`There is no layout \`${layout}\``, `There are ${LAYOUT_NAMES.join(', ')}.`)
}

/**
 * What a document is known by from now on. Texts on standard input have no name: each is a source of its own, so that one does
 * not take the place of another.
 */
function sourceOf({sourcePath}: FoundFile, hash: string): string {
  return sourcePath === '-' ? `-${hash.slice(0, 12)}` : sourcePath
}

function deckOf(parsed: ParsedDocument, file: FoundFile, deck: string | undefined): DeckName {
  const given = deck === undefined ? undefined : deckNameOf(deck)
  return given ?? parsed.deck ?? deckOfPath(file.deckPath)
}

/** Folders may be called anything; a level of a deck has a name. */
function deckOfPath(deckPath: readonly string[]): DeckName {
  return deckNameOf(deckPath.join('::')) ?? ('Documents' as DeckName)
}

function applied(parsed: ParsedDocument, {deck, tags, strict}: Overrides): ParsedDocument {
  return {
    ...parsed,
    notes: parsed.notes.map(({deck: own, ...note}) => ({
      ...note,
      // A deck that is given for all notes goes before those that the document names.
      ...(own !== undefined && deck === undefined && {deck: own}),
      tags: [...new Set([...note.tags, ...tags])],
    })),
    diagnostics: parsed.diagnostics.map(diagnostic =>
      strict && diagnostic.rule === 'question-without-answer'
        ? {...diagnostic, severity: 'error'}
        : diagnostic,
    ),
  }
}
