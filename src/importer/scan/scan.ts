import {frontMatterOf} from '../front-matter.ts'
import type {SourceText} from '../reading.ts'
import {type AnswerLabel, answerLabelOf} from '../text/answer-label.ts'
import {ANNOUNCES_QUESTIONS, HINTS_AT_QUESTIONS} from '../text/label-words.ts'
import {asks} from '../text/question-words.ts'
import {codeOf} from './code.ts'
import {type Heading, type Line, lineOf} from './line.ts'
import {type Outline, outlineOf} from './outline.ts'

/** A document as every layout sees it: its lines, and how its headings nest. */
export interface Scan {
  readonly source: SourceText
  readonly lines: readonly Line[]
  /** Line `number`, counted from 1; a blank one past either end. */
  readonly at: (number: number) => Line
  /** Last line of the code fence, comment or formula around a line; the line itself elsewhere. */
  readonly endOfRegion: (number: number) => number
  /** Whether a line lies in a code fence. */
  readonly isCode: (number: number) => boolean
  /** The answer’s label with which a line begins; looked for once. */
  readonly answerLabelAt: (number: number) => AnswerLabel | undefined
  /** Lines that begin with an answer’s label, in order. */
  readonly answerLabels: () => readonly number[]
  readonly outline: Outline
  /** Lines at which a code fence was taken to end that is never closed. */
  readonly unclosedFences: readonly number[]
  /** The title or front matter says that the document holds questions. */
  readonly announcesQuestions: boolean
  /** The title speaks of interviews, exams and the like. */
  readonly hintsAtQuestions: boolean
}

/** Look at every line once. */
export function scan(source: SourceText): Scan {
  const {lines: sourceLines, regions, closedBy, endOf} = codeOf(source.lines)
  const isText = (number: number) => regions.isText(number) || closedBy.has(number)
  const lines = sourceLines.map((raw, index) => lineOf(raw, index + 1, isText(index + 1)))
  markSetext(lines)
  const blank: Line = {number: 0, raw: '', text: '', indent: 0, isText: true}
  const outline = outlineOf(lines)
  const labels = labelsOf(lines)
  return {
    source,
    lines,
    at: number => lines[number - 1] ?? blank,
    endOfRegion: number => (isText(number) ? number : endOf(number)),
    isCode: number => regions.at(number) === 'code' && !closedBy.has(number),
    unclosedFences: [...closedBy],
    answerLabelAt: number => labels().get(number),
    answerLabels: () => [...labels().keys()],
    outline,
    announcesQuestions: isTitled(source, lines, outline, ANNOUNCES_QUESTIONS),
    hintsAtQuestions: isTitled(source, lines, outline, HINTS_AT_QUESTIONS),
  }
}

/** The answers’ labels by their lines, when first asked for. */
function labelsOf(lines: readonly Line[]): () => ReadonlyMap<number, AnswerLabel> {
  let labels: Map<number, AnswerLabel> | undefined
  return () => {
    if (labels !== undefined) return labels
    labels = new Map()
    for (const {text, isText, number} of lines) {
      const label = isText && text !== '' ? answerLabelOf(text) : undefined
      if (label !== undefined) labels.set(number, label)
    }
    return labels
  }
}

/** Whether the title of a document, wherever it stands, has one of the words. */
function isTitled(
  source: SourceText,
  lines: readonly Line[],
  outline: Outline,
  words: RegExp,
): boolean {
  if (words.test(frontMatterOf(source.lines)?.title ?? '')) return true
  const first = outline.headings[0]
  if (first !== undefined && first.level === 1) return words.test(first.text)
  // A title without hashes, or in bold: one of the first short lines.
  return lines
    .filter(line => line.isText && line.text !== '' && !line.text.startsWith('<'))
    .slice(0, 4)
    .some(({text}) => text.length <= 80 && !/[?？.。:]$/.test(text) && words.test(text))
}

/** Underlined headings: `===` always, `---` only where it is as long as a lone short line above it. */
function markSetext(lines: Line[]): void {
  for (let index = 1; index < lines.length; index += 1) {
    const under = lines[index] as Line
    const first = under.text.charCodeAt(0)
    if ((first !== 61 && first !== 45) || !under.isText || under.indent > 3) continue
    const above = lines[index - 1] as Line
    if (above.text === '' || !above.isText || above.heading || above.item || above.indent > 3)
      continue
    if (/^[|>:<]|^:::/.test(above.text)) continue
    const alone = index < 2 || (lines[index - 2] as Line).text === ''
    const isTitle = /^={3,}$/.test(under.text)
    const isSection =
      (/^-{4,}$/.test(under.text) && Math.abs(under.text.length - above.text.length) <= 4) ||
      (/^-{3,}$/.test(under.text) && asks(above.text))
    if (!alone || above.text.length > 120 || !(isTitle || isSection)) continue
    const heading: Heading = {level: isTitle ? 1 : 2, text: above.text, isSetext: true}
    lines[index - 1] = {...above, heading}
    lines[index] = {...under, isText: false}
  }
}

/** The next line after `number` that is not blank; past the end where there is none. */
export function nextFilled(scan: Scan, number: number): number {
  let at = number + 1
  while (at <= scan.lines.length && scan.at(at).text === '') at += 1
  return at
}

/** The last line before `number` that is not blank; 0 where there is none. */
export function previousFilled(scan: Scan, number: number): number {
  let at = number - 1
  while (at > 0 && scan.at(at).text === '') at -= 1
  return at
}
