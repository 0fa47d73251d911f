import {type StyledLine, widthOf} from '../../render/line.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {join, span, spread} from '../text/fit.ts'

/** A key and what it does. */
export type KeyHint = readonly [key: string, does: string]

/** Keys at the left, as many of them as fit, and at the right the one that leads away. */
export function pageFooter(
  keys: readonly KeyHint[],
  away: KeyHint,
  {width}: Layout,
  {glyphs}: Look,
): StyledLine {
  const dot = span(` ${glyphs.dot} `, {dim: true})
  const right = hint(away)
  for (let count = keys.length; count > 0; count -= 1) {
    const left = join(keys.slice(0, count).map(hint), dot)
    if (widthOf(left) + widthOf(right) + 2 <= width) return spread(left, right, width)
  }
  return right
}

function hint([key, does]: KeyHint): StyledLine {
  return [span(key, {bold: true}), span(` ${does}`, {dim: true})]
}
