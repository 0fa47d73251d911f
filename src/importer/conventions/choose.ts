import type {Layout, Mark} from '../layouts/layout.ts'
import type {Scan} from '../scan/scan.ts'
import type {Convention} from './convention.ts'
import {intervalsOf} from './intervals.ts'
import {type Asked, readConvention} from './read.ts'
import {isAnnouncedAt, type Score, scoreOf} from './score.ts'
import {isUnmistakable} from './unmistakable.ts'
import {isWorthReading} from './worth.ts'

/** A convention that the document follows, with its questions. */
export interface Followed {
  readonly convention: Convention
  readonly asked: readonly Asked[]
  readonly score: Score
  /** Only in the sections that announce questions. */
  readonly isPart: boolean
}

/** What is known of a document besides what it says. */
export interface Prior {
  /** The user named the layout: what it finds counts, however it reads. */
  readonly isForced?: boolean
  /** Name of a layout that is believed sooner than others: the document was read by it before. */
  readonly expected?: string
}

/**
 * The conventions that a document follows, the one that explains most first. None of them asks inside another’s answers.
 */
export function followedOf(
  scan: Scan,
  conventions: readonly Convention[],
  prior: Prior = {},
): readonly Followed[] {
  const siblingsOf = siblingsIn(conventions)
  const judged = conventions
    .filter(convention => prior.isForced || isWorthReading(scan, convention))
    .flatMap(convention => judge(scan, convention, siblingsOf(convention), prior) ?? [])
  const chosen: Followed[] = []
  for (const candidate of judged.flatMap(({followed}) => followed ?? []).sort(byWeight)) {
    place(scan, chosen, candidate)
  }
  const [first] = chosen
  if (first !== undefined && !first.isPart) {
    for (const candidate of kinOf(first, judged).sort(byWeight)) place(scan, chosen, candidate)
  }
  return chosen
}

/** How many marks of a convention’s layout rank as its own do. */
function siblingsIn(conventions: readonly Convention[]): (convention: Convention) => number {
  const counts = new Map<Layout, Map<number, number>>()
  for (const {layout, marks, isUnion} of conventions) {
    if (isUnion) continue
    const levels = counts.get(layout) ?? new Map<number, number>()
    counts.set(layout, levels)
    for (const {level} of marks) levels.set(level, (levels.get(level) ?? 0) + 1)
  }
  return ({layout, marks}) => counts.get(layout)?.get(marks[0]?.level ?? 7) ?? 0
}

/** The weightier first; of headings that weigh alike, the deeper: the others are sections. */
function byWeight(a: Followed, b: Followed): number {
  const areKin = a.convention.layout === b.convention.layout
  return b.score.weight - a.score.weight || (areKin ? levelOf(b) - levelOf(a) : 0)
}

const levelOf = ({convention}: Followed): number => convention.marks[0]?.level ?? 0

/** A convention as read, and as far as it is believed. */
interface Judged {
  readonly read: Followed
  readonly followed?: Followed
}

/** A convention as far as it is to be believed: whole, in the sections that announce questions, or not at all. */
function judge(
  scan: Scan,
  convention: Convention,
  siblings: number,
  {isForced = false, expected}: Prior,
): Judged | undefined {
  const {layout, marks} = convention
  const isExpected = layout.name === expected
  const isSample = marks.length > 2 * SAMPLE && !isForced && !isExpected
  if (isSample && isHopeless(scan, convention)) return undefined
  const asked = readConvention(scan, convention)
  const announced = marks.filter(mark => isAnnouncedAt(scan, mark.line, mark.level))
  const isAnnounced = scan.announcesQuestions || announced.length >= 0.9 * marks.length
  const hint = scan.hintsAtQuestions ? 'interviews' : 'nothing'
  const isTrusted = isExpected || isUnmistakable(scan, asked, {siblings, isAnnounced})
  const score = scoreOf(asked, isAnnounced ? 'questions' : hint, isTrusted)
  const read = {convention, asked, score, isPart: !scan.announcesQuestions && isAnnounced}
  const demand = isExpected ? DOUBT * layout.demand : layout.demand
  const isSure = score.sureness >= demand
  if (!scan.announcesQuestions && announced.length > 0 && announced.length < marks.length) {
    const part = partOf(scan, convention, announced, isExpected)
    const isPartSure = part.score.sureness >= demand
    if (isPartSure && !(isSure && asksElsewhere(asked, announced))) return {read, followed: part}
  }
  return isSure || (isForced && score.answered > 0) ? {read, followed: read} : {read}
}

