import type {Scan} from '../scan/scan.ts'
import {ANNOUNCES_QUESTIONS, CLOSING_HEADING} from '../text/label-words.ts'
import {plainOf} from '../text/plain.ts'
import type {Asked} from './read.ts'

/** How sure it is that marks of one shape ask questions. */
export interface Score {
  /** 0–1, to be held against the layout’s demand. */
  readonly sureness: number
  /** Number of answered questions. */
  readonly answered: number
  /** What the convention explains of the document; to compare conventions. */
  readonly weight: number
}

/** What title or section say about the document. */
export type Announcement = 'questions' | 'interviews' | 'nothing'

/**
 * Judge a convention by all of its marks: whether they read like questions, are named so, and have answers that
 * announce themselves; whether their numbers run on; and whether title or section announce questions.
 * @param isTrusted it is known otherwise that they ask: few are as good as many
 */
export function scoreOf(
  asked: readonly Asked[],
  announcement: Announcement,
  isTrusted = false,
): Score {
  const isAnnounced = announcement === 'questions'
  const answered = asked.filter(question => question.isAnswered)
  const count = answered.length
  if (count === 0) return {sureness: 0, answered: 0, weight: 0}
  const likely = answered.filter(
    ({mark}) => mark.level === 7 || !CLOSING_HEADING.test(plainOf(mark.text)),
  )
  const likeness = mean(likely.map(question => question.likeness))
  const opened = share(answered, question => question.isOpened)
  const crowded = share(answered, question => question.furtherOpenings > 0)
  const named = share(answered, question => question.mark.isNamed === true)
  const contained = share(answered, ({mark}) => mark.isContainer === true)
  let sureness = Math.max(likeness, opened >= 0.5 ? 0.5 + 0.4 * opened : 0)
  if (named < 0.8 && opened < 0.5 && likeness < 0.15) sureness = 0
  const counted = runsOn(answered)
  const numbered = share(answered, ({mark}) => mark.number !== undefined)
  // Topics are questions under a title that says so, where they are numbered or some of them ask.
  const areHeadings = (answered[0]?.mark.level ?? 7) < 7
  const areTopics = isTrusted ? numbered >= 0.7 : count >= 5 && counted
  if (isAnnounced && areHeadings && (areTopics || (likeness >= 0.2 && (isTrusted || count >= 5)))) {
    sureness = Math.max(sureness, 0.5)
  }
  if (sureness > 0) sureness += BONUS[announcement] + (counted ? 0.05 : 0)
  if (!isTrusted) sureness -= fewness(count, isAnnounced || named === 1 || opened === 1)
  sureness -= crowded
  // Lists of questions that no one answers: a few items have details, but no answers.
  if (
    count < 0.25 * asked.length &&
    opened < 0.5 &&
    asked[0]?.mark.shape.startsWith('bullet at') === true
  )
    return {sureness: 0, answered: count, weight: 0}
  const bounded = Math.max(0, Math.min(1, sureness))
  return {
    sureness: bounded,
    answered: count,
    weight:
      bounded *
      bounded *
      Math.sqrt(count) *
      (named > 0.8 || opened > 0.6 ? 1.3 : 1) *
      (contained > 0.8 ? 1.5 : 1),
  }
}

/** What speaks against a handful of questions. */
function fewness(count: number, areMarked: boolean): number {
  if (count === 1) return 0.6
  if (count >= 4 || areMarked) return 0
  return count === 2 ? 0.35 : 0.15
}

const BONUS: Readonly<Record<Announcement, number>> = {questions: 0.25, interviews: 0.1, nothing: 0}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length

const share = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(test).length / items.length

/** Whether most numbers are one more than the one before. */
function runsOn(asked: readonly Asked[]): boolean {
  const numbers = asked.flatMap(({mark}) => mark.number ?? [])
  if (numbers.length < 3 || numbers.length < 0.7 * asked.length) return false
  const steps = numbers
    .slice(1)
    .filter((number, index) => number === (numbers[index] as number) + 1)
  return steps.length >= 0.6 * (numbers.length - 1)
}

/** Whether one of the headings above a line announces questions. */
export function isAnnouncedAt(scan: Scan, line: number, level: number): boolean {
  return scan.outline.pathAt(line, level).some(text => ANNOUNCES_QUESTIONS.test(text))
}
