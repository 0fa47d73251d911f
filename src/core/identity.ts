import {
  contentKeyOf,
  isTelling,
  keyOf,
  looseContentKeyOf,
  looseQuestionKeyOf,
  questionKeyOf,
} from './identity-keys.ts'
import {haveAlikeAnswers} from './identity-likeness.ts'
import type {NoteContent, ParsedNote} from './note.ts'

/** What the matching must know of a stored note. */
export interface Candidate {
  readonly content: NoteContent
  readonly section: readonly string[]
  readonly authorId?: string
  readonly id?: string
  readonly sourcePath: string
  /** Among the notes of its source. */
  readonly position: number
  readonly isAbsent: boolean
  /** The most answers that any of its cards has had; 0 where it is not given. */
  readonly reps?: number
}

/** The notes of a document beside those stored for its source, while it is found out which is which. */
export interface Matching<Stored extends Candidate> {
  readonly parsed: readonly ParsedNote[]
  /** Stored for this source, or for those that it was renamed from: the present ones first, in the order of the document. */
  readonly own: readonly Stored[]
  /** By index into `parsed`. */
  readonly matches: (Stored | undefined)[]
  /** Stored notes of all documents that are not matched yet: one set for all matchings of an import. */
  readonly left: Set<Stored>
}

/** Nothing matched yet. Adds the document’s own notes to those that are left. */
export function startMatching<Stored extends Candidate>(
  parsed: readonly ParsedNote[],
  stored: Iterable<Stored>,
  left: Set<Stored>,
): Matching<Stored> {
  const own = presentFirst(stored)
  for (const note of own) left.add(note)
  return {parsed, own, left, matches: parsed.map(() => undefined)}
}

/** Present notes first, each in the order of its source, so that equal notes are matched in order. */
export function presentFirst<Stored extends Candidate>(
  stored: Iterable<Stored>,
): readonly Stored[] {
  return [...stored].sort(
    (a, b) => Number(a.isAbsent) - Number(b.isAbsent) || a.position - b.position,
  )
}

/**
 * What is hard to mistake within a document: the id that ebb or the author wrote, the same words, the same question; in the same section
 * first, and at last without regard to case and punctuation.
 */
export function matchByWords<Stored extends Candidate>(matching: Matching<Stored>): void {
  pairInOrder(matching, writtenId)
  pairInOrder(matching, ({authorId}) => authorId)
  pairInOrder(matching, ({content, section}) => keyOf([contentKeyOf(content), ...section]))
  pairInOrder(matching, ({content}) => contentKeyOf(content))
  pairAsMany(matching, ({content, section}) => keyOf([questionKeyOf(content), ...section]))
  pairAsMany(matching, ({content}) => questionKeyOf(content), saysWhich)
  pairInOrder(matching, ({content}) => looseContentKeyOf(content))
  pairAsMany(matching, ({content}) => looseQuestionKeyOf(content), saysWhich)
}

/** Whether notes that ask the same are one: the question is long enough to be asked once, or the answers are alike. */
function saysWhich({content}: ParsedNote, stored: Candidate): boolean {
  return isTelling(content) || haveAlikeAnswers(content, stored.content)
}

/** The identity of a stored note, and the one that stands beside a note that was exported. */
export function writtenId(note: ParsedNote | Candidate): string | undefined {
  return 'sourcePath' in note ? note.id : note.noteId
}

type KeyFor<Stored> = (note: ParsedNote | Stored) => string | undefined

/** The first note with a key is the first stored one with this key, and so on. */
function pairInOrder<Stored extends Candidate>(
  matching: Matching<Stored>,
  keyFor: KeyFor<Stored>,
): void {
  const stacks = stacksBy(ownLeft(matching), keyFor)
  if (stacks.size === 0) return
  for (const [place, note] of unmatched(matching)) {
    const key = keyFor(note)
    const stored = key === undefined ? undefined : stacks.get(key)?.pop()
    if (stored) pair(matching, place, stored)
  }
}

/**
 * The same, where there are as many notes with a key as stored ones, the absent ones counted only if that is so with them. Where
 * there are more or fewer, order does not tell which is which.
 */
function pairAsMany<Stored extends Candidate>(
  matching: Matching<Stored>,
  keyFor: KeyFor<Stored>,
  isLikely: (note: ParsedNote, stored: Stored) => boolean = () => true,
): void {
  const own = ownLeft(matching)
  if (own.length === 0) return
  const places = listsBy(unmatched(matching), ([, note]) => keyFor(note))
  const candidates = listsBy(own, keyFor)
  for (const [key, asking] of places) {
    const all = candidates.get(key) ?? []
    const present = all.filter(({isAbsent}) => !isAbsent)
    const chosen = [present, all].find(({length}) => length === asking.length) ?? []
    for (const [index, stored] of chosen.entries()) {
      const [place, note] = asking[index] as (typeof asking)[number]
      if (isLikely(note, stored)) pair(matching, place, stored)
    }
  }
}

/** Stored notes of the document that are not matched yet. */
export function ownLeft<Stored extends Candidate>({
  own,
  left,
}: Matching<Stored>): readonly Stored[] {
  return own.filter(stored => left.has(stored))
}

/** Notes of the document that are not matched yet, each with its place. */
export function unmatched<Stored extends Candidate>({
  parsed,
  matches,
}: Matching<Stored>): readonly (readonly [place: number, note: ParsedNote])[] {
  return [...parsed.entries()].filter(([place]) => !matches[place])
}

/** Settles that this is the stored note, unless either is settled already. */
export function pair<Stored extends Candidate>(
  {matches, left}: Matching<Stored>,
  place: number,
  stored: Stored,
): boolean {
  if (matches[place] || !left.delete(stored)) return false
  matches[place] = stored
  return true
}

/** Items by key, the first one on top: `pop` takes them in order, and stays quick for a hundred thousand equal notes. */
export function stacksBy<Item>(
  items: Iterable<Item>,
  keyFor: (item: Item) => string | undefined,
): Map<string, Item[]> {
  const stacks = listsBy(items, keyFor)
  for (const stack of stacks.values()) stack.reverse()
  return stacks
}

/** Items by key, in order; those without one are left out. */
export function listsBy<Item, Key>(
  items: Iterable<Item>,
  keyFor: (item: Item) => Key | undefined,
): Map<Key, Item[]> {
  const lists = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyFor(item)
    if (key === undefined) continue
    const list = lists.get(key)
    if (list) list.push(item)
    else lists.set(key, [item])
  }
  return lists
}
