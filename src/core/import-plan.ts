import {type Identification, identify} from './identify.ts'
import {listsBy, type Matching, pair} from './identity.ts'
import {type LeftOut, leftOutOf} from './import-duplicates.ts'
import {keptWithErrors} from './import-kept.ts'
import {planNote} from './import-status.ts'
import type {
  GoneSource,
  ImportedDocument,
  ImportPlan,
  ImportSnapshot,
  PlannedDocument,
  PlannedGone,
  PlannedNote,
  StoredNote,
} from './import-types.ts'
import type {NoteId, ParsedNote} from './note.ts'

export type * from './import-types.ts'

export interface PlanOptions {
  /** Known sources whose documents are not on disk any more. */
  readonly goneSources?: readonly GoneSource[]
  /** Whether uncertain matches are taken for certain. */
  readonly accept?: boolean
}

/**
 * Finds out which stored note each note of the documents is. What is stored but not found becomes absent; what is uncertain is
 * listed and kept apart. docs/decisions/0001-card-identity.md tells the rules.
 *
 * Time is linear in the size of the documents. Planning twice gives a plan in which everything is unchanged.
 * @param documents each path at most once
 */
export function planImport(
  documents: readonly ImportedDocument[],
  snapshot: ImportSnapshot,
  newNoteId: () => NoteId,
  options: PlanOptions = {},
): ImportPlan {
  const scene = sceneOf(documents, snapshot, options)
  const {found, leftOut, sources, storedOf, kept, gone} = scene
  const uncertain = found.uncertain.filter(
    ({matching, place}) => !leftOut.copies.has(matching.parsed[place] as ParsedNote),
  )
  if (options.accept)
    for (const {matching, place, stored} of uncertain) pair(matching, place, stored)

  const planned = planNotes(scene, idGiver(snapshot, newNoteId))
  const plannedAt = ({matching, place}: PlaceInDocument) =>
    planned.get(matching.parsed[place] as ParsedNote) as PlannedNote
  const pathOf = new Map([...found.matchings].map(([{path}, matching]) => [matching, path]))
  const isLost = (note: StoredNote) => found.left.has(note) && !note.isAbsent

  return {
    documents: documents.map((document): PlannedDocument => {
      const matching = found.matchings.get(document)
      if (!matching) return {outcome: 'kept', document: kept.get(document) ?? document}
      const previous = sources.get(document.path)
      return {
        outcome: 'read',
        document,
        ...(previous && {previous}),
        notes: matching.parsed.flatMap(note => planned.get(note) ?? []),
        copies: matching.parsed.filter(note => leftOut.copies.has(note)),
        absent: storedOf(document.path).filter(isLost),
      }
    }),
    gone: gone.flatMap(({path, isInImportedFolder}): readonly PlannedGone[] => {
      const previous = sources.get(path)
      const present = storedOf(path).filter(({isAbsent}) => !isAbsent)
      const lost = present.filter(isLost)
      const absent = isInImportedFolder ? lost : []
      if (!previous || (absent.length === 0 && lost.length === present.length)) return []
      const renamedTo = found.renames.get(path)?.path
      return [{previous, ...(renamedTo !== undefined && {renamedTo}), absent}]
    }),
    splits: found.splits.map(({stored, kept: part, created}) => ({
      previous: stored,
      kept: plannedAt(part),
      created: created.flatMap(at => plannedAt(at) ?? []),
    })),
    merges: found.merges.map(({kept: stored, retired, ...at}) => ({
      into: plannedAt(at),
      kept: stored,
      retired,
    })),
    uncertain: uncertain.map(({matching, place, stored, likeness, why}) => ({
      note: plannedAt({matching, place}),
      sourcePath: pathOf.get(matching) as string,
      candidate: stored,
      likeness,
      why,
    })),
    duplicates: leftOut.duplicates,
  }
}

interface PlaceInDocument {
  readonly matching: Matching<StoredNote>
  readonly place: number
}

/** All that the plan is made from. */
interface Scene {
  readonly found: Identification<ImportedDocument, StoredNote>
  readonly leftOut: LeftOut
  readonly sources: ReadonlyMap<string, ImportSnapshot['sources'][number]>
  readonly storedOf: (path: string) => readonly StoredNote[]
  /** Documents with errors, by the document as it was read. */
  readonly kept: ReadonlyMap<ImportedDocument, ImportedDocument>
  readonly gone: readonly GoneSource[]
}

function sceneOf(
  documents: readonly ImportedDocument[],
  {sources, notes, elsewhere = []}: ImportSnapshot,
  {goneSources = []}: PlanOptions,
): Scene {
  const bySource = listsBy(notes, ({sourcePath}) => sourcePath)
  const storedOf = (path: string) => bySource.get(path) ?? []
  const paths = new Set(documents.map(({path}) => path))
  const gone = goneSources.filter(({path}) => !paths.has(path))
  for (const {path} of gone) paths.add(path)
  const kept = new Map(
    documents.flatMap(document => {
      const withErrors = keptWithErrors(document, storedOf(document.path))
      return withErrors ? [[document, withErrors] as const] : []
    }),
  )
  const found = identify({
    documents: documents
      .filter(document => !kept.has(document))
      .map(document => ({
        document,
        notes: document.parsed.notes,
        stored: storedOf(document.path),
      })),
    gone: new Map(gone.map(({path}) => [path, storedOf(path)])),
    absent: notes.filter(({isAbsent, sourcePath}) => isAbsent && !paths.has(sourcePath)),
  })
  const staying = [
    ...elsewhere,
    ...[...kept.keys()].flatMap(({path}) => storedOf(path)),
    ...gone
      .filter(({isInImportedFolder}) => !isInImportedFolder)
      .flatMap(({path}) => storedOf(path).filter(note => found.left.has(note))),
  ]
  return {
    found,
    leftOut: leftOutOf(found, staying),
    sources: new Map(sources.map(source => [source.path, source])),
    storedOf,
    kept,
    gone,
  }
}

/** What becomes of each note that is not left out. */
function planNotes(
  {found, leftOut}: Scene,
  newIdFor: (note: ParsedNote) => NoteId,
): ReadonlyMap<ParsedNote, PlannedNote> {
  const planned = new Map<ParsedNote, PlannedNote>()
  for (const [document, {parsed, matches}] of found.matchings) {
    for (const [place, note] of parsed.entries()) {
      if (leftOut.copies.has(note)) continue
      planned.set(note, planNote(document, place, matches[place], newIdFor))
    }
  }
  return planned
}

/** New notes get the id that was written beside them when they were exported, unless a note has it: once each. */
function idGiver(
  {takenIds = new Set()}: ImportSnapshot,
  newNoteId: () => NoteId,
): (note: ParsedNote) => NoteId {
  const taken = new Set(takenIds)
  return ({noteId}) => {
    if (noteId === undefined || taken.has(noteId)) return newNoteId()
    taken.add(noteId)
    return noteId
  }
}
