import {type Candidate, listsBy, type Matching, pair} from './identity.ts'
import {indexByText} from './identity-index.ts'
import {answerKeyOf, contentKeyOf, questionKeyOf} from './identity-keys.ts'
import {agreementOf, containmentOf, trigramsOf} from './identity-trigrams.ts'
import type {NoteContent, ParsedNote} from './note.ts'

/** A shorter answer may be part of another one by chance. */
const TELLING_LENGTH = 20
/** So much of an answer (0–1) must be found in another one for being a part of it, … */
const PART = 0.8
/** … less than this if it is to be another part, … */
const OTHER_PART = 0.5
/** … and the whole must be longer than the part by this factor. */
const LONGER = 1.3

interface Place<Stored extends Candidate> {
  readonly matching: Matching<Stored>
  readonly place: number
}

/** One stored note whose answer stands in several notes now. */
export interface SplitNote<Stored extends Candidate> {
  readonly stored: Stored
  /** The note that it is: the likeliest. */
  readonly kept: Place<Stored>
  /** The notes that were made of the rest. */
  readonly created: readonly Place<Stored>[]
}

/** Several stored notes whose answers stand in one note now. */
export interface MergedNotes<Stored extends Candidate> extends Place<Stored> {
  /** The stored note that it is: the one with the most answers. */
  readonly kept: Stored
  readonly retired: readonly Stored[]
}

/** Notes that were divided. A stored note that is not found yet becomes the likeliest of its parts. */
export function matchSplits<Stored extends Candidate>(
  matchings: readonly Matching<Stored>[],
  left: ReadonlySet<Stored>,
): readonly SplitNote<Stored>[] {
  const fresh = placesOf(matchings).filter(place => !matchAt(place) && isTelling(noteAt(place)))
  if (fresh.length === 0) return []
  const homes = new Map<Stored, Place<Stored>>()
  for (const place of placesOf(matchings)) {
    const stored = matchAt(place)
    if (stored && isChanged(stored, noteAt(place))) homes.set(stored, place)
  }
  const wholes = [...homes.keys(), ...left].filter(stored => !stored.isAbsent && isTelling(stored))
  const lookUp = indexByText(wholes, answerOf)
  const parts = fresh.flatMap(place => {
    const part = noteAt(place)
    const whole = lookUp(answerOf(part)).find(stored => isPart(part, stored))
    return whole ? [{whole, place}] : []
  })
  return [...listsBy(parts, ({whole}) => whole)].flatMap(([stored, found]) => {
    const places = found.map(({place}) => place)
    const kept = homes.get(stored) ?? likeliest(places, stored)
    const created = places.filter(
      place => place !== kept && !isContained(noteAt(place), noteAt(kept), OTHER_PART),
    )
    if (created.length === 0) return []
    if (!homes.has(stored)) pair(kept.matching, kept.place, stored)
    return [{stored, kept, created}]
  })
}

/** Notes that were joined. A note that is none of them yet becomes the one with the most answers. */
export function matchMerges<Stored extends Candidate>(
  matchings: readonly Matching<Stored>[],
  left: Set<Stored>,
): readonly MergedNotes<Stored>[] {
  const lost = [...left].filter(stored => !stored.isAbsent && isTelling(stored))
  if (lost.length === 0) return []
  const edited = placesOf(matchings).filter(place => {
    const stored = matchAt(place)
    return isTelling(noteAt(place)) && (!stored || isChanged(stored, noteAt(place)))
  })
  const lookUp = indexByText(edited, place => answerOf(noteAt(place)))
  const parts = lost.flatMap(stored => {
    const whole = lookUp(answerOf(stored)).find(place => isPart(stored, noteAt(place)))
    return whole ? [{whole, stored}] : []
  })
  return [...listsBy(parts, ({whole}) => whole)].flatMap(([at, found]) => {
    const {matching, place} = at
    const matched = matchAt(at)
    const others = found
      .map(({stored}) => stored)
      .filter(stored => !matched || !isContained(stored, matched, OTHER_PART))
    const all = matched ? [matched, ...others] : others
    if (all.length < 2) return []
    const isSettled = matched?.authorId !== undefined && matched.authorId === noteAt(at).authorId
    const kept = isSettled ? matched : mostAnswered(all)
    if (matched) left.add(matched)
    matching.matches[place] = kept
    left.delete(kept)
    return [{matching, place, kept, retired: all.filter(stored => stored !== kept)}]
  })
}

function placesOf<Stored extends Candidate>(
  matchings: readonly Matching<Stored>[],
): readonly Place<Stored>[] {
  return matchings.flatMap(matching =>
    matching.parsed.map((_, place): Place<Stored> => ({matching, place})),
  )
}

function noteAt<Stored extends Candidate>({matching, place}: Place<Stored>): ParsedNote {
  return matching.parsed[place] as ParsedNote
}

function matchAt<Stored extends Candidate>({matching, place}: Place<Stored>): Stored | undefined {
  return matching.matches[place]
}

interface WithContent {
  readonly content: NoteContent
}

function answerOf({content}: WithContent): string {
  return answerKeyOf(content)
}

function isTelling(note: WithContent): boolean {
  return note.content.kind !== 'cloze' && answerOf(note).length >= TELLING_LENGTH
}

function isChanged(stored: WithContent, note: WithContent): boolean {
  return contentKeyOf(stored.content) !== contentKeyOf(note.content)
}

function isPart(part: WithContent, whole: WithContent): boolean {
  return answerOf(whole).length >= answerOf(part).length * LONGER && isContained(part, whole, PART)
}

function isContained(part: WithContent, whole: WithContent, share: number): boolean {
  return containmentOf(trigramsOf(answerOf(part)), trigramsOf(answerOf(whole))) >= share
}

function likeliest<Stored extends Candidate>(
  places: readonly Place<Stored>[],
  stored: Stored,
): Place<Stored> {
  const likenessTo = (place: Place<Stored>) => {
    const {content} = noteAt(place)
    const question = agreementOf(
      trigramsOf(questionKeyOf(content)),
      trigramsOf(questionKeyOf(stored.content)),
    )
    return question + agreementOf(trigramsOf(answerOf({content})), trigramsOf(answerOf(stored)))
  }
  return places.reduce((best, place) => (likenessTo(place) > likenessTo(best) ? place : best))
}

function mostAnswered<Stored extends Candidate>(notes: readonly Stored[]): Stored {
  return notes.reduce((most, note) => ((note.reps ?? 0) > (most.reps ?? 0) ? note : most))
}
