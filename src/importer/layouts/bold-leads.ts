import type {Line} from '../scan/line.ts'
import {questionTextOf} from '../text/question-text.ts'
import {likenessOf} from '../text/question-words.ts'
import type {Layout, Mark} from './layout.ts'

const LEAD =
  /^(?:[-*+•]\s+|\d{1,4}[.)]\s+)?(\*\*|__)(?=\S)((?:(?!\1).)+?)\1\s*(?:[:：]|[-–—]+(?=\s))?\s*(?=\S)(.+)$/su

/**
 * The bold beginning of a line asks, and the rest of it answers.
 *
 * @example
 * **Is the ebb stronger?** Often, where a river adds to it.
 */
export const boldLeads: Layout = {
  name: 'bold-leads',
  demand: 0.75,
  find: scan =>
    scan.lines.flatMap(line => (line.isText && line.indent <= 3 ? (markAt(line) ?? []) : [])),
}

function markAt({text, raw, number}: Line): Mark | undefined {
  if (!text.includes('**') && !text.includes('__')) return undefined
  const lead = LEAD.exec(raw.trim())
  if (lead === null || !/[\p{L}\p{N}]/u.test(lead[3] as string)) return undefined
  const question = questionTextOf(lead[2] as string)
  // Bold words begin many a sentence; only a question is no part of one.
  if (likenessOf(question.text) < 0.9) return undefined
  const bullet = /^[-*+•]/.test(text) ? ' bullet' : /^\d/.test(text) ? ' numbered' : ''
  return {
    shape: `lead${bullet}`,
    line: number,
    body: number + 1,
    text: question.text,
    level: 7,
    isNamed: question.isNamed,
    bodyText: lead[3] as string,
  }
}
