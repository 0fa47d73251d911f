import type {Mark} from '../layouts/layout.ts'
import {isRule} from '../scan/line.ts'
import {nextFilled, type Scan} from '../scan/scan.ts'
import {CLOSING_HEADING} from '../text/label-words.ts'
import {plainOf} from '../text/plain.ts'
import {isTailNoise} from './apparatus.ts'

/** The lines between a mark and the end of its answer; `to < from` where there are none. */
export interface Extent {
  readonly from: number
  readonly to: number
}

/**
 * Where the answer to a mark ends: at the next mark, at a heading that ranks above answers, where its container
 * closes; without the rules, closing tags and ways back that stand at its end.
 * @param next line of the next mark
 * @param rank deepest level of headings that end answers (see `sectionRankOf`)
 */
export function extentOf(scan: Scan, mark: Mark, next: number, rank: number): Extent {
  const from = mark.body
  const limit = Math.min(next - 1, mark.until ?? scan.lines.length)
  const to = mark.until === undefined ? beforeSection(scan, mark, limit, rank) : limit
  return {from, to: withoutTail(scan, from, to)}
}

/** The last line that belongs to an answer, where rules and the like stand behind it. */
export function withoutTail(scan: Scan, from: number, to: number): number {
  let end = to
  while (end >= from && isTailNoise(scan, end)) end -= 1
  return end
}

function beforeSection(scan: Scan, mark: Mark, limit: number, rank: number): number {
  let hasAnswerHeading = false
  for (let at = mark.body; at <= limit; at += 1) {
    const line = scan.at(at)
    if (!line.isText || line.text === '') continue
    if (line.heading !== undefined) {
      const {level, text} = line.heading
      if (level > rank) continue
      // `### Answer` may rank as high as the question that it answers.
      if (level === mark.level && !hasAnswerHeading && scan.answerLabelAt(at) !== undefined) {
        hasAnswerHeading = true
        continue
      }
      if (text !== '') return at - 1
    } else if (isClosing(scan, at)) return at - 1
  }
  return limit
}

const HTML_HEADING = /^<h[1-3]\b/i

/** A line of its own that opens what follows the questions: `**References**`, `<h2>`. */
function isClosing(scan: Scan, number: number): boolean {
  const {text, item} = scan.at(number)
  if (item !== undefined || text.length > 80 || !/^(?:\*\*|__|<h)/i.test(text)) return false
  if (HTML_HEADING.test(text)) return true
  return (
    scan.at(number - 1).text === '' &&
    /^(\*\*|__).*\1:?$/.test(text) &&
    CLOSING_HEADING.test(plainOf(text))
  )
}

/**
 * The deepest level of headings that stand over questions, and so end answers.
 *
 * For headings that ask, their own; for other marks, that of the headings right above some of them.
 */
export function sectionRankOf(scan: Scan, marks: readonly Mark[]): number {
  const own = marks[0]?.level ?? 7
  if (own < 7) return own
  let rank = 0
  for (const mark of marks) {
    const heading = scan.outline.headingBefore(mark.line - 1)
    if (heading === undefined) continue
    if (nextFilled(scan, heading.line) === mark.line || heading.line === mark.line - 1)
      rank = Math.max(rank, heading.level)
  }
  const first = marks[0] === undefined ? undefined : scan.outline.headingBefore(marks[0].line - 1)
  return Math.max(rank, first?.level ?? 0, 2)
}

/**
 * Where a remark after the last answer begins that belongs to no answer: a few lines behind a rule, at the end of the
 * document or of its section, in a document whose answers hold no rules.
 */
export function beforeClosingRemark(scan: Scan, {from, to}: Extent): number {
  for (let at = to; at > from && at > to - 8; at -= 1) {
    const line = scan.at(at)
    if (!line.isText && line.text !== '') return to
    if (line.isText && isRule(line.text)) return withoutTail(scan, from, at)
    if (line.heading !== undefined || line.item !== undefined) return to
  }
  return to
}
