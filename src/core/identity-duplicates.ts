import {contentKeyOf, isTelling, questionKeyOf} from './identity-keys.ts'
import type {NoteContent} from './note.ts'

/** Where a question stands. */
export interface Place {
  readonly path: string
  /** Counted from 1. */
  readonly line: number
}

/** A question that is asked in several documents. */
export interface Duplicate {
  readonly question: string
  /** `copy`: with the same answer, so that only the first place has a note. `other-answer`: each place has a note of its own. */
  readonly kind: 'copy' | 'other-answer'
  /** At least two, in different documents; the first is the one that was there first. */
  readonly places: readonly Place[]
}

/** A note as it would be after the import. */
export interface Asked extends Place {
  readonly content: NoteContent
  /** Whether it was stored before this import, with or without changes. */
  readonly isStored: boolean
  /** Whether this import brings it or its words. */
  readonly isFresh: boolean
}

/**
 * Notes that would only double another document’s: the same question with the same answer. What is stored already is never a copy:
 * it may have been answered.
 * @param asked the notes that are there already first, then in the order of the documents
 */
export function duplicatesIn<Note extends Asked>(
  asked: readonly Note[],
): {readonly copies: ReadonlySet<Note>; readonly duplicates: readonly Duplicate[]} {
  const copies = new Set<Note>()
  const duplicates: Duplicate[] = []
  for (const notes of groupsOf(asked)) {
    const originals = new Map<string, Same<Note>>()
    for (const note of [...notes].sort((a, b) => Number(b.isStored) - Number(a.isStored))) {
      const key = contentKeyOf(note.content)
      const same = originals.get(key) ?? {notes: [], paths: new Set()}
      originals.set(key, same)
      // Whether any of the same words stands in another document.
      const isElsewhere =
        same.paths.size > 1 || (same.paths.size === 1 && !same.paths.has(note.path))
      if (!note.isStored && isElsewhere) copies.add(note)
      same.notes.push(note)
      same.paths.add(note.path)
    }
    for (const {notes: same} of originals.values()) {
      if (same.some(note => copies.has(note))) duplicates.push(duplicateOf('copy', same))
    }
    const answers = [...originals.values()].flatMap(({notes: [first]}) => first ?? [])
    const isWorthTelling = answers.some(({isFresh, content}) => isFresh && isTelling(content))
    if (isWorthTelling && pathsOf(answers).size > 1) {
      duplicates.push(duplicateOf('other-answer', answers))
    }
  }
  return {copies, duplicates}
}

interface Same<Note> {
  readonly notes: Note[]
  readonly paths: Set<string>
}

function duplicateOf(kind: Duplicate['kind'], notes: readonly Asked[]): Duplicate {
  const [first] = notes as readonly [Asked, ...Asked[]]
  const places = notes.map(({path, line}) => ({path, line}))
  return {question: questionKeyOf(first.content), kind, places}
}

/** Notes with one question, where they stand in more than one document. */
function groupsOf<Note extends Asked>(notes: readonly Note[]): readonly (readonly Note[])[] {
  const first = new Map<string, Note>()
  const groups = new Map<string, Note[]>()
  for (const note of notes) {
    const key = questionKeyOf(note.content)
    const earlier = first.get(key)
    if (!earlier) first.set(key, note)
    else {
      const group = groups.get(key)
      if (group) group.push(note)
      else groups.set(key, [earlier, note])
    }
  }
  return [...groups.values()].filter(group => pathsOf(group).size > 1)
}

function pathsOf(places: readonly Place[]): ReadonlySet<string> {
  return new Set(places.map(({path}) => path))
}
