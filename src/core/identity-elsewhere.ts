import {
  type Candidate,
  listsBy,
  type Matching,
  pair,
  presentFirst,
  stacksBy,
  unmatched,
  writtenId,
} from './identity.ts'
import {
  contentKeyOf,
  isTelling,
  looseContentKeyOf,
  looseQuestionKeyOf,
  questionKeyOf,
} from './identity-keys.ts'
import {haveAlikeAnswers} from './identity-likeness.ts'
import type {NoteContent, ParsedNote} from './note.ts'

/** A shorter id may be written in many documents: `1`, `q2`. */
const UNIQUE_ID_LENGTH = 8
/** A question this long is the same note in another document, even when its answer was rewritten. */
const TELLING_ELSEWHERE = 20

/**
 * Notes that went to another document: what is left of all documents, beside the notes that no document has taken yet. The
 * same words in order; an id, a question, or words that differ in case and punctuation only where just one note has them.
 */
export function matchAcross<Stored extends Candidate>(
  matchings: readonly Matching<Stored>[],
  left: Set<Stored>,
): void {
  pairUnique(matchings, left, writtenId)
  pairUnique(matchings, left, ({authorId}) =>
    authorId !== undefined && authorId.length >= UNIQUE_ID_LENGTH ? authorId : undefined,
  )
  pairSameWords(matchings, left)
  pairUnique(matchings, left, ({content}) => questionKeyOf(content), isOne)
  pairUnique(matchings, left, ({content}) => looseContentKeyOf(content))
  pairUnique(matchings, left, ({content}) => looseQuestionKeyOf(content), isOne)
}

function isOne({content}: ParsedNote, stored: {readonly content: NoteContent}): boolean {
  return isTelling(content, TELLING_ELSEWHERE) || haveAlikeAnswers(content, stored.content)
}

function pairSameWords<Stored extends Candidate>(
  matchings: readonly Matching<Stored>[],
  left: Set<Stored>,
): void {
  if (left.size === 0) return
  const stacks = stacksBy(presentFirst(left), ({content}) => contentKeyOf(content))
  for (const matching of matchings) {
    for (const [place, note] of unmatched(matching)) {
      const stored = stacks.get(contentKeyOf(note.content))?.pop()
      if (stored) pair(matching, place, stored)
    }
  }
}

function pairUnique<Stored extends Candidate>(
  matchings: readonly Matching<Stored>[],
  left: Set<Stored>,
  keyFor: (note: ParsedNote | Stored) => string | undefined,
  isLikely: (note: ParsedNote, stored: Stored) => boolean = () => true,
): void {
  if (left.size === 0) return
  const asking = matchings.flatMap(matching =>
    unmatched(matching).map(([place, note]) => ({matching, place, note})),
  )
  if (asking.length === 0) return
  const candidates = listsBy(left, keyFor)
  for (const [key, [first, ...others]] of listsBy(asking, ({note}) => keyFor(note))) {
    const [stored, ...more] = candidates.get(key) ?? []
    if (!first || !stored || others.length + more.length > 0) continue
    if (isLikely(first.note, stored)) pair(first.matching, first.place, stored)
  }
}
