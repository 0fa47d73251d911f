import {isTailNoise} from '../answers/apparatus.ts'
import {frontMatterOf} from '../front-matter.ts'
import type {Mark} from '../layouts/layout.ts'
import type {Scan} from '../scan/scan.ts'
import {mannerOf} from '../text/question-words.ts'
import type {Asked} from './read.ts'

/** Up to so many answered questions say little by their number, and must speak for themselves. */
const FEW = 3
/** An answer to a document’s title that is longer is an article. */
const MAX_NOTE = {lines: 8, characters: 800}

/** What is known of the marks besides what they ask. */
export interface Company {
  /** How many marks of the same layout rank alike, these among them. */
  readonly siblings: number
  /** Title or section say that questions stand here. */
  readonly isAnnounced: boolean
}

/**
 * Whether the few questions of a convention are questions beyond doubt: each is named or asks clearly, nothing of the
 * same rank does anything else, and there is little in the document besides them.
 */
export function isUnmistakable(
  scan: Scan,
  asked: readonly Asked[],
  {siblings, isAnnounced}: Company,
): boolean {
  const answered = asked.filter(question => question.isAnswered)
  const [first] = asked
  if (first === undefined || answered.length === 0 || answered.length > FEW) return false
  const areHeadings = first.mark.level < 7
  if (!areHeadings && answered.length < 0.5 * asked.length) return false
  const manners = asked.map(({mark, question}) =>
    mark.isNamed === true ? 'clearly' : mannerOf(mark.text || question),
  )
  // “Why?” alone is a heading of prose; among questions it asks.
  if (manners.includes('not') || !manners.includes('clearly')) return false
  const areNamed = asked.every(({mark}) => mark.isNamed === true)
  if (!areNamed && asked.length < siblings) return false
  if (!answered.every(question => isOneAnswer(scan, question))) return false
  if (asked.length === 1 && isTitle(scan, first.mark) && !isShort(scan, first)) return false
  return isAnnounced || coversMost(scan, asked)
}

/** An answer below headings or bold lines of its own is a chapter, or a form to be filled in. */
function isOneAnswer(scan: Scan, {mark, line, endLine}: Asked): boolean {
  if (mark.isContainer === true) return true
  let headings = 0
  for (let at = line + 1; at <= endLine; at += 1) {
    const {heading, text, isText} = scan.at(at)
    const isHeading = heading !== undefined || (isText && /^(\*\*|__)(?:(?!\1).)+\1$/.test(text))
    if (isHeading && scan.answerLabelAt(at) === undefined) headings += 1
  }
  return headings <= 1
}

/** Whether a question is the first heading of its document, and the document has no other title. */
function isTitle(scan: Scan, {line, level, isNamed}: Mark): boolean {
  if (level === 7 || isNamed === true) return false
  if (frontMatterOf(scan.source.lines)?.title !== undefined) return false
  return scan.outline.headings[0]?.line === line
}

function isShort(scan: Scan, {line, endLine, answer}: Asked): boolean {
  return (
    scan.outline.headings.length === 1 &&
    answer.length <= MAX_NOTE.characters &&
    filledIn(scan, line + 1, endLine) <= MAX_NOTE.lines
  )
}

function filledIn(scan: Scan, from: number, to: number): number {
  let filled = 0
  for (let at = from; at <= to; at += 1) if (scan.at(at).text !== '') filled += 1
  return filled
}

function coversMost(scan: Scan, asked: readonly Asked[]): boolean {
  let covered = 0
  let others = 0
  let last = 0
  for (const {line, endLine} of asked.toSorted((a, b) => a.line - b.line)) {
    others += textIn(scan, last + 1, line - 1)
    covered += filledIn(scan, Math.max(line, last + 1), endLine)
    last = Math.max(last, endLine)
  }
  return covered > others + textIn(scan, last + 1, scan.lines.length)
}

/** Lines that tell something: no headings, tags, pictures, tables of contents, comments. */
function textIn(scan: Scan, from: number, to: number): number {
  let told = 0
  for (let at = from; at <= to; at += 1) {
    const {text, isText, heading} = scan.at(at)
    if (text === '' || heading !== undefined || !(isText || scan.isCode(at))) continue
    if (/^\[?!\[|^(?:[-*+•]|\d+[.)])\s+\[[^\]]*\]\(#/.test(text) || isTailNoise(scan, at)) continue
    told += 1
  }
  return told
}
