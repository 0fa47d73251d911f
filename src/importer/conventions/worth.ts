import {detailsOf} from '../layouts/details.ts'
import type {Scan} from '../scan/scan.ts'
import {likenessOf} from '../text/question-words.ts'
import type {Convention} from './convention.ts'

/** Share of marks that must speak for themselves, or have an answer announced below them. */
const SPEAKING = 0.15
/** Lines below a mark in which its answer may be announced. */
const REACH = 200

/** Whether a convention can be believed at all; most are ordinary headings, lists and emphasis, and end here. */
export function isWorthReading(scan: Scan, {marks}: Convention): boolean {
  const openings = openingsOf(scan)
  let speaking = 0
  let next = 0
  for (const [index, {line, body, text, isNamed, number, level}] of marks.entries()) {
    while (next < openings.length && (openings[next] as number) < line) next += 1
    const until = Math.min(marks[index + 1]?.line ?? Number.POSITIVE_INFINITY, body + REACH)
    const isTopic = number !== undefined && level < 7 && scan.announcesQuestions
    if (
      isNamed === true ||
      text === '' ||
      isTopic ||
      (openings[next] ?? Number.POSITIVE_INFINITY) < until ||
      likenessOf(text) > 0
    ) {
      speaking += 1
    }
  }
  return speaking >= SPEAKING * marks.length
}

const known = new WeakMap<Scan, readonly number[]>()

/** Lines that announce an answer, in order. */
function openingsOf(scan: Scan): readonly number[] {
  const found = known.get(scan)
  if (found !== undefined) return found
  const elements = detailsOf(scan).flatMap(({isGeneric, line}) => (isGeneric ? [line] : []))
  const openings = [...scan.answerLabels(), ...elements].sort((a, b) => a - b)
  known.set(scan, openings)
  return openings
}
