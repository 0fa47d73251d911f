import {isHeadNoise} from '../answers/apparatus.ts'
import {endOfBlock, type Habits, isBoldBlock} from '../answers/card-sides.ts'
import type {Body} from '../answers/sides.ts'
import type {Mark} from '../layouts/layout.ts'
import type {Scan} from '../scan/scan.ts'
import {likenessOf} from '../text/question-words.ts'

/**
 * What is to be expected of the body of any mark of a convention.
 * @param repeated texts that stand on many of the marks (see `repeatedTexts`)
 */
export function habitsOf(
  scan: Scan,
  marks: readonly Mark[],
  bodies: readonly Body[],
  repeated: ReadonlySet<string>,
): (mark: Mark) => Habits {
  const filled = bodies.filter(({from, to}) => to >= from)
  const opened = filled.filter(body => body.opening !== undefined).length
  const announces = opened >= 0.6 * filled.length
  const asking = marks.filter(mark => likenessOf(mark.text) >= 0.7).length
  const bold = filled.filter(body => beginsBold(scan, body)).length
  const boldAsks = asking < 0.5 * marks.length && bold >= 0.6 * filled.length && bold >= 2
  return ({text}) => {
    if (text === '') return {announces, lead: 'first block'}
    if (boldAsks) return {announces, lead: 'bold'}
    return {announces, lead: repeated.has(text) ? 'shown' : 'none'}
  }
}

function beginsBold(scan: Scan, {from, to}: Body): boolean {
  let at = from
  while (at <= to && isHeadNoise(scan, at)) at += 1
  return at <= to && isBoldBlock(scan, at, endOfBlock(scan, at, to))
}

/** Texts that stand on three marks or more, and on one of ten. */
export function repeatedTexts(marks: readonly Mark[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const {text} of marks) counts.set(text, (counts.get(text) ?? 0) + 1)
  const least = Math.max(3, 0.1 * marks.length)
  return new Set([...counts].filter(([, count]) => count >= least).map(([text]) => text))
}
