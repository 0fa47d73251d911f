import {answerKeyOf, contentKeyOf, keyOf, questionKeyOf} from './identity-keys.ts'
import {likenessOf, trigramsOf} from './identity-likeness.ts'
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

/** An answer shorter than this does not identify its note: many are `Yes`, `42` or `See above`. */
const IDENTIFYING_LENGTH = 20
/** Runs of characters that this many notes share say nothing about which note it is. */
const COMMON = 20
/** Characters of a question and of an answer by which similar notes are looked up. */
const INDEXED_LENGTH = 200
/** Notes that are compared in full with one parsed note. */
const COMPARED_NOTES = 5

/** Nothing matched yet. */
export function startMatching<Stored extends Candidate>(
  parsed: readonly ParsedNote[],
  stored: Iterable<Stored>,
): Matching<Stored> {
  return {parsed, left: new Set(presentFirst(stored)), matches: parsed.map(() => undefined)}
}

/** Present notes first, each in the order of its source, so that equal notes are matched in order. */
export function presentFirst<Stored extends Candidate>(
  stored: Iterable<Stored>,
): readonly Stored[] {
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

/** What was edited: the same telling answer, or a question and an answer that are alike. Absent notes are left alone. */
export function matchByLikeness<Stored extends Candidate>(matching: Matching<Stored>): void {
  pairByUniqueAnswer(matching)
  const index = new Map<string, Stored[]>()
  for (const stored of eligible(matching)) {
    for (const feature of featuresOf(stored.content)) push(index, feature, stored)
  }
  if (index.size === 0) return
  const isNeighbour = neighboursIn(matching)
  const pairs: {place: number; stored: Stored; likeness: number}[] = []
  for (const [place, note] of matching.parsed.entries()) {
    if (matching.matches[place]) continue
    for (const stored of mostInCommon(featuresOf(note.content), index)) {
      if (note.authorId !== undefined && stored.authorId !== undefined) continue
      const likeness = likenessOf(note.content, stored.content, isNeighbour(place, stored))
      if (likeness !== undefined) pairs.push({place, stored, likeness})
    }
  }
  pairs.sort((a, b) => b.likeness - a.likeness || a.place - b.place)
  for (const {place, stored} of pairs) pair(matching, place, stored)
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

function pairByUniqueAnswer<Stored extends Candidate>(matching: Matching<Stored>): void {
  const keyFor = ({content}: ParsedNote | Stored) => {
    const key = answerKeyOf(content)
    return content.kind !== 'cloze' && key.length >= IDENTIFYING_LENGTH ? key : undefined
  }
  const unmatched = [...matching.parsed.entries()].filter(([place]) => !matching.matches[place])
  const edited = stacksBy(unmatched, ([, note]) => keyFor(note))
  const stacks = stacksBy(eligible(matching), keyFor)
  for (const [key, [first, ...others]] of edited) {
    const [stored, ...more] = stacks.get(key) ?? []
    if (!first || !stored || others.length + more.length > 0) continue
    pair(matching, first[0], stored)
  }
}

function pair<Stored extends Candidate>(
  {matches, left}: Matching<Stored>,
  place: number,
  stored: Stored,
): void {
  if (matches[place] || !left.delete(stored)) return
  matches[place] = stored
}

function eligible<Stored extends Candidate>({left}: Matching<Stored>): readonly Stored[] {
  return [...left].filter(({isAbsent}) => !isAbsent)
}

/** How many of the notes before and after a place are matched to those before and after a stored note. */
function neighboursIn<Stored extends Candidate>({matches}: Matching<Stored>) {
  return (place: number, {position}: Stored): number =>
    Number(matches[place - 1]?.position === position - 1) +
    Number(matches[place + 1]?.position === position + 1)
}

function featuresOf(content: NoteContent): ReadonlySet<string> {
  return new Set([
    ...trigramsOf(questionKeyOf(content), INDEXED_LENGTH),
    ...trigramsOf(answerKeyOf(content), INDEXED_LENGTH),
  ])
}

function mostInCommon<Stored>(
  features: ReadonlySet<string>,
  index: ReadonlyMap<string, readonly Stored[]>,
): readonly Stored[] {
  const counts = new Map<Stored, number>()
  for (const feature of features) {
    const sharing = index.get(feature) ?? []
    if (sharing.length > COMMON) continue
    for (const stored of sharing) counts.set(stored, (counts.get(stored) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, COMPARED_NOTES)
    .map(([stored]) => stored)
}

/** Items by key, the first one on top: `pop` takes them in order, and stays quick for a hundred thousand equal notes. */
function stacksBy<Item>(
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

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}
