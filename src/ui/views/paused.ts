import type {StyledLine} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {Layout} from '../looks/layout.ts'
import {span} from '../text/fit.ts'

/** What stands in the place of a card that is hidden. */
export function pausedLines({width}: Layout): readonly StyledLine[] {
  return [
    ...wrapSpans([span('Paused.', {bold: true})], width),
    ...wrapSpans([span('The card is hidden and its clock stands still.', {dim: true})], width),
  ]
}
