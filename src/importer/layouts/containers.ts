import type {Line} from '../scan/line.ts'
import type {Scan} from '../scan/scan.ts'
import {questionTextOf} from '../text/question-text.ts'
import type {Layout, Mark} from './layout.ts'

const COLONS = /^(:{3,})\s*\{?\.?([\w-]+)(?:\[([^\]]+)\]|\}?\s+(.+?))\s*\}?$/
const ADMONITION = /^(?:\?\?\?|!!!|===)\+?\s+(?:[\w-]+\s+)*"([^"]+)"\s*$/
const CALLOUT = /^>\s*\[!([\w-]+)\][-+]?\s+(.+)$/
const LIQUID =
  /^\{%-?\s*(?:details|collapse|expand|hint|tab|accordion)\s+(?:title\s*=\s*)?["']?(.+?)["']?\s*-?%\}$/

/**
 * The title of a container block asks: `:::`, `???`, a callout, a template tag.
 *
 * @example
 * :::details What moves the tide?
 * The Moon.
 * :::
 *
 * @example
 * > [!question]- What moves the tide?
 * > The Moon.
 */
export const containers: Layout = {
  name: 'containers',
  demand: 0.6,
  find: scan => scan.lines.flatMap(line => (line.isText ? (markAt(scan, line) ?? []) : [])),
}

function markAt(scan: Scan, line: Line): Mark | undefined {
  const {text, number, indent} = line
  switch (text[0]) {
    case ':': {
      const colons = COLONS.exec(text)
      return colons === null
        ? undefined
        : mark(
            'colons',
            line,
            (colons[3] ?? colons[4]) as string,
            endOfColons(scan, number, colons[1] as string),
          )
    }
    case '?':
    case '!':
    case '=': {
      const title = ADMONITION.exec(text)?.[1]
      return title === undefined
        ? undefined
        : mark('admonition', line, title, endOfIndent(scan, number, indent))
    }
    case '>': {
      const callout = CALLOUT.exec(text)
      if (callout === null) return undefined
      return mark('callout', line, callout[2] as string, endOfQuote(scan, number))
    }
    case '{': {
      const title = LIQUID.exec(text)?.[1]
      return title === undefined
        ? undefined
        : mark('template', line, title, endOfTemplate(scan, number))
    }
  }
  return undefined
}

function mark(kind: string, {number}: Line, title: string, until: number): Mark {
  const question = questionTextOf(title)
  return {
    shape: `container ${kind}`,
    line: number,
    body: number + 1,
    text: question.text,
    level: 7,
    until,
    isContainer: true,
    isNamed: question.isNamed,
  }
}

function endOfColons(scan: Scan, number: number, colons: string): number {
  let depth = 1
  for (let at = number + 1; at <= scan.lines.length; at += 1) {
    const {text, isText} = scan.at(at)
    if (!isText || !text.startsWith(colons)) continue
    depth += /^:+$/.test(text) ? -1 : 1
    if (depth === 0) return at - 1
    // A container that is never closed ends where the next begins.
    if (depth > 20) break
  }
  return number + 1
}

function endOfIndent(scan: Scan, number: number, indent: number): number {
  let end = number
  for (let at = number + 1; at <= scan.lines.length; at += 1) {
    const line = scan.at(at)
    if (line.text === '') continue
    if (line.indent < indent + 2) break
    end = at
  }
  return end
}

function endOfQuote(scan: Scan, number: number): number {
  let end = number
  while (scan.at(end + 1).text.startsWith('>') && !CALLOUT.test(scan.at(end + 1).text)) end += 1
  return end
}

function endOfTemplate(scan: Scan, number: number): number {
  for (let at = number + 1; at <= scan.lines.length; at += 1) {
    if (/^\{%-?\s*(?:end|tab\s)/.test(scan.at(at).text)) return at - 1
  }
  return number
}
