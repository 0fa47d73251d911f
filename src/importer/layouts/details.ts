import type {Scan} from '../scan/scan.ts'
import {blockOf} from '../text/block.ts'
import {isAnswerSummary, isReveal} from '../text/label-words.ts'
import {questionTextOf} from '../text/question-text.ts'
import type {Layout, Mark} from './layout.ts'

/** A `<details>` element. */
export interface Details {
  /** Line of the opening tag. */
  readonly line: number
  /** First line of the summary’s text. */
  readonly summaryLine: number
  readonly summary: string
  /** First line after the summary. */
  readonly body: number
  /** What stands behind the summary’s closing tag on the same line. */
  readonly bodyText: string
  /** Last line before the closing tag. */
  readonly until: number
  readonly depth: number
  /** Its summary asks nothing: it says “answer”, “show”, or what most others say. */
  readonly isGeneric: boolean
  /** Its summary says “answer”. */
  readonly saysAnswer: boolean
}

/**
 * The summary of a `<details>` element asks; what it hides answers.
 *
 * @example
 * <details>
 * <summary>What is a spring tide?</summary><br><b>
 * The largest of the month.
 * </b></details>
 */
export const details: Layout = {
  name: 'details',
  demand: 0.5,
  find: scan =>
    detailsOf(scan)
      .filter(element => !element.isGeneric && element.summary !== '')
      .map(markOf),
}

function markOf({summaryLine, summary, body, bodyText, until, depth}: Details): Mark {
  const question = questionTextOf(summary)
  return {
    shape: depth === 1 ? 'details' : 'details inside details',
    line: summaryLine,
    body,
    text: question.text,
    level: 7,
    until,
    isContainer: true,
    isNamed: question.isNamed,
    ...(bodyText !== '' && {bodyText}),
    ...(question.number !== undefined && {number: question.number}),
  }
}

const known = new WeakMap<Scan, readonly Details[]>()

/** Every `<details>` element of a document; found once. */
export function detailsOf(scan: Scan): readonly Details[] {
  const found = known.get(scan)
  if (found !== undefined) return found
  const elements = withGenericSummaries(read(scan))
  known.set(scan, elements)
  return elements
}

function read(scan: Scan): Details[] {
  const closed: Details[] = []
  const open: Omit<Details, 'until' | 'isGeneric' | 'saysAnswer'>[] = []
  for (const {text, isText, number} of scan.lines) {
    if (!isText || !text.includes('<')) continue
    if (text.includes('`') && !/^(?:[-*+>]\s|\d+[.)]\s)?\s*<\/?(?:details|summary)/i.test(text))
      continue
    const opens = (text.match(/<details\b/gi) ?? []).length
    const closes = (text.match(/<\/details\s*>/gi) ?? []).length
    for (let i = 0; i < opens; i += 1) {
      const element = elementAt(scan, number, open.length + 1)
      if (element !== undefined) open.push(element)
    }
    for (let i = 0; i < closes; i += 1) {
      const element = open.pop()
      if (element === undefined) continue
      const sameLine = element.body > number || element.line === number
      closed.push({
        ...element,
        until: sameLine ? number : number - 1,
        isGeneric: false,
        saysAnswer: false,
      })
    }
  }
  // Never closed: up to the next element.
  const starts = scan.lines
    .filter(({isText, text}) => isText && /<details\b/i.test(text))
    .map(line => line.number)
  let next = 0
  for (const element of open) {
    while (next < starts.length && (starts[next] as number) <= element.line) next += 1
    closed.push({
      ...element,
      until: (starts[next] ?? scan.lines.length + 1) - 1,
      isGeneric: false,
      saysAnswer: false,
    })
  }
  return closed.sort((a, b) => a.line - b.line)
}

/** Lines within which the summary must begin, a component may stand between. */
const MAX_BEFORE = 8
const MAX_SUMMARY = 60

function elementAt(
  scan: Scan,
  line: number,
  depth: number,
): Omit<Details, 'until' | 'isGeneric' | 'saysAnswer'> | undefined {
  let at = line
  while (at <= line + MAX_BEFORE && !/<summary\b/i.test(scan.at(at).raw)) {
    if (at > line && /<\/?details\b/i.test(scan.at(at).raw)) return undefined
    at += 1
  }
  if (at > line + MAX_BEFORE) return undefined
  const parts: {text: string; line: number}[] = []
  for (let end = at; end <= at + MAX_SUMMARY && end <= scan.lines.length; end += 1) {
    const raw = scan.at(end).raw
    const opened = end === at ? raw.replace(/^.*?<summary\b[^>]*>/i, '') : raw
    const close = opened.search(/<\/summary\s*>/i)
    if (close === -1) {
      parts.push({text: opened, line: end})
      continue
    }
    parts.push({text: opened.slice(0, close), line: end})
    const first = parts.find(part => strip(part.text) !== '') ?? {line: at}
    const bodyText = opened
      .slice(close)
      .replace(/^<\/summary\s*>/i, '')
      .replace(/<\/details\s*>.*$/i, '')
    return {
      line,
      summaryLine: first.line,
      summary: strip(blockOf(parts.map(part => part.text))),
      body: end + 1,
      bodyText: /^(?:\s|<\/?(?:br|b|p|div|strong)[^>]*>)*$/i.test(bodyText) ? '' : bodyText.trim(),
      depth,
    }
  }
  return undefined
}

const strip = (text: string): string =>
  text
    .replace(/<\/?(?:b|strong|h[1-6]|p|i|em|u|big|font|span|div|ins)\b[^>]*>|<br\s*\/?>\s*$/gi, '')
    .trim()

/** What stands in most summaries word for word is no question either. */
function withGenericSummaries(elements: readonly Details[]): readonly Details[] {
  const counts = new Map<string, number>()
  for (const {summary} of elements) counts.set(summary, (counts.get(summary) ?? 0) + 1)
  return elements.map(element => {
    const count = counts.get(element.summary) ?? 0
    const saysAnswer = isAnswerSummary(element.summary)
    const isRepeated = count >= 3 && count * 2 >= elements.length
    const isGeneric = saysAnswer || isReveal(element.summary) || isRepeated
    return {...element, saysAnswer, isGeneric}
  })
}
