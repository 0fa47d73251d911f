import {FLAGS} from '../../core/marks.ts'
import type {StyledLine} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {entryLine} from '../panels/text-entry.ts'
import type {ReviewState} from '../review/review-state.ts'
import {span} from '../text/fit.ts'

/** What is asked for below the card; nothing where no prompt is open, or one that takes the card’s place. */
export function promptLines(
  {overlay}: ReviewState,
  {width}: Layout,
  look: Look,
): readonly StyledLine[] {
  if (overlay?.kind !== 'prompt') return []
  const {prompt} = overlay
  switch (prompt.kind) {
    case 'answer':
      return [entryLine(prompt.entry, 'Your answer:', width, look)]
    case 'flag':
      return wrapSpans(
        [span(`Which flag, ${FLAGS[0]} to ${FLAGS.length}? 0 takes it away.`)],
        width,
      )
    case 'tag':
    case 'search':
      return []
  }
}
