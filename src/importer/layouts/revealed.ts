import {isRule} from '../scan/line.ts'
import {previousFilled, type Scan} from '../scan/scan.ts'
import {blockOf} from '../text/block.ts'
import {questionTextOf} from '../text/question-text.ts'
import {likenessOf} from '../text/question-words.ts'
import {type Details, detailsOf} from './details.ts'
import type {Layout, Mark} from './layout.ts'

/** Lines that a question before its `<details>` may take. */
const MAX_QUESTION = 60

/**
 * What stands before a `<details>` element asks, where the summary says no more than “answer”.
 *
 * @example
 * Which tide follows a new moon?
 *
 * <details><summary>Show answer</summary>
 * A spring tide.
 * </details>
 */
export const revealed: Layout = {
  name: 'revealed-answers',
  demand: 0.55,
  find: scan => {
    let floor = 0
    return detailsOf(scan).flatMap(element => {
      if (element.depth > 1) return []
      const mark = element.isGeneric ? markBefore(scan, element, floor) : undefined
      floor = element.until + 1
      return mark ?? []
    })
  },
}

function markBefore(scan: Scan, element: Details, floor: number): Mark | undefined {
  const last = previousFilled(scan, element.line)
  let first = element.line
  for (let at = last; at > floor && at > element.line - MAX_QUESTION; at -= 1) {
    const line = scan.at(at)
    if (line.isText && (isRule(line.text) || /^<\/?(?:details|summary|br)\b/i.test(line.text)))
      break
    if (line.heading !== undefined) {
      const question = questionTextOf(line.heading.text)
      const isQuestion =
        question.isNamed || question.number !== undefined || likenessOf(question.text) >= 0.7
      // A heading right above a generic summary has nothing else to be.
      if (isQuestion || first === element.line) first = at
      break
    }
    if (line.text !== '') first = at
  }
  if (first === element.line) return undefined
  const lines = scan.source.lines.slice(first - 1, last)
  const heading = scan.at(first).heading
  const item = scan.at(first).item
  const head = questionTextOf(heading?.text ?? item?.text ?? (lines[0] as string))
  const text = blockOf([head.text, ...lines.slice(1)])
  return {
    shape: `revealed${heading === undefined ? '' : ` h${heading.level}`}`,
    line: first,
    body: element.line,
    text,
    level: 7,
    isNamed: head.isNamed,
    until: element.until,
  }
}
