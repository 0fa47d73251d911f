import type {Mark} from '../layouts/layout.ts'
import type {Scan} from '../scan/scan.ts'
import {answerLabelOf} from '../text/answer-label.ts'
import {blockOf} from '../text/block.ts'
import {questionTextOf} from '../text/question-text.ts'
import {textOf} from './answer-text.ts'
import {isHeadNoise} from './apparatus.ts'
import {withoutTail} from './extent.ts'
import {hideTick} from './options.ts'
import type {Body} from './sides.ts'

/** What bodies of a convention have in common. */
export interface Habits {
  /** Most answers announce themselves, so what stands before the announcement is still the question. */
  readonly announces: boolean
  /** What of the body belongs to the question although nothing says so. */
  readonly lead: 'none' | 'bold' | 'first block' | 'shown'
}

/** Question and answer as Markdown; `answer` is empty where there is none. */
export interface Sides {
  readonly line: number
  readonly question: string
  readonly answer: string
  readonly endLine: number
}

/** Tell question and answer apart in what stands at a mark and below it. */
export function sidesOf(scan: Scan, mark: Mark, body: Body, habits: Habits): Sides {
  if (mark.answer !== undefined) {
    const endLine = Math.max(mark.line, mark.body - 1)
    return {line: mark.line, question: mark.text, answer: mark.answer, endLine}
  }
  const question = [mark.text]
  const start = skipRepeated(scan, mark, body, question)
  const led = leadEnd(scan, mark, body, habits, start)
  if (led >= start) question.push(leadText(scan, start, led))
  const from = skipHead(scan, Math.max(start, led + 1), body.to)
  const split = splitOf(scan, body, habits, from)
  if (split.front !== undefined) question.push(frontText(scan, from, split.front))
  const answer = split.answer
  const endLine = body.to >= body.from ? body.to : Math.max(mark.line, mark.body - 1)
  return {
    line: mark.line,
    question: question.filter(part => part.trim() !== '').join('\n\n'),
    answer:
      mark.bodyText === undefined
        ? answer
        : [mark.bodyText, answer].filter(part => part !== '').join('\n'),
    endLine,
  }
}

function skipHead(scan: Scan, from: number, to: number): number {
  let at = from
  while (at <= to && isHeadNoise(scan, at)) at += 1
  return at
}

