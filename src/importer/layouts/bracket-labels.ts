import type {Scan} from '../scan/scan.ts'
import {blockOf} from '../text/block.ts'
import type {Layout, Mark} from './layout.ts'

const PART = /^\[([QABH])\]\s*(.*)$/s

/**
 * Parts in brackets: question, answer, wrong options and a hint, the last three in any order.
 *
 * @example
 * [Q] Capital of Peru?
 * [B] Quito
 * [A] Lima
 */
export const bracketLabels: Layout = {
  name: 'bracket-labels',
  demand: 0.6,
  find: scan =>
    scan.lines.flatMap(({text, isText, number}) =>
      isText && text.startsWith('[Q]') ? (markAt(scan, number) ?? []) : [],
    ),
}

interface Part {
  readonly letter: string
  readonly text: string
}

function markAt(scan: Scan, line: number): Mark | undefined {
  const {parts, end} = partsAt(scan, line)
  const answers = parts.filter(({letter}) => letter === 'A').map(({text}) => text)
  if (answers.length === 0) return undefined
  const hints = parts.filter(({letter}) => letter === 'H').map(({text}) => text)
  const options = parts.filter(({letter}) => letter === 'A' || letter === 'B')
  const front = [
    (parts[0] as Part).text,
    ...(options.length > answers.length ? [options.map(({text}) => `- ${text}`).join('\n')] : []),
    ...hints,
  ]
  return {
    shape: 'brackets',
    line,
    body: end + 1,
    until: end,
    text: front.join('\n\n'),
    level: 7,
    isNamed: true,
    answer: answers.join('\n\n'),
  }
}

/** The parts from a question to the next, each with the lines below it. */
function partsAt(scan: Scan, line: number): {parts: readonly Part[]; end: number} {
  const parts: {letter: string; lines: string[]}[] = []
  let end = line
  for (let at = line; at <= scan.lines.length; at += 1) {
    const {text, raw, isText, heading} = scan.at(at)
    const part = isText ? PART.exec(text) : null
    if (at > line && (part?.[1] === 'Q' || heading !== undefined)) break
    if (part !== null) parts.push({letter: part[1] as string, lines: [part[2] as string]})
    // A paragraph behind a blank line belongs to no part, unless another part follows.
    else if (text === '' && PART.exec(scan.at(at + 1).text)?.[1] === undefined) break
    else parts.at(-1)?.lines.push(raw)
    if (text !== '') end = at
  }
  return {parts: parts.map(({letter, lines}) => ({letter, text: blockOf(lines)})), end}
}
