import type {Regions} from './regions.ts'
import {scheduledOn, withoutSchedule} from './sr-comments.ts'
import {headingOf, isBlank} from './text.ts'

/** A line without its schedule. */
export interface SrLine {
  readonly number: number
  readonly text: string
}

/** Lines that may be one card: a single line with a separator, lines around a lone `?`, or a plain paragraph. */
export interface SrParagraph {
  readonly kind: 'single' | 'multi' | 'plain'
  readonly lines: readonly SrLine[]
  /** Line of the lone `?` or `??`. */
  readonly separator?: number
  readonly isScheduled: boolean
}

const LONE = /^\s*\?\??\s*$/

/**
 * The paragraphs of a document as the plugin sees them: a blank line, a schedule or a heading ends one; code fences
 * and display math belong to it whole, blank lines and all.
 */
export function paragraphsOf(
  lines: readonly string[],
  regions: Regions,
  isSingle: (line: string) => boolean,
): readonly SrParagraph[] {
  const paragraphs: SrParagraph[] = []
  let open: SrLine[] = []
  let separator: number | undefined

  const close = (isScheduled: boolean): void => {
    // A paragraph of nothing but code holds no marks.
    if (open.some(line => regions.at(line.number) !== 'code')) {
      const kind = separator === undefined ? 'plain' : 'multi'
      paragraphs.push({kind, lines: open, isScheduled, ...(separator !== undefined && {separator})})
    }
    open = []
    separator = undefined
  }

  for (let number = 1; number <= lines.length; number += 1) {
    const line = lines[number - 1] as string
    const region = regions.at(number)
    const siblings = region === 'code' ? 0 : scheduledOn(line)
    const text = siblings > 0 || region === 'text' ? withoutSchedule(line) : line
    if (siblings > 0 && isBlank(text)) {
      close(true)
    } else if (region === 'front matter' || (region === 'comment' && siblings === 0)) {
      if (region === 'front matter') close(false)
    } else if (region === 'code' || region === 'math') {
      open.push({number, text: line})
    } else if (isBlank(text)) {
      const until =
        separator === undefined
          ? undefined
          : continuedAnswer(lines, regions, number, open.at(-1)?.number === separator)
      if (until === undefined) {
        close(false)
        continue
      }
      while (number < until) {
        open.push({number, text: withoutSchedule(lines[number - 1] as string)})
        number += 1
      }
      number -= 1
    } else if (LONE.test(text)) {
      if (separator === undefined && open.length > 0) separator = number
      open.push({number, text})
    } else if (separator === undefined && isSingle(text)) {
      close(false)
      const next = lines[number] ?? ''
      const isScheduled = siblings > 0 || (scheduledOn(next) > 0 && isBlank(withoutSchedule(next)))
      paragraphs.push({kind: 'single', lines: [{number, text}], isScheduled})
    } else {
      // A heading begins something new, unless it is itself the prompt above a `?`.
      if (headingOf(text) !== undefined) close(false)
      open.push({number, text})
      if (siblings > 0) close(true)
    }
  }
  close(false)
  return paragraphs
}

/**
 * Where an answer goes on after a blank line: up to the schedule below it (a vault with an end marker), or, right after
 * the `?`, to the paragraph that follows. Undefined where the card ends at the blank line.
 */
function continuedAnswer(
  lines: readonly string[],
  regions: Regions,
  blank: number,
  isEmpty: boolean,
): number | undefined {
  for (let number = blank + 1; number <= lines.length; number += 1) {
    const line = lines[number - 1] as string
    if (regions.at(number) === 'code') continue
    const siblings = scheduledOn(line)
    if (siblings > 0)
      return isBlank(withoutSchedule(line)) && number > blank + 1 ? number : undefined
    if (
      LONE.test(line) ||
      line.includes('::') ||
      headingOf(line) !== undefined ||
      line.includes('==') ||
      line.includes('{{') ||
      line.includes('{@{')
    )
      return undefined
    if (isEmpty && !isBlank(line)) return number
  }
  return undefined
}
