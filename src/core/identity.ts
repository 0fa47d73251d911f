import {contentKeyOf, keyOf, questionKeyOf} from './identity-keys.ts'
import type {NoteContent, ParsedNote} from './note.ts'

/** What the matching must know of a stored note. */
export interface Candidate {
  readonly content: NoteContent
  readonly section: readonly string[]
  readonly authorId?: string
  /** Among the notes of its source. */
  readonly position: number
  readonly isAbsent: boolean
}

/** The notes of a document beside those stored for its source, while it is found out which is which. */
export interface Matching<Stored extends Candidate> {
  readonly parsed: readonly ParsedNote[]
  /** Stored notes that are not matched yet: the present ones first, in the order of the document. */
  readonly left: Set<Stored>
  /** By index into `parsed`. */
  readonly matches: (Stored | undefined)[]
}

/** Nothing matched yet. */
export function startMatching<Stored extends Candidate>(
  parsed: readonly ParsedNote[],
  stored: Iterable<Stored>,
): Matching<Stored> {
  return {parsed, left: new Set(presentFirst(stored)), matches: parsed.map(() => undefined)}
}

/** Present notes first, each in the order of its source, so that equal notes are matched in order. */
function presentFirst<Stored extends Candidate>(stored: Iterable<Stored>): readonly Stored[] {
  return [...stored].sort(
    (a, b) => Number(a.isAbsent) - Number(b.isAbsent) || a.position - b.position,
  )
}

/** What cannot be mistaken: the id that the author wrote, the same words, the same question; in the same section first. */
export function matchByWords<Stored extends Candidate>(matching: Matching<Stored>): void {
  pairByKey(matching, ({authorId}) => authorId)
  pairByKey(matching, ({content, section}) => keyOf([contentKeyOf(content), ...section]))
  pairByKey(matching, ({content}) => contentKeyOf(content))
  pairByKey(matching, ({content, section}) => keyOf([questionKeyOf(content), ...section]))
  pairByKey(matching, ({content}) => questionKeyOf(content))
}

/** Notes of other sources with the same words, for what is left of all documents. */
export function matchAcross<Stored extends Candidate>(
  matchings: readonly Matching<Stored>[],
  elsewhere: Iterable<Stored>,
): void {
  const homes = new Map<Stored, Matching<Stored>>()
  for (const matching of matchings) for (const stored of matching.left) homes.set(stored, matching)
  const left = presentFirst([...homes.keys(), ...elsewhere])
  if (left.length === 0) return
  const stacks = stacksBy(left, ({content}) => contentKeyOf(content))
  for (const {parsed, matches} of matchings) {
    for (const [place, note] of parsed.entries()) {
      if (matches[place]) continue
      const stored = stacks.get(contentKeyOf(note.content))?.pop()
      if (!stored) continue
      matches[place] = stored
      homes.get(stored)?.left.delete(stored)
    }
  }
}

function pairByKey<Stored extends Candidate>(
  matching: Matching<Stored>,
  keyFor: (note: ParsedNote | Stored) => string | undefined,
): void {
  if (matching.left.size === 0) return
  const stacks = stacksBy(matching.left, keyFor)
  for (const [place, note] of matching.parsed.entries()) {
    if (matching.matches[place]) continue
    const key = keyFor(note)
    const stored = key === undefined ? undefined : stacks.get(key)?.pop()
    if (stored) pair(matching, place, stored)
  }
}

/** Settles that this is the stored note, unless either is settled already. */
export function pair<Stored extends Candidate>(
  {matches, left}: Matching<Stored>,
  place: number,
  stored: Stored,
): void {
  if (matches[place] || !left.delete(stored)) return
  matches[place] = stored
}

/** Items by key, the first one on top: `pop` takes them in order, and stays quick for a hundred thousand equal notes. */
export function stacksBy<Item>(
  items: Iterable<Item>,
  keyFor: (item: Item) => string | undefined,
): Map<string, Item[]> {
  const stacks = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyFor(item)
    if (key !== undefined) push(stacks, key, item)
  }
  for (const stack of stacks.values()) stack.reverse()
  return stacks
}

export function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}
