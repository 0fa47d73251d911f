import type {Line} from '../scan/line.ts'
import type {Scan} from '../scan/scan.ts'
import {asks} from '../text/question-words.ts'
import type {Layout, Mark} from './layout.ts'

/** Share of a document’s paragraphs that must begin with a question. */
const SHARE = 0.25
const LEAST = 5
/** The same where the questions are fewer: half of the paragraphs ask, the others answer; below no more than a title. */
const SHARE_OF_FEW = 0.5

/**
 * A line without any mark asks, in a document that hardly does anything else.
 *
 * @example
 * What is slack water?
 * The time when the tide turns.
 */
export const bareQuestions: Layout = {
  name: 'bare-questions',
  demand: 0.8,
  find: (scan, isWanted = false) => {
    let paragraphs = 0
    const marks = scan.lines.flatMap(line => {
      if (!beginsParagraph(scan, line)) return []
      paragraphs += 1
      return markAt(line) ?? []
    })
    const areFew = marks.length < LEAST
    const isForm = areFew && scan.outline.headings.length > 1
    const isShare = marks.length >= (areFew ? SHARE_OF_FEW : SHARE) * paragraphs
    return isWanted || (isShare && !isForm) ? marks : []
  },
}

function beginsParagraph(scan: Scan, {text, isText, number}: Line): boolean {
  return isText && text !== '' && scan.at(number - 1).text === ''
}

function markAt({text, number, indent, heading, item}: Line): Mark | undefined {
  if (indent > 0 || heading !== undefined || item !== undefined || text.length > 300)
    return undefined
  if (!/^["“«¿]?[\p{L}\p{N}]/u.test(text) || !asks(text) || /[.。]\s/u.test(text)) return undefined
  return {shape: 'bare', line: number, body: number + 1, text, level: 7}
}
