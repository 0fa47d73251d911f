import type {Span, Style, StyledLine} from './line.ts'
import {splitSpans} from './split.ts'
import {textWidth} from './width.ts'
import {hang} from './wrap.ts'

/** Where indentation would leave less than this, it is left out. */
export const LEAST_WIDTH = 4

/**
 * Lines that hang on a marker: the first beside it, the others indented by as much. Where the marker leaves too little room, it
 * stands above them.
 */
export function underMarker(
  marker: string,
  style: Style,
  width: number,
  render: (width: number) => readonly StyledLine[],
): readonly StyledLine[] {
  const columns = textWidth(marker)
  const span: Span = {text: marker, style}
  if (width - columns < LEAST_WIDTH) {
    return [...splitSpans([{...span, text: marker.trim()}], width).flat(), ...render(width)]
  }
  const lines = render(width - columns)
  if (lines.length === 0) return [[{...span, text: marker.trimEnd()}]]
  const indent = [{text: ' '.repeat(columns)}]
  return hang(lines, [span], indent).map((line, index) =>
    index > 0 && lines[index]?.length === 0 ? [] : line,
  )
}
