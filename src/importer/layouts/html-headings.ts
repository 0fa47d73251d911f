import type {Scan} from '../scan/scan.ts'
import {questionTextOf} from '../text/question-text.ts'
import type {Layout, Mark} from './layout.ts'

const OPEN = /^<h([1-6])(?:\s[^>]*)?>(.*)$/i
/** Lines over which a heading may spread. */
const MAX_LINES = 6

/**
 * An HTML heading asks, on one line or on several.
 *
 * @example
 * <h3 name="colour">
 * How do I colour it?
 * </h3>
 * With a brush.
 */
export const htmlHeadings: Layout = {
  name: 'html-headings',
  demand: 0.7,
  find: scan =>
    scan.lines.flatMap(({text, isText, number}) =>
      isText && text.startsWith('<') ? (markAt(scan, number) ?? []) : [],
    ),
}

function markAt(scan: Scan, number: number): Mark | undefined {
  const open = OPEN.exec(scan.at(number).text)
  if (open === null) return undefined
  const close = `</h${open[1]}>`
  const parts: string[] = []
  for (let at = number; at < number + MAX_LINES && at <= scan.lines.length; at += 1) {
    const text = at === number ? (open[2] as string) : scan.at(at).text
    const end = text.toLowerCase().indexOf(close)
    parts.push(end === -1 ? text : text.slice(0, end))
    if (end === -1) continue
    const first = parts.findIndex(part => part.trim() !== '')
    if (first === -1) return undefined
    const question = questionTextOf(parts.join(' ').trim())
    return {
      shape: `h${open[1]}`,
      line: number + first,
      body: at + 1,
      text: question.text,
      level: Number(open[1]),
      isNamed: question.isNamed,
      ...(question.number !== undefined && {number: question.number}),
    }
  }
  return undefined
}
