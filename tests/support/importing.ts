import type {CardId} from '../../src/core/card.ts'
import {entryIds, newNoteId} from '../../src/core/id.ts'
import {
  type GoneSource,
  type ImportedDocument,
  type ImportPlan,
  type ImportSnapshot,
  planImport,
  type StoredNote,
  type StoredSource,
} from '../../src/core/import-plan.ts'
import type {DeckName, NoteId} from '../../src/core/note.ts'
import type {Random} from '../../src/core/random.ts'
import type {Instant} from '../../src/core/time.ts'
import {importDocument} from '../../src/importer/import-document.ts'
import type {Store} from '../../src/store/open.ts'
import {seeded} from './makers-note.ts'

/** Text of each document by its path. */
export type Folder = Readonly<Record<string, string>>

/** A document read by the importer, as the command does it. */
function read(path: string, text: string | Uint8Array): ImportedDocument {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const parsed = importDocument(bytes, {path})
  const hash = `1:${Buffer.from(bytes).toString('latin1')}`
  return {path, hash, byteLength: bytes.length, deck: 'Deck' as DeckName, parsed}
}

export function readAll(folder: Folder): readonly ImportedDocument[] {
  return Object.entries(folder).map(([path, text]) => read(path, text))
}

/** The sources of a folder that are in the next one no more. */
export function goneBetween(before: Folder, after: Folder, isInImportedFolder = true) {
  const gone = Object.keys(before).filter(path => !(path in after))
  return gone.map((path): GoneSource => ({path, isInImportedFolder}))
}

/** The ids `a`, `b`, …, then `aa`. */
export function lettered(): () => NoteId {
  let next = 0
  return () => {
    const letter = 'abcdefghijklmnopqrstuvwxyz'[next % 26] as string
    next += 1
    return letter.repeat(Math.ceil(next / 26)) as NoteId
  }
}

/** What a collection would hold after the plan, without a database. */
export function after(plan: ImportPlan, {sources, notes}: ImportSnapshot): ImportSnapshot {
  const sourcesAfter = new Map(sources.map(source => [source.path, source]))
  const notesAfter = new Map(notes.map(note => [note.id, note]))
  for (const planned of plan.documents) {
    if (planned.outcome === 'kept') continue
    const {path, hash, deck, parsed} = planned.document
    const source: StoredSource = {path, hash, deck, layout: parsed.layout, importedAt: 0 as Instant}
    sourcesAfter.set(path, source)
    for (const {id, note, position, deck: deckOfNote, previous} of planned.notes) {
      const {line, endLine, content, section, tags, authorId} = note
      const stored: StoredNote = {
        ...{id, line, endLine, content, section, tags, position},
        ...(authorId !== undefined && {authorId}),
        ...(previous?.reps !== undefined && {reps: previous.reps}),
        sourcePath: path,
        deck: deckOfNote,
        isAbsent: false,
      }
      notesAfter.set(id, stored)
    }
  }
  for (const planned of [...plan.documents, ...plan.gone]) {
    if (!('absent' in planned)) continue
    for (const note of planned.absent) notesAfter.set(note.id, {...note, isAbsent: true})
  }
  return {sources: [...sourcesAfter.values()], notes: [...notesAfter.values()]}
}

export const NOTHING: ImportSnapshot = {sources: [], notes: []}

const chance = seeded(7)

interface Importing {
  readonly gone?: readonly GoneSource[]
  readonly accept?: boolean
  readonly at?: number
  readonly random?: Random
  /** The card whose document was edited from within a review. */
  readonly editedCard?: CardId
}

/** Plans and applies an import that can be taken back. */
export function importStep(
  store: Store,
  documents: readonly ImportedDocument[],
  {gone = [], accept = false, at = 0, random = chance, editedCard}: Importing = {},
): ImportPlan {
  const plan = planImport(documents, store.snapshotFor(documents, gone), () => newNoteId(random), {
    goneSources: gone,
    accept,
  })
  const stepId = entryIds(random, store.lastEntryId())(at as Instant)
  store.applyImport(plan, {
    at: at as Instant,
    stepId,
    ...(editedCard !== undefined && {editedCard}),
  })
  return plan
}

/** Takes back the newest import. */
export function undoImportIn(store: Store, at = 0) {
  const newest = store.newestStep()
  if (newest?.kind !== 'import') throw new Error('The newest step is no import')
  const id = entryIds(chance, store.lastEntryId())(at as Instant)
  return store.undoImport(newest.step.id, {at: at as Instant, id})
}
