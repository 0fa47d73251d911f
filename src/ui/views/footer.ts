import {currentCard} from '../../core/session.ts'
import type {StyledLine} from '../../render/line.ts'
import type {ReviewState} from '../controller.ts'
import {join, span, spread} from '../fit.ts'
import type {Scene} from '../keymap.ts'
import type {Layout} from '../layout.ts'
import type {Look} from '../look.ts'
import {ratingLines} from './ratings.ts'

/** The keys that matter now; the ratings where an answer is shown. */
export function footerLines(
  scene: Scene,
  state: ReviewState,
  layout: Layout,
  look: Look,
): readonly StyledLine[] {
  const {session, preview, moment} = state
  const undo = session.last ? [key('u', 'undo')] : []
  const more = [...undo, key('?', 'keys'), key('q', 'leave')]
  const dot = span(` ${look.glyphs.dot} `, {dim: true})
  const line = (main: readonly StyledLine[], rest: readonly StyledLine[] = []) => {
    return [spread(join(main, dot), join(rest, dot), layout.width)]
  }
  switch (scene) {
    case 'question':
      return line([key('space', 'show the answer')], more)
    case 'answer':
      return preview && currentCard(session)
        ? ratingLines(preview, moment, layout, look, join([...undo, key('?', 'keys')], dot))
        : []
    case 'waiting':
      return line(more)
    case 'summary':
      return line([key('enter', 'leave'), ...undo])
    case 'help':
      return line([key('esc', 'close')])
  }
}

function key(name: string, does: string): StyledLine {
  return [span(name, {bold: true}), span(` ${does}`, {dim: true})]
}
