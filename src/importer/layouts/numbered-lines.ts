import type {Line} from '../scan/line.ts'
import {nextFilled, type Scan} from '../scan/scan.ts'
import {splitAtAnswer} from '../text/inline-answer.ts'
import {questionTextOf} from '../text/question-text.ts'
import {likenessOf} from '../text/question-words.ts'
import type {Layout, Mark} from './layout.ts'

/** Lines of an inner list between two questions that are looked across. */
const REACH = 40

/**
 * A numbered line asks. Of all numbered lines those are the questions that read like some and whose numbers run on;
 * the numbered lists of an answer do neither.
 *
 * @example
 * 14. What is a bore
 *
 * A wave that runs up a river. It needs
 * 1. a funnel
 * 2. a high tide
 */
export const numberedLines: Layout = {
  name: 'numbered-lines',
  demand: 0.7,
  find: scan =>
    outerSequence(
      scan,
      scan.lines.flatMap(line => stepOf(scan, line) ?? []),
    ).map(({mark}) => mark),
}

/** A numbered line and what speaks for its being a question. */
interface Step {
  readonly mark: Mark
  readonly number: number
  readonly weight: number
}

function stepOf(scan: Scan, line: Line): Step | undefined {
  const {item, heading, indent, raw, number} = line
  if (item?.number === undefined || heading !== undefined || indent > 3 || item.text === '')
    return undefined
  const content = raw.trim().replace(/^\(?\d{1,4}\s?[.)、．:：]\s*/u, '')
  if (/^\[[^\]]*\]\([^)]*\)[\s.]*$/.test(content) || /^\[[ xX]\]/.test(item.text)) return undefined
  const question = questionTextOf(content)
  const sides = splitAtAnswer(question.text)
  const text = sides?.question ?? question.text
  const mark: Mark = {
    shape: `numbered${sides === undefined ? '' : ' inline'}`,
    line: number,
    body: number + 1,
    text,
    level: 7,
    number: item.number,
    isNamed: question.isNamed,
    ...(sides !== undefined && {answer: sides.answer, until: number}),
  }
  return {mark, number: item.number, weight: weightOf(scan, line, text, sides !== undefined)}
}

function weightOf(scan: Scan, line: Line, text: string, hasAnswer: boolean): number {
  const next = scan.at(nextFilled(scan, line.number))
  const answered =
    hasAnswer ||
    /^(?::::|<details)/.test(next.text) ||
    scan.answerLabelAt(next.number) !== undefined
  const likeness = answered ? 0.9 : likenessOf(text)
  const apart = scan.at(line.number - 1).text === '' ? 0.3 : 0
  return 2 * likeness - 1.2 + apart
}

/** The heaviest chain of steps whose numbers run on, or begin anew. */
function outerSequence(scan: Scan, steps: readonly Step[]): readonly Step[] {
  const best: number[] = []
  const from: number[] = []
  let last = -1
  for (const [index, step] of steps.entries()) {
    best[index] = step.weight
    from[index] = -1
    for (let before = Math.max(0, index - REACH); before < index; before += 1) {
      const total = (best[before] as number) + step.weight + link(scan, steps[before] as Step, step)
      if (total > (best[index] as number)) {
        best[index] = total
        from[index] = before
      }
    }
    if (last === -1 || (best[index] as number) >= (best[last] as number)) last = index
  }
  const chain: Step[] = []
  for (let at = last; at !== -1; at = from[at] as number) chain.push(steps[at] as Step)
  return chain.reverse()
}

/** What speaks for one numbered line following another in the same count. */
function link(scan: Scan, before: Step, {number, mark}: Step): number {
  if (number === before.number + 1) return 0.8
  if (number === 1) {
    const heading = scan.outline.headingBefore(mark.line)
    const isNewSection = heading !== undefined && heading.line > before.mark.line
    return isNewSection ? 0 : before.number === 1 ? -0.1 : -0.5
  }
  if (number === before.number) return -0.3
  return number > before.number ? -0.6 : -1.5
}
