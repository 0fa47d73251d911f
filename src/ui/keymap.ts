import type {Rating} from '../core/rating.ts'
import type {Scroll} from './viewport.ts'

/** What is on the screen, as far as keys are concerned. */
export type Scene = 'question' | 'answer' | 'waiting' | 'summary' | 'help'

/** What a key asks for. */
export type KeyCommand =
  | {readonly type: 'reveal'}
  | {readonly type: 'rate'; readonly rating: Rating}
  | {readonly type: 'undo'}
  | {readonly type: 'scroll'; readonly by: Scroll}
  | {readonly type: 'help'; readonly open: boolean}
  | {readonly type: 'leave'; readonly how: 'left' | 'interrupted'}

export interface Binding {
  /** Names of keys: a printed character, or `space`, `enter`, `up`, `ctrl-d`, … */
  readonly keys: readonly string[]
  readonly scenes: readonly Scene[]
  readonly command: KeyCommand
  /** For the list of keys; bindings of the same words stand on one line there. Absent: not listed. */
  readonly does?: string
}

const CARD: readonly Scene[] = ['question', 'answer']
const READING: readonly Scene[] = [...CARD, 'summary', 'help']
const SESSION: readonly Scene[] = [...CARD, 'waiting', 'summary']

const scroll = (by: Scroll, keys: readonly string[], does: string): Binding => ({
  keys,
  scenes: READING,
  command: {type: 'scroll', by},
  does,
})

const rate = (rating: Rating, keys: readonly string[], does: string): Binding => ({
  keys,
  scenes: ['answer'],
  command: {type: 'rate', rating},
  does,
})

/** Every key of the review. The first that fits counts; the list of keys is made from it. */
export const BINDINGS: readonly Binding[] = [
  {
    keys: ['space', 'enter'],
    scenes: ['question'],
    command: {type: 'reveal'},
    does: 'show the answer',
  },
  rate('again', ['1'], 'again: not recalled'),
  rate('hard', ['2'], 'hard: recalled with effort'),
  rate('good', ['3', 'space', 'enter'], 'good: recalled'),
  rate('easy', ['4'], 'easy: recalled at once'),
  {
    keys: ['u'],
    scenes: SESSION,
    command: {type: 'undo'},
    does: 'take back the last rating',
  },
  scroll('line-down', ['down', 'j'], 'a line down, up'),
  scroll('line-up', ['up', 'k'], 'a line down, up'),
  scroll('half-down', ['ctrl-d'], 'half a page down, up'),
  scroll('half-up', ['ctrl-u'], 'half a page down, up'),
  scroll('page-down', ['pagedown'], 'a page down, up'),
  scroll('page-up', ['pageup'], 'a page down, up'),
  scroll('top', ['g', 'home'], 'to the top, the end'),
  scroll('bottom', ['G', 'end'], 'to the top, the end'),
  {keys: ['?'], scenes: SESSION, command: {type: 'help', open: true}, does: 'these keys'},
  {
    keys: ['?', 'escape', 'q', 'enter', 'space'],
    scenes: ['help'],
    command: {type: 'help', open: false},
  },
  {
    keys: ['q'],
    scenes: SESSION,
    command: {type: 'leave', how: 'left'},
    does: 'leave; every rating is saved',
  },
  {keys: ['enter'], scenes: ['summary'], command: {type: 'leave', how: 'left'}},
  {
    keys: ['ctrl-c'],
    scenes: [...SESSION, 'help'],
    command: {type: 'leave', how: 'interrupted'},
  },
]

/** What a key does in a scene; `undefined` where it does nothing. */
export function commandForKey(key: string, scene: Scene): KeyCommand | undefined {
  return BINDINGS.find(binding => binding.scenes.includes(scene) && binding.keys.includes(key))
    ?.command
}

/**
 * The keys to obey of those that arrived at once: all, or none where there are several and one of them is no key of the review.
 * They were not typed then: a terminal has said something, or a text was dropped.
 */
export function obeyedKeys(keys: readonly string[]): readonly string[] {
  const isBound = (key: string) => BINDINGS.some(binding => binding.keys.includes(key))
  return keys.length === 1 || keys.every(isBound) ? keys : []
}
