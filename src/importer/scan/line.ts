/** What one line is, as far as that shows in the line alone. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  readonly raw: string
  /** Without blanks at both ends; the beginning only of lines too long for a mark. */
  readonly text: string
  /** Columns before the text, a tab reaching to the next multiple of four. */
  readonly indent: number
  /** Outside code fences, comments, display math and front matter: only here can a question be marked. */
  readonly isText: boolean
  readonly heading?: Heading
  readonly item?: Item
}

/** A heading, perhaps inside a list item: `12.  ### What is a slot?`. */
export interface Heading {
  /** 1–6. */
  readonly level: number
  readonly text: string
  /** A setext heading has its underline on the next line. */
  readonly isSetext: boolean
}

/** A list item’s marker and what follows it. */
export interface Item {
  /** `-`, `*`, `+`, `.` or `)`. */
  readonly mark: string
  readonly number?: number
  readonly text: string
  /** Column at which the text begins. */
  readonly content: number
}

/** Marks stand at the beginning of a line; patterns look no further. */
const MAX_TEXT = 4_000

const HEADING = /^(#{1,6})(?:[ \t]+(.*)|([^#\s].*))?$/s
const ITEM =
  /^(?:([-*+•])(?:[ \t]+|$)|(\d{1,4})[ \t]{0,2}([.)、．:：])(?=[ \t\p{L}*_`"“<¿#])[ \t]*)/u

/** `(12) text`; the empty group stands for the bullet. */
const IN_BRACKETS = /^()\((\d{1,4})(\))[ \t]+/u

/** The line at `number` of a document. */
export function lineOf(raw: string, number: number, isText: boolean): Line {
  const text = raw.length > MAX_TEXT ? raw.slice(0, MAX_TEXT).trim() : raw.trim()
  const indent = indentOf(raw)
  const first = text.charCodeAt(0)
  // Letters, the commonest first character, begin neither a heading nor an item.
  if (!isText || text === '' || (first > 0x3f && first !== 0x2022))
    return {number, raw, text, indent, isText}
  const item = itemOf(text, indent)
  const heading = headingOf(item?.text ?? text)
  return {
    number,
    raw,
    text,
    indent,
    isText,
    ...(heading !== undefined && {heading}),
    ...(item !== undefined && {item}),
  }
}

/** Columns of a line’s indentation. */
function indentOf(line: string): number {
  let columns = 0
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at)
    if (code === 32) columns += 1
    else if (code === 9) columns += 4 - (columns % 4)
    else break
  }
  return columns
}

function headingOf(text: string): Heading | undefined {
  if (!text.startsWith('#')) return undefined
  const match = HEADING.exec(text)
  if (match === null) return undefined
  const [, hashes, spaced, glued] = match as unknown as [string, string, string?, string?]
  // `#tag` is a tag; `##Title` is a heading whose author forgot the blank.
  if (glued !== undefined && hashes.length === 1) return undefined
  const content = (spaced ?? glued ?? '').replace(/(?:^|[ \t]+)#+[ \t]*$/, '').trim()
  return {level: hashes.length, text: content, isSetext: false}
}

function itemOf(text: string, indent: number): Item | undefined {
  const match = ITEM.exec(text) ?? IN_BRACKETS.exec(text)
  if (match === null) return undefined
  const [marker, bullet, digits, delimiter] = match as unknown as [
    string,
    string?,
    string?,
    string?,
  ]
  const rest = text.slice(marker.length)
  // `- - -` and `* * *` are rules.
  if (digits === undefined && /^(?:[-*_] ?)+$/.test(rest)) return undefined
  return {
    mark: digits === undefined ? (bullet as string) : (delimiter as string),
    ...(digits !== undefined && {number: Number(digits)}),
    text: rest,
    content: indent + marker.length,
  }
}

/** `---`, `***`, `___`, `- - -`, `******`, `.....`: a line that only divides. */
export const isRule = (text: string): boolean =>
  /^(?:([-*_=~.•·])(?:[ \t]*\1){2,}|[—–─]{2,})$/.test(text)
