import {type Span, type Style, type StyledLine, widthOf} from '../../render/line.ts'
import {sanitizeText} from '../../render/sanitize.ts'
import {graphemesOf, textWidth} from '../../render/width.ts'

/** A piece of a line; nothing that a terminal would obey is left in it, whoever wrote it. */
export function span(text: string, style?: Style): Span {
  const safe = sanitizeText(text).replace(/[\t\n]+/g, ' ')
  return style ? {text: safe, style} : {text: safe}
}

/** The line, cut to the width, with an ellipsis where something was cut off. */
export function fitLine(line: StyledLine, width: number, ellipsis: string): StyledLine {
  if (widthOf(line) <= width) return line
  let room = width - textWidth(ellipsis)
  if (room < 0) return []
  const kept: Span[] = []
  for (const piece of line) {
    const text = startOf(piece.text, room)
    if (text !== '') kept.push({...piece, text})
    room -= textWidth(text)
    if (text !== piece.text) return [...kept, {...piece, text: ellipsis}]
  }
  return kept
}

/** Both on one line, the second at its right end. Where they do not fit side by side, the second is left out. */
export function spread(left: StyledLine, right: StyledLine, width: number): StyledLine {
  const gap = width - widthOf(left) - widthOf(right)
  return gap < 2 || right.length === 0 ? left : [...left, {text: ' '.repeat(gap)}, ...right]
}

/** Lines joined into one, with a separator between them. */
export function join(lines: readonly StyledLine[], separator: Span): StyledLine {
  return lines.flatMap((line, index) => (index === 0 ? line : [separator, ...line]))
}

function startOf(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  let start = ''
  let used = 0
  for (const grapheme of graphemesOf(text)) {
    used += textWidth(grapheme)
    if (used > width) break
    start += grapheme
  }
  return start
}
