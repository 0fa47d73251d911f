import type {Waiting} from '../../core/session.ts'
import type {Moment} from '../../core/time.ts'
import type {StyledLine} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {Layout} from '../looks/layout.ts'
import {span} from '../text/fit.ts'
import {formatTimeUntil} from '../text/words.ts'

/** What there is to say while nothing can be asked. */
export function waitingLines(
  {until}: Waiting,
  moment: Moment,
  {width}: Layout,
): readonly StyledLine[] {
  const wait = formatTimeUntil(until, moment)
  return [
    ...wrapSpans([span('Nothing to ask right now.', {bold: true})], width),
    [],
    ...wrapSpans([span(`Next learning card in ${wait}.`)], width),
    ...wrapSpans([span('It will be asked here; leaving loses nothing.', {dim: true})], width),
  ]
}
