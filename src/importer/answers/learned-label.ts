import type {Scan} from '../scan/scan.ts'
import {isHeadNoise} from './apparatus.ts'
import type {Body} from './sides.ts'

/** Share of the bodies that must begin with one and the same label. */
const MOST = 0.6
const LABEL =
  /^(?:[-*+•]\s+|>\s?)*(\*\*|__|\*|_)?(\p{L}[\p{L}\p{M}]{0,15}(?: \p{L}{1,15})?)\s*(?:\1\s*[:：]|[:：]\s*\1)(?!\/)\s*(.*)$/su

/**
 * The bodies with the answers opened by a label that this document alone teaches: the same word with a colon begins
 * most of them (`- **R:** …`), in whatever language.
 */
export function withLearnedLabels(scan: Scan, bodies: readonly Body[]): readonly Body[] {
  const filled = bodies.filter(({from, to}) => to >= from)
  if (filled.some(body => body.opening !== undefined) || filled.length < 2) return bodies
  const labels = new Map<string, number>()
  for (const {from, to} of filled) {
    const word = labelAt(scan, from, to)?.word
    if (word !== undefined) labels.set(word, (labels.get(word) ?? 0) + 1)
  }
  const [label] = [...labels].sort((a, b) => b[1] - a[1])
  if (label === undefined || label[1] < 2 || label[1] < MOST * filled.length) return bodies
  return bodies.map(body => {
    const found = labelAt(scan, body.from, body.to)
    if (found?.word !== label[0]) return body
    return {
      ...body,
      opening: {line: found.line, rest: found.rest, body: found.line + 1, isLearned: true},
    }
  })
}

function labelAt(
  scan: Scan,
  from: number,
  to: number,
): {word: string; line: number; rest: string} | undefined {
  let line = from
  while (line <= to && isHeadNoise(scan, line)) line += 1
  if (line > to || !scan.at(line).isText) return undefined
  const label = LABEL.exec(scan.at(line).text)
  return label === null
    ? undefined
    : {word: (label[2] as string).toLowerCase(), line, rest: label[3] as string}
}
