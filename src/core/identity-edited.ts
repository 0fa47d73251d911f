import {type Candidate, type Matching, pair, push, stacksBy} from './identity.ts'
import {answerKeyOf, questionKeyOf} from './identity-keys.ts'
import {likenessOf, trigramsOf} from './identity-likeness.ts'
import type {NoteContent, ParsedNote} from './note.ts'

/** An answer shorter than this does not identify its note: many are `Yes`, `42` or `See above`. */
const IDENTIFYING_LENGTH = 20
/** Runs of characters that this many notes share say nothing about which note it is. */
const COMMON = 20
/** Characters of a question and of an answer by which similar notes are looked up. */
const INDEXED_LENGTH = 200
/** Notes that are compared in full with one parsed note. */
const COMPARED_NOTES = 5

/** What was edited: the same telling answer, or a question and an answer that are alike. Absent notes are left alone. */
export function matchByLikeness<Stored extends Candidate>(matching: Matching<Stored>): void {
  pairByUniqueAnswer(matching)
  const index = new Map<string, Stored[]>()
  for (const stored of eligible(matching)) {
    for (const feature of featuresOf(stored.content)) push(index, feature, stored)
  }
  if (index.size === 0) return
  const neighboursOf = neighboursIn(matching)
  const standingAt = placesIn(matching)
  const pairs: {place: number; stored: Stored; likeness: number}[] = []
  for (const [place, note] of matching.parsed.entries()) {
    if (matching.matches[place]) continue
    const alike = mostInCommon(featuresOf(note.content), index)
    for (const stored of new Set([...standingAt(place), ...alike])) {
      if (note.authorId !== undefined && stored.authorId !== undefined) continue
      const likeness = likenessOf(note.content, stored.content, neighboursOf(place, stored))
      if (likeness !== undefined) pairs.push({place, stored, likeness})
    }
  }
  pairs.sort((a, b) => b.likeness - a.likeness || a.place - b.place)
  for (const {place, stored} of pairs) pair(matching, place, stored)
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

function eligible<Stored extends Candidate>({left}: Matching<Stored>): readonly Stored[] {
  return [...left].filter(({isAbsent}) => !isAbsent)
}

/** How many of the notes before and after a place are matched to those before and after a stored note. */
function neighboursIn<Stored extends Candidate>({matches}: Matching<Stored>) {
  return (place: number, {position}: Stored): number =>
    Number(matches[place - 1]?.position === position - 1) +
    Number(matches[place + 1]?.position === position + 1)
}

/** The stored notes that stand where a parsed note stands, counted from the last match before it and from the next one after. */
function placesIn<Stored extends Candidate>(
  matching: Matching<Stored>,
): (place: number) => readonly Stored[] {
  const {matches} = matching
  const byPosition = new Map(eligible(matching).map(stored => [stored.position, stored]))
  const before = shifts(matches, [...matches.keys()], 0)
  const after = shifts(matches, [...matches.keys()].reverse(), undefined)
  return place =>
    [before[place], after[place]]
      .map(shift => (shift === undefined ? undefined : byPosition.get(place + shift)))
      .filter(stored => stored !== undefined)
}

/** By place: how far the nearest match on the way is from its own place. */
function shifts<Stored extends Candidate>(
  matches: readonly (Stored | undefined)[],
  way: readonly number[],
  start: number | undefined,
): readonly (number | undefined)[] {
  const result: (number | undefined)[] = matches.map(() => undefined)
  let shift = start
  for (const place of way) {
    const match = matches[place]
    if (match) shift = match.position - place
    result[place] = shift
  }
  return result
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
