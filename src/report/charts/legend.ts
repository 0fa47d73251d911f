import type {Span, StyledLine} from '../../render/line.ts'
import {textWidth} from '../../render/width.ts'
import {type Cell, cleanText, LABEL, spanOf} from './cells.ts'

/** What a sign in a chart stands for. */
export interface LegendEntry {
  readonly sign: Cell
  readonly text: string
}

const GAP = '  '

/**
 * Signs and what they stand for, side by side as far as they fit, then on further lines.
 *
 * @param margin Columns left blank before them.
 */
export function legendLines(
  entries: readonly LegendEntry[],
  width: number,
  margin = 0,
): readonly StyledLine[] {
  const lines: Span[][] = []
  let left = 0
  for (const {sign, text} of entries) {
    const name = ` ${cleanText(text)}`
    const columns = 1 + textWidth(name)
    const line = lines.at(-1)
    const spans = [spanOf(sign.glyph, sign.style), spanOf(name, LABEL)]
    if (line !== undefined && columns + GAP.length <= left) {
      line.push(spanOf(GAP), ...spans)
      left -= columns + GAP.length
    } else {
      lines.push([...(margin === 0 ? [] : [spanOf(' '.repeat(margin))]), ...spans])
      left = width - margin - columns
    }
  }
  return lines
}
