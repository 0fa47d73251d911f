import type {Scan} from '../scan/scan.ts'
import {namesAnswer, namesQuestion} from '../text/label-words.ts'
import {plainOf} from '../text/plain.ts'
import {questionTextOf} from '../text/question-text.ts'
import {asks} from '../text/question-words.ts'
import type {Layout, Mark} from './layout.ts'

const SEPARATOR = /^\|?\s*:?-{1,}:?\s*(?:\|\s*:?-+:?\s*)*\|?$/

/**
 * Each row of a table asks, in one column, and answers in another; the head says which.
 *
 * @example
 * | # | Question | Answer |
 * |---|---|---|
 * | 1 | What turns the tide? | The Moon |
 */
export const tables: Layout = {
  name: 'tables',
  demand: 0.5,
  find: scan => {
    const marks: Mark[] = []
    for (let at = 2; at <= scan.lines.length; at += 1) {
      const line = scan.at(at)
      if (
        !line.isText ||
        !/^[|:-]/.test(line.text) ||
        !line.text.includes('-') ||
        !line.text.includes('|')
      )
        continue
      if (!SEPARATOR.test(line.text) || !scan.at(at - 1).text.includes('|')) continue
      at = readTable(scan, at, marks)
    }
    return marks
  },
}

/** Reads the rows below a separator; gives the last line. */
function readTable(scan: Scan, separator: number, marks: Mark[]): number {
  const head = cellsOf(scan.at(separator - 1).raw).map(plainOf)
  const width = head.length
  const rows: {line: number; cells: readonly string[]}[] = []
  let at = separator + 1
  for (; at <= scan.lines.length; at += 1) {
    const {text, isText, raw} = scan.at(at)
    if (!isText || !text.includes('|')) break
    rows.push({line: at, cells: cellsOf(raw, width)})
  }
  const columns = columnsOf(
    head,
    rows.map(row => row.cells),
  )
  if (columns !== undefined) {
    for (const {line, cells} of rows) {
      const question = questionTextOf(cells[columns.question] ?? '')
      const answer = (cells[columns.answer] ?? '').trim()
      marks.push({
        shape: 'table',
        line,
        body: line + 1,
        until: line,
        text: question.text,
        level: 7,
        isNamed: true,
        answer,
      })
    }
  }
  return at - 1
}

/**
 * The cells of a row, as written. A bar behind a backslash divides nothing; one in code divides on GitHub, but where
 * the row has too many cells its author did not know.
 */
function cellsOf(row: string, width?: number): readonly string[] {
  const text = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  const cells = text.split(/(?<!\\)\|/).map(cell => cell.trim())
  return width !== undefined && cells.length > width ? cellsAroundCode(text) : cells
}

function cellsAroundCode(text: string): readonly string[] {
  const cells: string[] = []
  let from = 0
  let code = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === '\\') at += 1
    else if (char === '`') {
      const run = /^`+/.exec(text.slice(at, at + 64))?.[0].length ?? 1
      if (code === run) code = 0
      else if (code === 0 && text.indexOf('`'.repeat(run), at + run) !== -1) code = run
      at += run - 1
    } else if (char === '|' && code === 0) {
      cells.push(text.slice(from, at).trim())
      from = at + 1
    }
  }
  return [...cells, text.slice(from).trim()]
}

/** Which column asks and which answers: by their heads, else where one column does nothing but ask. */
function columnsOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): {question: number; answer: number} | undefined {
  const question = head.findIndex(namesQuestion)
  const answer = head.findIndex((text, index) => index !== question && namesAnswer(text))
  if (question !== -1 && answer !== -1) return {question, answer}
  if (rows.length < 3) return undefined
  const asking = head.findIndex(
    (_, index) => rows.filter(cells => asks(cells[index] ?? '')).length >= 0.7 * rows.length,
  )
  if (asking === -1) return undefined
  const next = head.findIndex(
    (_, index) =>
      index > asking &&
      rows.filter(cells => (cells[index] ?? '').length > 1).length >= 0.7 * rows.length,
  )
  return next === -1 ? undefined : {question: asking, answer: next}
}