/** Where the body begins behind a line that says the question once more (`**Question:** …`), or says it first. */
function skipRepeated(scan: Scan, mark: Mark, {from, to}: Body, question: string[]): number {
  const start = skipHead(scan, from, to)
  if (start > to || scan.at(start).item !== undefined || mark.replier !== undefined) return start
  const line = scan.at(start)
  const again = questionTextOf(line.heading?.text ?? line.raw)
  if (!again.isNamed || again.text === '' || again.number !== undefined) return start
  if (wordsOf(again.text) !== wordsOf(mark.text)) {
    if (mark.isContainer !== true) return start
    question.push(again.text)
  }
  return skipHead(scan, start + 1, to)
}

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Last line of what leads the body and still asks; before `from` where there is nothing of the kind. */
function leadEnd(scan: Scan, mark: Mark, body: Body, {lead}: Habits, from: number): number {
  if (from > body.to || lead === 'none') return from - 1
  const limit = body.opening === undefined ? body.to : body.opening.line - 1
  const end = endOfBlock(scan, from, limit)
  switch (lead) {
    case 'bold':
      return isBoldBlock(scan, from, end) ? end : from - 1
    case 'shown':
      return scan.isCode(from) || /^(?:>|!\[|<img)/i.test(scan.at(from).text) ? end : from - 1
    case 'first block': {
      if (mark.text !== '') return from - 1
      // Under a heading of its own (`### Question`).
      const isHeading = scan.at(from).heading !== undefined
      return isHeading ? endOfBlock(scan, skipHead(scan, from + 1, limit), limit) : end
    }
  }
}

export function endOfBlock(scan: Scan, from: number, to: number): number {
  if (from > to) return from - 1
  let end = Math.min(to, scan.endOfRegion(from))
  if (scan.isCode(from)) return end
  while (end < to && scan.at(end + 1).text !== '' && !scan.isCode(end + 1)) end += 1
  return end
}

export function isBoldBlock(scan: Scan, from: number, to: number): boolean {
  const text = blockOf(scan.source.lines.slice(from - 1, to))
  return (
    /^(\*\*|__)(?:(?!\1)[\s\S])+\1[\s\p{Extended_Pictographic}]*$/u.test(text) &&
    !/[:：]\W*$/.test(text)
  )
}

function leadText(scan: Scan, from: number, to: number): string {
  const lines = scan.source.lines.slice(from - 1, to)
  const [first] = lines
  if (first !== undefined && scan.at(from).heading !== undefined) {
    const rest = questionTextOf(scan.at(from).heading?.text ?? '')
    const isFixed = rest.text === '' || rest.text.length < 12
    return blockOf(isFixed ? lines.slice(1) : [rest.text, ...lines.slice(1)])
  }
  const text = blockOf(lines)
  return questionTextOf(text).text
}

function frontText(scan: Scan, from: number, to: number): string {
  return blockOf(scan.source.lines.slice(from - 1, to).map(hideTick))
}

/** Up to where the front goes, and the answer’s text. */
function splitOf(
  scan: Scan,
  body: Body,
  habits: Habits,
  from: number,
): {front?: number; answer: string} {
  const {opening, options, to} = body
  if (opening !== undefined && opening.line >= from) {
    if (belongsToFront(scan, body, habits, from, opening.line - 1)) {
      const front = withoutTail(scan, from, opening.line - 1)
      const answer = openedText(scan, body)
      return front < from ? {answer} : {front, answer}
    }
    return {answer: textOf(scan, from, to)}
  }
  if (options !== undefined && options.from >= from && onlyShows(scan, from, options.from - 1)) {
    const after = skipHead(scan, options.to + 1, to)
    const answer = after <= to ? textOf(scan, after, to) : ''
    const right = blockOf(options.right.map(line => rightOption(scan.at(line).raw)))
    // A lettered list that nothing follows, and of which nothing is marked, may itself be the answer.
    if (answer === '' && right === '' && !habits.announces) return {answer: textOf(scan, from, to)}
    if (answer === '' || right === '')
      return {front: options.to, answer: answer === '' ? right : answer}
    return {front: options.to, answer: `${right}\n\n${answer}`}
  }
  return {answer: from > to ? '' : textOf(scan, from, to)}
}

const rightOption = (line: string): string => line.trim().replace(/^[-*+•]\s+(?:\[[xX]\]\s+)?/, '')

function belongsToFront(scan: Scan, body: Body, habits: Habits, from: number, to: number): boolean {
  if (to < from || withoutTail(scan, from, to) < from) return true
  if (body.options !== undefined || onlyShows(scan, from, to)) return true
  if (isRubric(scan.at(from).text) || scan.at(from).heading !== undefined) return false
  return habits.announces
}

/** `**What they test:**`: heads what is no question. */
const isRubric = (text: string): boolean =>
  /^(?:\*\*|__)(?:(?!\*\*|__).)+(?:[:：]\s*(?:\*\*|__)|(?:\*\*|__)\s*[:：])/u.test(text)

/** Whether there is nothing but code, pictures, quotes and tables. */
function onlyShows(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) {
    const {text, isText} = scan.at(at)
    if (isText && text !== '' && !/^(?:>|\||!\[|<img\b|<\/?(?:br|p|div|a|img)\b)/i.test(text))
      return false
  }
  return true
}

/** The answer from its label on; the label itself, and the element that hides the answer, left out. */
function openedText(scan: Scan, {opening, to}: Body): string {
  if (opening === undefined) return ''
  const {details, rest} = opening
  const inside = details === undefined ? to : Math.min(to, details.until)
  const from = skipHead(scan, opening.body, inside)
  const hidden =
    rest === ''
      ? textOf(scan, from, inside)
      : [rest, textOf(scan, opening.body, inside, true)].filter(part => part !== '').join('\n')
  const inner = details === undefined ? hidden : withoutInnerLabel(hidden)
  if (details === undefined || details.until >= to) return inner
  const after = skipHead(scan, details.until + 1, to)
  const rest2 = after <= to ? textOf(scan, after, to) : ''
  return [inner, rest2].filter(part => part !== '').join('\n\n')
}

/** `#### Answer: B` inside an element that says “answer” already. */
function withoutInnerLabel(text: string): string {
  const [first, ...rest] = text.split('\n')
  const label = answerLabelOf((first ?? '').trim())
  return label === undefined || label.isLetter ? text : [label.rest, ...rest].join('\n').trim()
}
