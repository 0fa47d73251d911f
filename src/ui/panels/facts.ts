import type {StyledLine} from '../../render/line.ts'
import {textWidth} from '../../render/width.ts'
import {hang, wrapSpans} from '../../render/wrap.ts'
import type {Look} from '../looks/look.ts'
import {fitLine, span} from '../text/fit.ts'

/** Something known, and its name. */
export interface Fact {
  readonly name: string
  readonly value: string | StyledLine
}

/** Where less is left beside the names, values stand below them. */
const NARROWEST_VALUE = 16

/** Facts below one another, their values in a column, wrapped. No line is wider than `width` columns (at least 8). */
export function factLines(
  facts: readonly Fact[],
  width: number,
  {glyphs}: Look,
): readonly StyledLine[] {
  const column = Math.max(0, ...facts.map(({name}) => textWidth(name))) + 2
  const isBeside = width - column >= NARROWEST_VALUE
  const indent = isBeside ? column : 2
  return facts.flatMap(({name, value}) => {
    const values = typeof value === 'string' ? [span(value)] : value
    const lines = wrapSpans(values, width - indent)
    const label = span(name, {dim: true})
    const rest: StyledLine = [{text: ' '.repeat(indent)}]
    if (!isBeside) return [fitLine([label], width, glyphs.ellipsis), ...hang(lines, rest, rest)]
    const first: StyledLine = [label, {text: ' '.repeat(column - textWidth(name))}]
    return lines.length === 0 ? [first] : hang(lines, first, rest)
  })
}
