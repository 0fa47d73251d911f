import {QUESTION_LABEL} from './label-words.ts'

/** A question as its author wrote it, and the marks that were around it. */
export interface QuestionText {
  /** Markdown without number, label, anchors, and without emphasis or quotes around the whole. */
  readonly text: string
  /** The last part of the number that the author gave it. */
  readonly number?: number
  /** The author calls it a question: `Q1:`, `Question 3 -`, `Câu 5.` */
  readonly isNamed: boolean
  /** The whole stands in quotation marks. */
  readonly isQuoted: boolean
  /** The whole is bold. */
  readonly isBold: boolean
}

/** Strip the marks of a question, outermost first. */
export function questionTextOf(markdown: string): QuestionText {
  let text = withoutAnchors(markdown)
  let number: number | undefined
  let isNamed = false
  let isQuoted = false
  let isBold = false
  for (let turn = 0; turn < 8; turn += 1) {
    const before = text
    const bold = unwrap(text)
    if (bold !== undefined) {
      isBold ||= text.startsWith('**') || text.startsWith('__')
      text = bold
    }
    const quoted = unquote(text)
    if (quoted !== undefined) {
      isQuoted = true
      text = quoted
    }
    if (!isNamed && !isQuoted) {
      const labelled = withoutLabel(text)
      if (labelled !== undefined) {
        isNamed = true
        number = labelled.number ?? number
        text = labelled.text
      }
    }
    if (number === undefined && !isQuoted) {
      const numbered = withoutNumber(text)
      if (numbered !== undefined) {
        number = numbered.number
        text = numbered.text
      }
    }
    if (text === before) break
  }
  return {text, isNamed, isQuoted, isBold, ...(number !== undefined && {number})}
}

