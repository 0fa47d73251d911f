import type {Line} from '../scan/line.ts'
import type {Scan} from '../scan/scan.ts'
import {splitAtAnswer} from '../text/inline-answer.ts'
import {mayNameQuestion} from '../text/label-words.ts'
import {questionTextOf} from '../text/question-text.ts'
import {asks, likenessOf} from '../text/question-words.ts'
import type {Layout, Mark} from './layout.ts'

/** Columns; deeper items are parts of answers. */
const MAX_INDENT = 16
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
    const marks: Mark[] = []
    for (const run of listsOf(scan)) {
      const isList = run.filter(line => isAsking(scan, line)).length >= ASKING * run.length
      for (const line of run) {
        // Without a label or a number an item asks only in a list of questions; most items end here.
        if (!isList && !isMarked(line.item?.text ?? '')) continue
        const mark = markAt(scan, line)
        if (mark !== undefined && (isList || !mark.shape.startsWith('bullet at'))) marks.push(mark)
      }
    }
    return marks.sort((a, b) => a.line - b.line)
  },
}

/** Whether an item bears a number or a label. */
function isMarked(text: string): boolean {
  return (
    /^[\s*_[(<]*(?:\d|第)/u.test(text) || (mayNameQuestion(text) && questionTextOf(text).isNamed)
  )
}

/** A bullet that asks does nothing else: no sentence stands behind the question. */
function isAsking(scan: Scan, {item}: Line): boolean {
  const text = item?.text ?? ''
  if (asks(text)) return true
  const isNamed = mayNameQuestion(text) && questionTextOf(text).isNamed
  return isNamed || (scan.announcesQuestions && !/[?？]/.test(text) && likenessOf(text) >= 0.75)
}

/** Bullets of one depth that no heading or paragraph parts. */
function listsOf(scan: Scan): readonly (readonly Line[])[] {
  const lists: Line[][] = []
  const open = new Map<number, Line[]>()
  for (const line of scan.lines) {
    if (line.text === '' || !line.isText) continue
    if (line.heading !== undefined || (line.item === undefined && line.indent === 0)) open.clear()
    if (line.indent > MAX_INDENT) continue
    if (line.item === undefined || line.item.number !== undefined || line.heading !== undefined)
      continue
    if (scan.answerLabelAt(line.number) !== undefined) continue
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
      scan.answerLabelAt(at) === undefined
    )
      break
    end = scan.endOfRegion(at)
    at = end
    blank = false
  }
  return end
}
