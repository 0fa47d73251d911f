import {newNoteId} from '../../src/core/id.ts'
import {type ImportedDocument, type ImportPlan, planImport} from '../../src/core/import-plan.ts'
import type {DeckName, NoteContent, ParsedNote} from '../../src/core/note.ts'
import type {Random} from '../../src/core/random.ts'
import type {Instant} from '../../src/core/time.ts'
import type {Store} from '../../src/store/open.ts'

/** Numbers that seem random and are the same in every run (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function basic(question: string, answer = `Answer to ${question}`): NoteContent {
  return {kind: 'basic', question, answer}
}

/** A cloze text whose deletions are written `{{1:hidden}}`. */
export function cloze(marked: string, extra = ''): NoteContent {
  const deletions: {group: number; start: number; end: number}[] = []
  let text = ''
  let from = 0
  for (const match of marked.matchAll(/\{\{(\d+):(.*?)\}\}/g)) {
    text += marked.slice(from, match.index)
    const hidden = match[2] as string
    deletions.push({group: Number(match[1]), start: text.length, end: text.length + hidden.length})
    text += hidden
    from = match.index + match[0].length
  }
  return {kind: 'cloze', text: text + marked.slice(from), deletions, extra}
}

export function noteOf(content: NoteContent, more: Partial<ParsedNote> = {}): ParsedNote {
  return {content, line: 1, endLine: 1, section: [], tags: [], ...more}
}

/** A document with these notes, three lines each. */
export function documentOf(
  path: string,
  notes: readonly (NoteContent | ParsedNote)[],
  more: {deck?: string; hash?: string; error?: boolean} = {},
): ImportedDocument {
  const parsed = notes.map((note, index) => {
    const line = {line: 3 * index + 1, endLine: 3 * index + 2}
    return 'content' in note ? {...note, ...line} : noteOf(note, line)
  })
  const error = {line: 1, column: 1, severity: 'error', rule: 'broken', message: 'Broken'} as const
  return {
    path,
    hash: more.hash ?? JSON.stringify(notes),
    deck: (more.deck ?? 'Deck') as DeckName,
    parsed: {
      layout: 'headings',
      tags: [],
      notes: parsed,
      diagnostics: more.error ? [error] : [],
      account: [],
    },
  }
}

const chance = seeded(1)

/** Plans and applies an import, as the command does. */
export function importInto(
  store: Store,
  documents: readonly ImportedDocument[],
  {random = chance, at = 0 as Instant}: {random?: Random; at?: Instant} = {},
): ImportPlan {
  const snapshot = store.importSnapshot(documents.map(({path}) => path))
  const plan = planImport(documents, snapshot, () => newNoteId(random))
  store.applyImport(plan, {at})
  return plan
}
