import type {Scan} from '../scan/scan.ts'
import {questionTextOf} from '../text/question-text.ts'
import type {Layout, Mark} from './layout.ts'

const TAG = /^<([A-Za-z][\w.-]*)(?=\s|$)/
const TITLE =
  /\s(?:title|question|q|header|label|summary|heading|name)\s*=\s*(?:\{\s*)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`)/i
const ANSWER = /\s(?:answer|a|text|content|body)\s*=\s*(?:\{\s*)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`)/i
/** Elements whose title is something else. */
const ORDINARY =
  /^(?:a|abbr|area|audio|button|col|details|div|embed|form|h[1-6]|hr|iframe|img|input|label|link|map|meta|object|ol|option|p|param|path|picture|script|select|source|span|style|summary|svg|table|td|th|tr|track|ul|video)$/i
/** Lines over which an opening tag may spread. */
const MAX_TAG = 8

/**
 * The title of a component asks; what it holds answers.
 *
 * @example
 * <Accordion title="Do tides turn twice a day?">
 * In most places.
 * </Accordion>
 */
export const components: Layout = {
  name: 'components',
  demand: 0.6,
  find: scan => {
    const closing = closingTags(scan)
    return scan.lines.flatMap(({text, isText, number}) =>
      isText && text.startsWith('<') ? (markAt(scan, number, closing) ?? []) : [],
    )
  },
}

/** Lines with a closing tag, by name. */
function closingTags(scan: Scan): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>()
  for (const {text, isText, number} of scan.lines) {
    if (!isText || !text.includes('</')) continue
    for (const [, name] of text.matchAll(/<\/([A-Za-z][\w.-]*)\s*>/g)) {
      const known = lines.get(name as string)
      if (known === undefined) lines.set(name as string, [number])
      else known.push(number)
    }
  }
  return lines
}

function markAt(
  scan: Scan,
  number: number,
  closing: ReadonlyMap<string, readonly number[]>,
): Mark | undefined {
  const name = TAG.exec(scan.at(number).text)?.[1]
  if (name === undefined || ORDINARY.test(name)) return undefined
  let tag = ''
  let end = number
  while (end < number + MAX_TAG && !/(?<![=-])>/.test(tag)) {
    tag += `${end === number ? '' : ' '}${scan.at(end).text}`
    end += 1
  }
  const opening = /^.*?(?<![=-])>/s.exec(tag)?.[0]
  const title = attributeOf(TITLE, opening ?? '')
  if (opening === undefined || title === undefined || title.trim() === '') return undefined
  const question = questionTextOf(decodeEntities(title))
  const mark = {
    shape: `component ${name}`,
    line: number,
    body: end,
    text: question.text,
    level: 7,
    isNamed: question.isNamed,
    isContainer: true,
  }
  const answer = attributeOf(ANSWER, opening)
  if (/\/>$/.test(opening)) {
    return answer === undefined
      ? undefined
      : {...mark, body: end, until: end - 1, answer: decodeEntities(answer)}
  }
  const close = firstAfter(closing.get(name) ?? [], number)
  if (close === undefined) return undefined
  const rest = tag
    .slice(opening.length)
    .replace(new RegExp(`</${name.replaceAll('.', '\\.')}\\s*>.*$`, 's'), '')
    .trim()
  return {...mark, until: Math.max(close - 1, end - 1), ...(rest !== '' && {bodyText: rest})}
}

function attributeOf(pattern: RegExp, tag: string): string | undefined {
  const match = pattern.exec(tag)
  return match === null ? undefined : match.slice(1).find(part => part !== undefined)
}

const decodeEntities = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

function firstAfter(lines: readonly number[], line: number): number | undefined {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] as number) < line) low = middle + 1
    else high = middle
  }
  return lines[low]
}
