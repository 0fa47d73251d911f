import type {ActionName, Scene} from '../../core/key-actions.ts'
import {keysFor} from '../../core/keymap.ts'
import {type StyledLine, widthOf} from '../../render/line.ts'
import {shownKey} from '../keys/key-names.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import type {Prompt} from '../review/prompts.ts'
import {suggestionOf} from '../review/rating.ts'
import type {ReviewState} from '../review/review-state.ts'
import {join, span, spread} from '../text/fit.ts'
import {ratingLines} from './ratings.ts'

/** A key and what it does. Where there is no room for all, the last of them go first. */
type Item = StyledLine

/** The keys that matter now; the ratings where an answer is shown. */
export function footerLines(
  scene: Scene | 'prompt',
  state: ReviewState,
  layout: Layout,
  look: Look,
): readonly StyledLine[] {
  const {session, overlay} = state
  const {keymap} = state.preferences
  const dot = span(` ${look.glyphs.dot} `, {dim: true})
  const key = (action: ActionName, does: string): readonly Item[] => {
    if (scene === 'prompt') return []
    const [name] = keysFor(keymap, action, scene)
    return name === undefined ? [] : [keyItem(shownKey(name), does)]
  }
  const help = key('help', 'keys')
  const undo = session.last ? key('undo', 'undo') : []
  const leave = key('leave', 'leave')
  const rest = (room: number, items: readonly Item[]) => join(fitting(items, room, dot), dot)
  const line = (main: readonly Item[], others: readonly Item[] = []) => {
    const left = join(fitting(main, layout.width, dot), dot)
    return [spread(left, rest(layout.width - widthOf(left) - 2, others), layout.width)]
  }
  const ratings = (others: readonly Item[]) =>
    ratingLines({...state, ...state.preferences, suggested: suggestionOf(state)}, layout, look, {
      items: others,
      fitting: (items, room) => rest(room, items),
    })
  switch (scene) {
    case 'question':
      return line(key('reveal', 'show the answer'), [...help, ...undo, ...leave])
    case 'points':
      return ratings([...key('reveal', 'next'), ...help, ...key('show-all', 'all')])
    case 'outline':
      return line([...key('reveal', 'answer'), ...key('tick-off', 'tick')], [...help, ...undo])
    case 'answer':
      return ratings([...help, ...undo])
    case 'waiting':
      return line([...help, ...undo, ...leave])
    case 'summary':
      return line([...key('leave', 'leave'), ...undo])
    case 'goal':
      return line([...key('go-on', 'go on'), ...key('leave', 'leave'), ...undo])
    case 'help':
    case 'panel':
      return line(key('close', 'close'))
    case 'paused':
      return line([...key('pause', 'go on'), ...leave])
    case 'prompt':
      return overlay?.kind === 'prompt' ? line(promptKeys(overlay.prompt)) : []
  }
}

function promptKeys(prompt: Prompt): readonly Item[] {
  switch (prompt.kind) {
    case 'answer': {
      const does = prompt.entry.value.trim() === '' ? 'show the answer' : 'compare'
      return [keyItem('enter', does), keyItem('esc', 'other keys')]
    }
    case 'tag':
      return [keyItem('enter', 'save'), keyItem('esc', 'cancel'), keyItem('tab', 'complete')]
    case 'search':
      return [keyItem('enter', 'show'), keyItem('esc', 'close'), keyItem('up down', 'choose')]
    case 'flag':
      return [keyItem('1 to 7', 'flag'), keyItem('0', 'none'), keyItem('esc', 'cancel')]
  }
}

function keyItem(name: string, does: string): Item {
  return [span(name, {bold: true}), span(` ${does}`, {dim: true})]
}

/** As many of the first items as fit; at least one. */
function fitting(items: readonly Item[], room: number, dot: StyledLine[number]): readonly Item[] {
  const fits = (count: number) => widthOf(join(items.slice(0, count), dot)) <= room
  let count = items.length
  while (count > 1 && !fits(count)) count -= 1
  return items.slice(0, count)
}
