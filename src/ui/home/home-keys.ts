import type {Scroll} from '../text/viewport.ts'

/** What a key asks for at home. */
export type HomeCommand =
  | {readonly type: 'start' | 'choose' | 'stats' | 'undo' | 'keys' | 'close' | 'quit' | 'interrupt'}
  | {readonly type: 'scroll'; readonly by: Scroll}

interface HomeBinding {
  readonly keys: readonly string[]
  readonly command: HomeCommand
  /** For the list of keys; bindings of the same words stand on one line there. Absent: not listed. */
  readonly does?: string
}

const scroll = (by: Scroll, keys: readonly string[], does: string): HomeBinding => ({
  keys,
  command: {type: 'scroll', by},
  does,
})

const SCROLLING: readonly HomeBinding[] = [
  scroll('line-down', ['down', 'j'], 'a line down, up'),
  scroll('line-up', ['up', 'k'], 'a line down, up'),
  scroll('half-down', ['ctrl-d'], 'half a page down, up'),
  scroll('half-up', ['ctrl-u'], 'half a page down, up'),
  scroll('page-down', ['pagedown'], 'a page down, up'),
  scroll('page-up', ['pageup'], 'a page down, up'),
  scroll('top', ['g', 'home'], 'to the top, the end'),
  scroll('bottom', ['G', 'end'], 'to the top, the end'),
]

/** Every key of the home screen. */
export const HOME_BINDINGS: readonly HomeBinding[] = [
  {keys: ['space', 'enter'], command: {type: 'start'}, does: 'review what is due'},
  {keys: ['d'], command: {type: 'choose'}, does: 'choose decks to review'},
  {keys: ['s'], command: {type: 'stats'}, does: 'progress in numbers'},
  {keys: ['u'], command: {type: 'undo'}, does: 'take back the last answer'},
  ...SCROLLING,
  {keys: ['?'], command: {type: 'keys'}, does: 'these keys'},
  {keys: ['q', 'escape'], command: {type: 'quit'}, does: 'leave'},
  {keys: ['ctrl-c'], command: {type: 'interrupt'}},
]

/** Keys while something else is shown in the place of the home screen. */
const ASIDE_BINDINGS: readonly HomeBinding[] = [
  ...SCROLLING,
  {keys: ['q', 'escape', 'enter', 'space', '?'], command: {type: 'close'}},
  {keys: ['ctrl-c'], command: {type: 'interrupt'}},
]

/** What a key does; `undefined` where it does nothing. */
export function homeCommand(key: string, isAside: boolean): HomeCommand | undefined {
  const bindings = isAside ? ASIDE_BINDINGS : HOME_BINDINGS
  return bindings.find(({keys}) => keys.includes(key))?.command
}