/** Share of a layout’s demand that is enough for a document known to follow it. */
const DOUBT = 0.6

/** Marks after which a convention that is far from being believed is given up. */
const SAMPLE = 200

/** Whether the first marks of many are far from being believed; the rest of a long document need not be read then. */
function isHopeless(scan: Scan, {layout, shape, isUnion, marks}: Convention): boolean {
  const asked = readConvention(scan, {layout, shape, isUnion, marks: marks.slice(0, SAMPLE)}, [
    marks[SAMPLE]?.line ?? 0,
  ])
  const {sureness, answered} = scoreOf(asked, 'questions')
  return answered >= SAMPLE / 4 && sureness < layout.demand - 0.2
}

/** A convention in the sections that announce questions alone. */
function partOf(
  scan: Scan,
  convention: Convention,
  announced: readonly Mark[],
  isExpected: boolean,
): Followed {
  const borders = convention.marks.map(mark => mark.line)
  const asked = readConvention(scan, {...convention, marks: announced}, borders)
  const company = {siblings: announced.length, isAnnounced: true}
  const isTrusted = isExpected || isUnmistakable(scan, asked, company)
  return {convention, asked, score: scoreOf(asked, 'questions', isTrusted), isPart: true}
}

/** Whether marks outside the sections that announce questions ask as well. */
function asksElsewhere(asked: readonly Asked[], announced: readonly Mark[]): boolean {
  const inside = new Set(announced)
  const outside = asked.filter(question => question.isAnswered && !inside.has(question.mark))
  return outside.filter(({likeness}) => likeness >= 0.7).length >= 0.6 * outside.length
}

/**
 * Conventions of the same layout that were not believed. A document that asks in one way may ask in another in one of
 * its sections (question headings one level up): now less is asked of them.
 */
function kinOf(first: Followed, judged: readonly Judged[]): Followed[] {
  return judged
    .filter(
      ({followed, read}) =>
        followed === undefined && read.convention.layout === first.convention.layout,
    )
    .map(({read}) => ({...read, score: scoreOf(read.asked, 'questions')}))
    .filter(({convention, score}) => score.sureness >= convention.layout.demand)
}

/** Adds a convention to those chosen, as far as it asks outside their answers. */
function place(scan: Scan, chosen: Followed[], candidate: Followed): void {
  const answered = candidate.asked.filter(asked => asked.isAnswered)
  for (const [index, taken] of chosen.entries()) {
    if (!hasSwallowed(taken, candidate, answered)) continue
    const borders = answered.map(asked => asked.line)
    chosen[index] = {...taken, asked: readConvention(scan, taken.convention, borders)}
  }
  const taken = intervalsOf(chosen.flatMap(({asked}) => asked.filter(other => other.isAnswered)))
  const free = candidate.asked.filter(asked => !taken.meets(asked))
  const count = free.filter(asked => asked.isAnswered).length
  if (count >= 2 || (count > 0 && free.length === candidate.asked.length)) {
    chosen.push({...candidate, asked: free})
  }
}

/** Whether one of the answers, many times as long as most, holds a part of the document that is written otherwise. */
function hasSwallowed(taken: Followed, candidate: Followed, answered: readonly Asked[]): boolean {
  if (candidate.score.sureness < 0.8) return false
  const around = intervalsOf(taken.asked.filter(asked => asked.isAnswered)).around
  const holders = new Set<Asked>()
  let inside = 0
  for (const {line} of answered) {
    const holder = around(line)
    if (holder === undefined) continue
    holders.add(holder)
    inside += 1
  }
  return (
    inside >= 3 &&
    inside >= 3 * holders.size &&
    holders.size <= 0.2 * taken.asked.length &&
    [...holders].every(isOutlierAmong(taken.asked))
  )
}

function isOutlierAmong(asked: readonly Asked[]): (holder: Asked) => boolean {
  const lengths = asked.map(({line, endLine}) => endLine - line).sort((a, b) => a - b)
  const median = lengths[lengths.length >> 1] ?? 0
  return ({line, endLine}) => endLine - line > 4 * median
}
