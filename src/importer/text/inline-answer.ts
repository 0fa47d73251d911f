import {answerLabelOf} from './answer-label.ts'

/** Before a colon: what parts the sides, emphasis, and the words of a label. */
const LABEL_BEFORE =
  /(?:\s|[?？*_]|<br\s*\/?>)(?:[-–—|/→]+\s*|=>\s*)?((?:\*\*|__|_|\*)?\p{L}[\p{L} ]{0,14})$/u
const MAX_LABELS = 12

/** Question and answer of a line that holds both; undefined where it holds no answer label. */
export function splitAtAnswer(text: string): {question: string; answer: string} | undefined {
  let colon = -1
  for (let turn = 0; turn < MAX_LABELS; turn += 1) {
    colon = nextColon(text, colon + 1)
    if (colon === -1 || colon > 4_000) return undefined
    const before = LABEL_BEFORE.exec(text.slice(Math.max(0, colon - 30), colon))
    if (before === null) continue
    const start = colon - (before[1] as string).length
    const answer = answerLabelOf(text.slice(start))?.rest.trim()
    const question = text.slice(0, start).replace(/(?:\s|<br\s*\/?>|[-–—|/→]|=>)+$/, '')
    if (answer !== undefined && answer !== '' && question.length > 1)
      return {question: closed(question), answer}
  }
  return undefined
}

function nextColon(text: string, from: number): number {
  const ascii = text.indexOf(':', from)
  const wide = text.indexOf('：', from)
  return ascii === -1 ? wide : wide === -1 ? ascii : Math.min(ascii, wide)
}

/** Without bold marks at the end that close nothing. */
const closed = (question: string): string =>
  question.replace(/(?:\*\*|__)$/, mark => (count(question, mark) % 2 === 1 ? '' : mark)).trim()

const count = (text: string, part: string): number => text.split(part).length - 1
