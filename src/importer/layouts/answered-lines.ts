import type {Line} from '../scan/line.ts'
import {isRule} from '../scan/line.ts'
import {previousFilled, type Scan} from '../scan/scan.ts'
import {blockOf} from '../text/block.ts'
import {questionTextOf} from '../text/question-text.ts'
import {likenessOf} from '../text/question-words.ts'
import type {Layout, Mark} from './layout.ts'

/** Blocks (options, code) that may stand between a question and its answer’s label. */
const MAX_BLOCKS = 8

/**
 * A bare line asks, because an answer’s label stands below it.
 *
 * @example
 * What is slack water?
 *
 * Answer: The time when the tide turns.
 */
export const answeredLines: Layout = {
  name: 'answered-lines',
  demand: 0.6,
  find: scan => {
    let floor = 0
    return scan.lines.flatMap(line => {
      if (!isAnswer(scan, line)) return []
      const mark = markBefore(scan, line.number, floor)
      floor = line.number
      return mark ?? []
    })
  },
}

function isAnswer(scan: Scan, {text, isText, indent, heading, number}: Line): boolean {
  if (!isText || indent > 3 || heading !== undefined || text === '') return false
  const label = scan.answerLabelAt(number)
  return (
    label !== undefined &&
    !(label.isLetter && /^[-*+•]|^\*\*/.test(text) && !scan.announcesQuestions)
  )
}

function markBefore(scan: Scan, label: number, floor: number): Mark | undefined {
  let last = previousFilled(scan, label)
  const end = last
  let first = 0
  for (let blocks = 0; blocks < MAX_BLOCKS && last > floor; blocks += 1) {
    const start = startOfBlock(scan, last, floor)
    const line = scan.at(start)
    if (line.heading !== undefined || isRule(line.text) || line.text.startsWith('<')) break
    if (first === 0) first = start
    if (line.isText && likenessOf(questionTextOf(line.raw).text) >= 0.7) {
      first = start
      break
    }
    last = previousFilled(scan, start)
  }
  if (first === 0) return undefined
  const lines = scan.source.lines.slice(first - 1, end)
  const head = questionTextOf(lines[0] as string)
  return {
    shape: 'answered line',
    line: first,
    body: end + 1,
    text: blockOf([head.text, ...lines.slice(1)]),
    level: 7,
    isNamed: head.isNamed,
    ...(head.number !== undefined && {number: head.number}),
  }
}

function startOfBlock(scan: Scan, last: number, floor: number): number {
  let at = last
  while (at - 1 > floor && scan.at(at - 1).text !== '' && scan.at(at - 1).heading === undefined)
    at -= 1
  // Code is one block, blank lines and all.
  while (at - 1 > floor && scan.isCode(at) && scan.isCode(at - 1)) at -= 1
  return at
}
