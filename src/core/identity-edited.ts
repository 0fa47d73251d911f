import {type Candidate, listsBy, type Matching, ownLeft, pair, unmatched} from './identity.ts'
import {indexByText} from './identity-index.ts'
import {answerKeyOf, questionKeyOf} from './identity-keys.ts'
import {type Likeness, likenessOf} from './identity-likeness.ts'
import type {NoteContent, ParsedNote} from './note.ts'

/** An answer shorter than this does not identify its note: many are `Yes`, `42` or `See above`. */
const IDENTIFYING_LENGTH = 20
/** So alike (0–1) in its place that nothing better needs to be looked for. */
const BEYOND_DOUBT = 0.9

/** A note and a stored one that may be the same. */
export interface Resemblance<Stored extends Candidate> extends Likeness {
  readonly matching: Matching<Stored>
  readonly place: number
  readonly stored: Stored
}

/** What was edited within its document: the same telling answer, and no other note with it. */
export function matchByAnswer<Stored extends Candidate>(matching: Matching<Stored>): void {
  const keyFor = ({content}: ParsedNote | Stored) => {
    const key = answerKeyOf(content)
    return content.kind !== 'cloze' && key.length >= IDENTIFYING_LENGTH ? key : undefined
  }
  const present = ownLeft(matching).filter(({isAbsent}) => !isAbsent)
  if (present.length === 0) return
  const candidates = listsBy(present, keyFor)
  const edited = listsBy(unmatched(matching), ([, note]) => keyFor(note))
  for (const [key, [first, ...others]] of edited) {
    const [stored, ...more] = candidates.get(key) ?? []
    if (!first || !stored || others.length + more.length > 0) continue
    pair(matching, first[0], stored)
  }
}

/**
 * What was edited, moved and edited, or is back and was edited: question and answer that are alike.
 * @returns what may be the same and may not, the likeliest first; each note and each stored one at most once
 */
export function matchByLikeness<Stored extends Candidate>(
  matchings: readonly Matching<Stored>[],
  left: ReadonlySet<Stored>,
): readonly Resemblance<Stored>[] {
  const open = matchings.filter(({matches}) => matches.includes(undefined))
  if (left.size === 0 || open.length === 0) return []
  const lookUp = indexByText([...left], ({content}) => textOf(content))
  const found = open.flatMap(matching => resemblancesIn(matching, lookUp))
  found.sort((a, b) => b.likeness - a.likeness)
  for (const {matching, place, stored, isCertain} of found) {
    if (isCertain) pair(matching, place, stored)
  }
  return found.filter(({matching, place, stored}) => !matching.matches[place] && left.has(stored))
}

/** Of resemblances in order: those whose note and stored one no earlier one has taken. */
export function eachOnce<Stored extends Candidate>(
  resemblances: readonly Resemblance<Stored>[],
): readonly Resemblance<Stored>[] {
  const taken = new Set<unknown>()
  return resemblances.filter(({matching, place, stored}) => {
    const note = matching.parsed[place]
    if (taken.has(note) || taken.has(stored)) return false
    taken.add(note).add(stored)
    return true
  })
}

function resemblancesIn<Stored extends Candidate>(
  matching: Matching<Stored>,
  lookUp: (text: string) => readonly Stored[],
): readonly Resemblance<Stored>[] {
  const neighboursOf = neighboursIn(matching)
  const standingAt = placesIn(matching)
  const resemblances: Resemblance<Stored>[] = []
  for (const [place, note] of unmatched(matching)) {
    const compare = (stored: Stored) => {
      if (note.authorId !== undefined && stored.authorId !== undefined) return undefined
      const likeness = likenessOf(note.content, stored.content, neighboursOf(place, stored))
      if (likeness) resemblances.push({...likeness, matching, place, stored})
      return likeness
    }
    const inPlace = standingAt(place)
    const isSettled = inPlace.some(stored => {
      const likeness = compare(stored)
      return likeness?.isCertain && likeness.likeness >= BEYOND_DOUBT
    })
    if (isSettled) continue
    for (const stored of lookUp(textOf(note.content))) {
      if (!inPlace.includes(stored)) compare(stored)
    }
  }
  return resemblances
}

function textOf(content: NoteContent): string {
  return `${questionKeyOf(content).slice(0, 200)} ${answerKeyOf(content)}`
}

/** How many of the notes before and after a place are matched to those before and after a stored note. */
function neighboursIn<Stored extends Candidate>({matches}: Matching<Stored>) {
  return (place: number, {position, sourcePath}: Stored): number => {
    const isAt = (at: number, expected: number) =>
      matches[at]?.position === expected && matches[at].sourcePath === sourcePath
    return Number(isAt(place - 1, position - 1)) + Number(isAt(place + 1, position + 1))
  }
}

/** The stored notes that stand where a parsed note stands, counted from the last match before it and from the next one after. */
function placesIn<Stored extends Candidate>(
  matching: Matching<Stored>,
): (place: number) => readonly Stored[] {
  const {matches} = matching
  const home = ownLeft(matching)[0]?.sourcePath ?? ''
  const present = ownLeft(matching).filter(({isAbsent}) => !isAbsent)
  const byPlace = new Map(present.map(stored => [placeKey(stored), stored]))
  const before = shifts(matches, [...matches.keys()], {sourcePath: home, by: 0})
  const after = shifts(matches, [...matches.keys()].reverse(), undefined)
  return place => {
    const standing = [before[place], after[place]].flatMap(shift => {
      const stored = shift && byPlace.get(placeKey({...shift, position: place + shift.by}))
      return stored ? [stored] : []
    })
    return [...new Set(standing)]
  }
}

function placeKey({sourcePath, position}: Pick<Candidate, 'sourcePath' | 'position'>): string {
  return `${position} ${sourcePath}`
}

interface Shift {
  readonly sourcePath: string
  readonly by: number
}

/** By place: how far the nearest match on the way is from its own place, and in which source. */
function shifts<Stored extends Candidate>(
  matches: readonly (Stored | undefined)[],
  way: readonly number[],
  start: Shift | undefined,
): readonly (Shift | undefined)[] {
  const result: (Shift | undefined)[] = matches.map(() => undefined)
  let shift = start
  for (const place of way) {
    const match = matches[place]
    if (match) shift = {sourcePath: match.sourcePath, by: match.position - place}
    result[place] = shift
  }
  return result
}
