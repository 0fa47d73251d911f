import type {Line} from '../scan/line.ts'
import type {Scan} from '../scan/scan.ts'
import {splitAtAnswer} from '../text/inline-answer.ts'
import {mayNameQuestion} from '../text/label-words.ts'
import {questionTextOf} from '../text/question-text.ts'
import type {Layout, Mark} from './layout.ts'

/** Quotes, emoji and other signs that may stand before a label. */
const BEFORE = /^(?:>\s?)*(?:(?:\p{Extended_Pictographic}|\ufe0f|\u200d)+\s*)?/u

/**
 * A line that begins with a label asks: plain or bold, numbered or not, perhaps in a block quote.
 *
 * @example
 * Q: How do tides turn?
 * A: Slowly.
 *
 * @example
 * **Q4.** Which tide is the highest?
 */
export const labels: Layout = {
  name: 'labels',
  demand: 0.6,
  find: scan => scan.lines.flatMap(line => markAt(scan, line) ?? []),
}

function markAt(scan: Scan, line: Line): Mark | undefined {
  const {text, isText, indent, heading, item, number} = line
  if (
    !isText ||
    text === '' ||
    indent > 7 ||
    heading !== undefined ||
    (item?.number === undefined && item)
  )
    return undefined
  // Parts in brackets are a layout of their own.
  if (text.startsWith('[Q]')) return undefined
  const before = BEFORE.exec(text)?.[0] ?? ''
  const labelled = line.raw.trim().slice(before.length)
  // Most lines are prose and end here.
  if (!mayNameQuestion(labelled)) return undefined
  const question = questionTextOf(labelled)
  if (
    !question.isNamed ||
    (question.text === '' && question.number === undefined && !/[:：\]】]\W*$/u.test(labelled))
  )
    return undefined
  if (!isLabelShaped(labelled)) return undefined
  const sides = splitAtAnswer(question.text)
  const emphasis = /^[*_[]/.exec(labelled)?.[0] ?? 'plain'
  return {
    shape: `label ${emphasis}${before.includes('>') ? ' quote' : ''}${sides === undefined ? '' : ' inline'}`,
    line: number,
    body: number + 1,
    text: sides?.question ?? question.text,
    level: 7,
    isNamed: true,
    ...(question.number !== undefined && {number: question.number}),
    ...(sides !== undefined && {answer: sides.answer}),
    ...untilOf(scan, number, before.includes('>')),
  }
}

/** `Question 3 was hard` is prose; a label ends with a mark, or is bold. */
function isLabelShaped(text: string): boolean {
  return (
    /^(?:\*\*|__|\[|【|<)/.test(text) ||
    /^[\p{L}\p{M}\d\s#№.&/-]{1,24}?\s*(?:[:：)\]】、．|]|\.(?=\s|\d|$)|[-–—](?=\s))/u.test(text)
  )
}

/** A block quote that goes on below its first line holds the answer as well. */
function untilOf(scan: Scan, number: number, isQuoted: boolean): {until?: number} {
  let end = number
  while (isQuoted && scan.at(end + 1).text.startsWith('>')) end += 1
  return end > number ? {until: end} : {}
}
