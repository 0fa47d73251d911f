import type {Mark} from '../layouts/layout.ts'
import {previousFilled, type Scan} from '../scan/scan.ts'

/** How many blocks of a section’s head stand before its first question: the title, or title and blurb. */
export type HeadShape = 0 | 1 | 2

/**
 * What stands before the first question of a document that has section titles without any markup.
 *
 * Text out of a PDF has lost its headings: a section begins with a bare short line, perhaps a sentence about the
 * section, and numbers that begin anew.
 */
export function headShapeOf(scan: Scan, first: Mark): HeadShape {
  const above = blockBefore(scan, first.line)
  if (above === undefined) return 0
  const title = blockBefore(scan, above.from)
  if (title !== undefined && isTitle(scan, title) && !isTitle(scan, above) && isBlurb(scan, above))
    return 2
  return isTitle(scan, above) ? 1 : 0
}

/** The last line before a section’s bare title, where the numbers begin anew at `next`; else `to`. */
export function beforeSectionTitle(
  scan: Scan,
  mark: Mark,
  next: Mark | undefined,
  to: number,
  shape: HeadShape,
): number {
  if (shape === 0 || next?.number !== 1 || (mark.number ?? 0) < 2) return to
  const above = blockBefore(scan, next.line)
  if (above === undefined || above.from <= mark.line) return to
  if (shape === 1) return isTitle(scan, above) ? previousFilled(scan, above.from) : to
  const title = blockBefore(scan, above.from)
  const isHead =
    title !== undefined && title.from > mark.line && isTitle(scan, title) && isBlurb(scan, above)
  return isHead ? previousFilled(scan, title.from) : to
}

interface Lines {
  readonly from: number
  readonly to: number
}

function blockBefore(scan: Scan, line: number): Lines | undefined {
  const to = previousFilled(scan, line)
  if (to === 0) return undefined
  let from = to
  while (from > 1 && scan.at(from - 1).text !== '' && to - from < 6) from -= 1
  return {from, to}
}

const isPlain = (scan: Scan, {from, to}: Lines): boolean => {
  for (let at = from; at <= to; at += 1) {
    const {isText, item, heading, text} = scan.at(at)
    if (!isText || item !== undefined || heading !== undefined || /^[>|<:#`]/.test(text))
      return false
  }
  return true
}

const isTitle = (scan: Scan, lines: Lines): boolean => {
  const {text} = scan.at(lines.from)
  return (
    lines.from === lines.to &&
    text.length <= 80 &&
    isPlain(scan, lines) &&
    !/[.?!:;,。？！：；，]$/u.test(text)
  )
}

const isBlurb = (scan: Scan, lines: Lines): boolean =>
  lines.to - lines.from <= 3 && isPlain(scan, lines) && /[.!。！]$/u.test(scan.at(lines.to).text)
