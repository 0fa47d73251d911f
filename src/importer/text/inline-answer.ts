import {answerLabelOf} from './answer-label.ts'

/** `What is TLS? — **A:** Encryption`: where the answer’s label may begin. */
const CANDIDATE =
  /(?:\s+|(?<=[?？*_]))(?:[-–—|/→]+\s*|=>\s*|<br\s*\/?>\s*)*(?=(?:\*\*|__|_|\*)?\p{L}[\p{L} ]{0,14}[:：])/gu

/** Question and answer of a line that holds both; undefined where it holds no answer label. */
export function splitAtAnswer(text: string): {question: string; answer: string} | undefined {
  const line = text.slice(0, 4_000)
  for (const candidate of line.matchAll(CANDIDATE)) {
    const start = candidate.index + candidate[0].length
    const label = answerLabelOf(line.slice(start, start + 40).trimEnd())
    if (label === undefined || candidate.index < 2) continue
    const rest = answerLabelOf(text.slice(start))?.rest.trim() ?? ''
    const question = text.slice(0, candidate.index).trim()
    if (rest !== '')
      return {
        question: question
          .replace(/(?:\*\*|__)$/, match => (count(question, match) % 2 === 1 ? '' : match))
          .trim(),
        answer: rest,
      }
  }
  return undefined
}

const count = (text: string, part: string): number => text.split(part).length - 1
