import type {Line} from '../scan/line.ts'
import type {Scan} from '../scan/scan.ts'
import {answerLabelOf} from '../text/answer-label.ts'
import {splitAtAnswer} from '../text/inline-answer.ts'
import {questionTextOf} from '../text/question-text.ts'
import {asks, likenessOf} from '../text/question-words.ts'
import type {Layout, Mark} from './layout.ts'

/** Share of a list’s items that must ask, where none of them is numbered or labelled. */
const ASKING = 0.6

/**
 * A bullet asks: labelled, numbered, or one of a list of questions; what is nested below it answers.
 *
 * @example
 * - Q3) What is a bore?
 *   - Ans: A wave that runs up a river.
 *
 * @example
 * - **Q:** Where is the largest? — **A:** In Hangzhou.
 */
export const bullets: Layout = {
  name: 'bullets',
  demand: 0.7,
  find: scan => {
    const marks: (Mark | undefined)[] = []
    for (const run of listsOf(scan)) {
      const plain = run.map(line => markAt(scan, line))
      const asking = plain.filter(mark => mark?.isNamed || isAsking(scan, mark?.text ?? '')).length
      for (const mark of plain) {
        if (
          mark !== undefined &&
          (!mark.shape.startsWith('bullet at') || asking >= ASKING * run.length)
        )
          marks.push(mark)
      }
    }
    return marks.filter(mark => mark !== undefined).sort((a, b) => a.line - b.line)
  },
}

/** A bullet that asks does nothing else: no sentence stands behind the question. */
const isAsking = (scan: Scan, text: string): boolean =>
  asks(text) || (scan.announcesQuestions && likenessOf(text) >= 0.75 && !/[?？]/.test(text))

/** Bullets of one depth that no heading or paragraph parts. */
function listsOf(scan: Scan): readonly (readonly Line[])[] {
  const lists: Line[][] = []
  const open = new Map<number, Line[]>()
  for (const line of scan.lines) {
    if (line.text === '' || !line.isText) continue
    if (line.heading !== undefined || (line.item === undefined && line.indent === 0)) open.clear()
    if (line.item === undefined || line.item.number !== undefined || line.heading !== undefined)
      continue
    if (answerLabelOf(line.text) !== undefined) continue
    for (const indent of open.keys()) if (indent > line.indent) open.delete(indent)
    const list = open.get(line.indent)
    if (list !== undefined) list.push(line)
    else {
      const started = [line]
      lists.push(started)
      open.set(line.indent, started)
    }
  }
  return lists
}

function markAt(scan: Scan, {item, raw, number, indent}: Line): Mark | undefined {
  if (item === undefined || /^\[[ xX]\]/.test(item.text)) return undefined
  const content = raw.trim().replace(/^[-*+•]\s+/, '')
  const question = questionTextOf(content)
  if (question.text === '' || /^\[[^\]]*\]\(#[^)]*\)$/.test(content)) return undefined
  const sides = splitAtAnswer(question.text)
  const kind = question.isNamed ? ' labelled' : question.number === undefined ? '' : ' numbered'
  return {
    shape: `bullet${kind}${kind === '' ? ` at ${indent}` : ''}${sides === undefined ? '' : ' inline'}`,
    line: number,
    body: number + 1,
    text: sides?.question ?? question.text,
    level: 7,
    isNamed: question.isNamed,
    ...(question.number !== undefined && {number: question.number}),
    ...(sides !== undefined && {answer: sides.answer, until: number}),
    ...(sides === undefined && kind === '' && {until: endOfItem(scan, number, indent)}),
  }
}

/** The last line that is nested in an item; an answer’s label may stand as deep as the question. */
function endOfItem(scan: Scan, number: number, indent: number): number {
  let end = number
  let blank = false
  for (let at = number + 1; at <= scan.lines.length; at += 1) {
    const line = scan.at(at)
    if (line.text === '') {
      blank = true
      continue
    }
    if (line.heading !== undefined && line.item === undefined) break
    if (
      line.indent <= indent &&
      (blank || line.item !== undefined) &&
      answerLabelOf(line.text) === undefined
    )
      break
    end = scan.endOfRegion(at)
    at = end
    blank = false
  }
  return end
}
