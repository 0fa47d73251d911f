import type {Mark} from '../layouts/layout.ts'
import type {Scan} from '../scan/scan.ts'
import type {Convention} from './convention.ts'
import {type Asked, readConvention} from './read.ts'
import {isAnnouncedAt, type Score, scoreOf} from './score.ts'

/** A convention that the document follows, with its questions. */
export interface Followed {
  readonly convention: Convention
  readonly asked: readonly Asked[]
  readonly score: Score
}

/**
 * The conventions that a document follows, the one that explains most first. None of them asks inside another’s answers.
 * @param isForced the user named the layout: what it finds counts, however it reads
 */
export function followedOf(
  scan: Scan,
  conventions: readonly Convention[],
  isForced = false,
): readonly Followed[] {
  const accepted = conventions
    .flatMap(convention => accept(scan, convention, isForced))
    .sort((a, b) => b.score.weight - a.score.weight)
  const chosen: Followed[] = []
  for (const candidate of accepted) place(scan, chosen, candidate)
  return chosen
}

/** A convention as far as it is to be believed: whole, in the sections that announce questions, or not at all. */
function accept(scan: Scan, convention: Convention, isForced: boolean): readonly Followed[] {
  const {layout, marks} = convention
  const asked = readConvention(scan, convention)
  const announced = marks.filter(mark => isAnnouncedAt(scan, mark.line, mark.level))
  const isAnnounced = scan.announcesQuestions || announced.length >= 0.9 * marks.length
  const score = scoreOf(asked, isAnnounced)
  const isFaqOnly =
    !scan.announcesQuestions && announced.length > 0 && announced.length < marks.length
  if (isFaqOnly) {
    const part = {...convention, marks: announced}
    const partAsked = readConvention(
      scan,
      part,
      marks.map(mark => mark.line),
    )
    const partScore = scoreOf(partAsked, true)
    if (
      partScore.sureness >= layout.demand &&
      (score.sureness < layout.demand || !asksElsewhere(asked, announced))
    ) {
      return [{convention: part, asked: partAsked, score: partScore}]
    }
  }
  return score.sureness >= layout.demand || (isForced && score.answered > 0)
    ? [{convention, asked, score}]
    : []
}

/** Whether marks outside the sections that announce questions ask as well. */
function asksElsewhere(asked: readonly Asked[], announced: readonly Mark[]): boolean {
  const inside = new Set(announced)
  const outside = asked.filter(question => question.isAnswered && !inside.has(question.mark))
  return outside.filter(question => question.likeness >= 0.7).length >= 0.6 * outside.length
}

/** Adds a convention to those chosen, as far as it asks outside their answers. */
function place(scan: Scan, chosen: Followed[], candidate: Followed): void {
  const lines = candidate.asked.filter(asked => asked.isAnswered)
  for (const [index, first] of chosen.entries()) {
    const inside = lines.filter(asked => first.asked.some(other => covers(other, asked)))
    const holders = first.asked.filter(other => lines.some(asked => covers(other, asked)))
    // Many of them inside one answer: that answer has swallowed a part of the document that is written otherwise.
    if (
      candidate.score.sureness >= 0.8 &&
      holders.every(holder => isOutlier(first.asked, holder)) &&
      inside.length >= 3 &&
      inside.length >= 3 * holders.length &&
      holders.length <= 0.2 * first.asked.length
    ) {
      const borders = lines.map(asked => asked.line)
      const asked = readConvention(scan, first.convention, borders)
      chosen[index] = {...first, asked}
    }
  }
  const free = candidate.asked.filter(asked =>
    chosen.every(other => other.asked.every(taken => !taken.isAnswered || apart(taken, asked))),
  )
  if (free.filter(asked => asked.isAnswered).length === 0) return
  if (free.length === candidate.asked.length) chosen.push(candidate)
  else if (chosen.length > 0 && free.filter(asked => asked.isAnswered).length >= 2)
    chosen.push({...candidate, asked: free})
}

/** Whether an answer is many times as long as most. */
function isOutlier(asked: readonly Asked[], {line, endLine}: Asked): boolean {
  const lengths = asked.map(other => other.endLine - other.line).sort((a, b) => a - b)
  return endLine - line > 4 * (lengths[lengths.length >> 1] ?? 0)
}

const covers = (outer: Asked, inner: Asked): boolean =>
  outer.isAnswered && inner.line > outer.line && inner.line <= outer.endLine

const apart = (a: Asked, b: Asked): boolean => a.endLine < b.line || b.endLine < a.line