/** Links back to a table of contents, `<a name>` anchors and heading ids: for navigating, not for reading. */
function withoutAnchors(markdown: string): string {
  if (!/<a\s|<\/a|<br|\[\[|\[[⬆↑⇧🔝▲^]|^\[|\{#/iu.test(markdown)) return markdown.trim()
  return markdown
    .replace(/<a\s+(?:name|id)\s*=[^>]*>([^<]*)<\/a>/gi, '$1')
    .replace(/<a\s+(?:name|id)\s*=[^>]*\/?>|<\/a>/gi, match =>
      match === '</a>' && /<a\s+[^>]*href/i.test(markdown) ? match : '',
    )
    .replace(/\[\[[^\]]*\](?:\([^)]*\))?\](?:\([^)]*\))?/g, '')
    .replace(/\[[⬆↑⇧🔝▲^][^\]]*\]\([^)]*\)/gu, '')
    .replace(/\s*\{#[^}]*\}\s*$/, '')
    .replace(/^\[([^[\]]+)\]\(#[^)]*\)$/, '$1')
    .replace(/<br\s*\/?>\s*$/gi, '')
    .trim()
}

/** The inside of emphasis around the whole text. */
function unwrap(text: string): string | undefined {
  const html = /^<(b|strong|em|i|u|h[1-6]|p|span|font)(?:\s[^>]*)?>(.*?)<\/\1>$/is.exec(text)
  if (html !== null && !(html[2] as string).includes(`</${html[1]}`))
    return (html[2] as string).trim()
  for (const mark of ['***', '**', '__', '*', '_']) {
    if (text.length <= 2 * mark.length || !text.startsWith(mark) || !text.endsWith(mark)) continue
    const inner = text.slice(mark.length, -mark.length)
    if (inner.includes(mark) || (/^\s|\s$/.test(inner) && mark.length === 1)) return undefined
    return inner.trim()
  }
  return undefined
}

const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
  ['„', '“'],
  ['„', '”'],
]

/** The inside of quotation marks around the whole text. */
function unquote(text: string): string | undefined {
  for (const [open, close] of QUOTES) {
    if (text.length < 4 || !text.startsWith(open) || !text.endsWith(close)) continue
    const inner = text.slice(1, -1)
    // In `"a" or "b"` the second quotation mark closes.
    const first = inner.indexOf(close)
    if (first >= 0 && !/[\s(]/.test(inner[first - 1] ?? ' ')) return undefined
    return inner.trim()
  }
  return undefined
}

const BOLD_LABEL = /^(\*\*|__)((?:(?!\1).){1,40})\1\s*(.*)$/su
const TERMINATOR =
  /^\s*(?:[)\]】]\s*)?(?:[.:：、．。)\]】|]+(?:\s*[-–—]+(?=\s|$))?|[-–—]+(?=\s|$))[\s*_]*/u

/** The text after a label that names a question; the label may be bold. */
function withoutLabel(text: string): {text: string; number?: number} | undefined {
  const bracketed = /^[[【(](.{1,24}?)[\])】]\s*(?:[:：.-]\s*)?(.*)$/su.exec(text)
  if (bracketed !== null) {
    const label = QUESTION_LABEL.exec(bracketed[1] as string)
    if (label !== null && label[0].length === (bracketed[1] as string).trim().length) {
      return {text: (bracketed[2] as string).trim(), ...numberOf(label)}
    }
  }
  const bold = BOLD_LABEL.exec(text)
  if (bold !== null) {
    const inner = (bold[2] as string).trim()
    const label = QUESTION_LABEL.exec(inner)
    if (label === null) return undefined
    const after = inner.slice(label[0].length)
    const rest = after.replace(TERMINATOR, '')
    const tail = (bold[3] as string).replace(/^[:：.)\-–—]+\s*/, '')
    // A single letter needs its number or its colon.
    if (rest === after && rest !== '') return undefined
    if (rest !== '') return {text: `**${rest}** ${tail}`.trim(), ...numberOf(label)}
    return {text: tail.trim(), ...numberOf(label)}
  }
  const label = QUESTION_LABEL.exec(text)
  if (label === null) return undefined
  const named = numberOf(label)
  const word = label.groups?.['word']
  if (named.number === undefined && word !== undefined) {
    // A word alone needs a colon: `Question:`; a letter makes do with less: `Q. `, `Q - `.
    const mark = word.length === 1 ? /^\s*(?:[:：]|[.)](?=\s)|[-–—]+(?=\s))\s*/u : /^\s*[:：]\s*/u
    const colon = mark.exec(text.slice(word.length))
    return colon === null ? undefined : {text: text.slice(word.length + colon[0].length).trim()}
  }
  const after = text.slice(label[0].length)
  const rest = after.replace(TERMINATOR, '')
  if (rest !== after || after.trim() === '') return {text: rest.trim(), ...named}
  // `Q12 What is…`
  return /^\s+\S/.test(after) ? {text: after.trim(), ...named} : undefined
}

function numberOf(label: RegExpExecArray): {number?: number} {
  const digits = label.groups?.['number'] ?? label.groups?.['count'] ?? label.groups?.['ordinal']
  const last = digits?.split('.').at(-1)
  const number = last === undefined ? Number.NaN : Number(last)
  return Number.isNaN(number) ? (digits === undefined ? {} : {number: 0}) : {number}
}

const NUMBER =
  /^(?:\(?(\d{1,4}(?:\.\d{1,3}){0,3})\s?\\?(?:[.)、．:：\]]+|[-–—]+(?=\s))(?!\d)\s*(?=\S|$)|((?:\d{1,3}\.){1,3}\d{1,3})\s+|(\d{1,3})\ufe0f?\u20e3\s*|(\d{1,4})$|#(\d{1,4})[.:)\s-]\s*)/u
const BOLD_NUMBER = /^(\*\*|__)\(?(\d{1,4}(?:\.\d{1,3}){0,3})\s?[.)、．:：-]?\1\s*[.)、．:：-]?\s*/

/** The text after a number; the number may be bold. */
function withoutNumber(text: string): {text: string; number: number} | undefined {
  const bold = BOLD_NUMBER.exec(text)
  if (bold !== null) return {text: text.slice(bold[0].length), number: lastOf(bold[2] as string)}
  const match = NUMBER.exec(text)
  if (match === null) return undefined
  const digits = match.slice(1).find(part => part !== undefined) as string
  return {text: text.slice(match[0].length).trim(), number: lastOf(digits)}
}

const lastOf = (digits: string): number => Number(digits.split('.').at(-1))
