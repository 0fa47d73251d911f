/** What is on the screen of a review, as far as keys are concerned. */
export type Scene =
  /** A card is asked; nothing of its answer is shown. */
  | 'question'
  /** The answer is shown up to a point. */
  | 'points'
  /** The points of the answer are ticked off; the answer is hidden. */
  | 'outline'
  | 'answer'
  /** Nothing can be asked until a card in learning is due. */
  | 'waiting'
  | 'summary'
  /** The goal of the session is reached, and there are cards left. */
  | 'goal'
  | 'help'
  /** Something about a card, shown in its place. */
  | 'panel'
  | 'paused'

export const SCENES: readonly Scene[] = [
  'question',
  'points',
  'outline',
  'answer',
  'waiting',
  'summary',
  'goal',
  'help',
  'panel',
  'paused',
]

interface KeyAction {
  readonly name: string
  /** For the list of keys, where actions of the same words stand on one line. */
  readonly does: string
  readonly scenes: readonly Scene[]
}

const CARD: readonly Scene[] = ['question', 'points', 'outline', 'answer']
const RATED: readonly Scene[] = ['points', 'answer']
const SESSION: readonly Scene[] = [...CARD, 'waiting', 'summary', 'goal']
const READING: readonly Scene[] = [...CARD, 'summary', 'goal', 'help', 'panel']

/** All that a key can be bound to, in the order in which it is listed. */
export const KEY_ACTIONS = [
  {
    name: 'reveal',
    does: 'show the answer, or its next point',
    scenes: ['question', 'points', 'outline'],
  },
  {
    name: 'show-all',
    does: 'show the whole answer',
    scenes: ['question', 'points', 'outline'],
  },
  {name: 'tick-off', does: 'tick a point off', scenes: ['outline']},
  {name: 'confirm', does: 'rate as suggested, or good', scenes: ['answer']},
  {name: 'again', does: 'again: not recalled', scenes: RATED},
  {name: 'hard', does: 'hard: recalled with effort', scenes: RATED},
  {name: 'good', does: 'good: recalled', scenes: RATED},
  {name: 'easy', does: 'easy: recalled at once', scenes: RATED},
  {name: 'undo', does: 'take back what was done last', scenes: SESSION},
  {name: 'hint', does: 'a hint: first letters', scenes: ['question']},
  {name: 'type', does: 'type the answer', scenes: ['question']},
  {name: 'mode', does: 'reveal at once, by points, by outline', scenes: CARD},
  {name: 'edit', does: 'edit the card in your editor', scenes: CARD},
  {name: 'fix', does: 'mark as needing to be fixed, or not', scenes: CARD},
  {name: 'flag', does: 'flag the card', scenes: CARD},
  {name: 'tag', does: 'tag the note', scenes: CARD},
  {name: 'bury-card', does: 'bury until tomorrow: the card, the note', scenes: CARD},
  {name: 'bury-note', does: 'bury until tomorrow: the card, the note', scenes: CARD},
  {name: 'suspend', does: 'suspend: do not ask the card any more', scenes: CARD},
  {name: 'info', does: 'about the card, and why its interval', scenes: [...CARD, 'panel']},
  {name: 'previous', does: 'the previous answer', scenes: [...SESSION, 'panel']},
  {name: 'search', does: 'search all cards', scenes: SESSION},
  {name: 'open-image', does: 'open the image', scenes: CARD},
  {name: 'timer', does: 'show the time, or not', scenes: CARD},
  {name: 'pause', does: 'pause: hide the card, stop the clock', scenes: [...CARD, 'paused']},
  {name: 'scroll-down', does: 'a line down, up', scenes: READING},
  {name: 'scroll-up', does: 'a line down, up', scenes: READING},
  {name: 'scroll-half-down', does: 'half a page down, up', scenes: READING},
  {name: 'scroll-half-up', does: 'half a page down, up', scenes: READING},
  {name: 'scroll-page-down', does: 'a page down, up', scenes: READING},
  {name: 'scroll-page-up', does: 'a page down, up', scenes: READING},
  {name: 'scroll-top', does: 'to the top, the end', scenes: READING},
  {name: 'scroll-bottom', does: 'to the top, the end', scenes: READING},
  {name: 'go-on', does: 'go on after the goal', scenes: ['goal']},
  {name: 'help', does: 'these keys', scenes: [...SESSION, 'help']},
  {name: 'close', does: 'close what is open', scenes: ['help', 'panel', 'paused']},
  {name: 'leave', does: 'leave; every rating is saved', scenes: [...SESSION, 'paused']},
] as const satisfies readonly KeyAction[]

export type ActionName = (typeof KEY_ACTIONS)[number]['name']

/** The keys that the learner chose for an action; none: it has no key. */
export interface KeyBinding {
  readonly action: ActionName
  /** By their names: a printed character, or `space`, `enter`, `up`, `ctrl-d`, … */
  readonly keys: readonly string[]
}

/** Where an action can be asked for. */
export function scenesOf(action: ActionName): readonly Scene[] {
  return KEY_ACTIONS.find(({name}) => name === action)?.scenes ?? []
}

export function isActionName(name: string): name is ActionName {
  return KEY_ACTIONS.some(action => action.name === name)
}
