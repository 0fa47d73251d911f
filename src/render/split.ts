import {plainText, type Span, type StyledLine} from './line.ts'
import {append, atomsOf, closeGraphemes} from './pieces.ts'
import {textWidth} from './width.ts'

/**
 * Break spans into lines of at most `width` columns, and of `rest` columns all but the first of each, with every character kept:
 * for code. A line that is too long is broken after a space in its second half, else where it is full; never within a
 * grapheme. A line feed in a span is a break that is kept.
 */
export function splitSpans(
  spans: readonly Span[],
  width: number,
  rest: number = width,
): readonly (readonly StyledLine[])[] {
  return linesOf(closeGraphemes(spans)).map(line => {
    const text = plainText(line)
    if (textWidth(text) <= width) return [line]
    const ends = [...breaksOf(text, width, rest), text.length]
    return ends.map((end, index) => slice(line, ends[index - 1] ?? 0, end))
  })
}

/** The spans cut at their line feeds. */
function linesOf(spans: readonly Span[]): readonly StyledLine[] {
  const lines: Span[][] = [[]]
  for (const span of spans) {
    for (const [index, text] of span.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      append(lines.at(-1) ?? [], span, text)
    }
  }
  return lines
}

/** Where the text is broken, in UTF-16 units. */
function breaksOf(text: string, width: number, rest: number): readonly number[] {
  const atoms = atomsOf(text, Math.min(width, rest))
  const breaks: number[] = []
  let offset = 0
  for (let from = 0; from < atoms.length; ) {
    const limit = breaks.length === 0 ? width : rest
    const end = rowEnd(atoms, from, limit)
    for (const atom of atoms.slice(from, end)) offset += atom.length
    if (end < atoms.length) breaks.push(offset)
    from = end
  }
  return breaks
}

/** The index after the last atom of a row that begins at `from`. */
function rowEnd(atoms: readonly string[], from: number, limit: number): number {
  let used = 0
  let afterSpace = from
  for (let at = from; at < atoms.length; at++) {
    const atom = atoms[at] ?? ''
    used += textWidth(atom)
    if (used > limit) return afterSpace > from ? afterSpace : Math.max(at, from + 1)
    if (atom === ' ' && used > limit / 2) afterSpace = at + 1
  }
  return atoms.length
}

/** The part of a line between two offsets. */
function slice(line: StyledLine, start: number, end: number): StyledLine {
  const part: Span[] = []
  let offset = 0
  for (const span of line) {
    append(part, span, span.text.slice(Math.max(0, start - offset), Math.max(0, end - offset)))
    offset += span.text.length
  }
  return part
}
