import {type ActionName, scenesOf} from '../../core/key-actions.ts'
import {RATINGS, type Rating} from '../../core/rating.ts'
import type {ReviewCommand} from '../review/commands.ts'
import type {ReviewTask} from '../review/controller.ts'
import type {Outline} from '../review/reveal.ts'
import type {ReviewState} from '../review/review-state.ts'
import {type PlainScene, plainSceneOf} from './plain-scene.ts'
import {parseTypedLine, type TypedLine, type Word} from './typed-line.ts'

/** What is read once and changes nothing. */
export type Aside = 'help' | 'repeat' | 'hint' | 'info' | 'why' | 'previous' | 'search'

/** What a typed line asks for. */
export type Meaning =
  | {readonly kind: 'commands'; readonly commands: readonly ReviewCommand[]}
  /** The commands open what is to be read; it is closed then. */
  | {readonly kind: 'aside'; readonly aside: Aside; readonly commands: readonly ReviewCommand[]}
  /** Whether the time has come by now. */
  | {readonly kind: 'look-again'}
  | {readonly kind: 'attend'; readonly task: ReviewTask}
  | {readonly kind: 'leave'}
  /** Nothing happens but that this is said. */
  | {readonly kind: 'refused'; readonly text: string}

/** What a line means to the review in this state. Where answers are typed, a colon tells a command from an answer. */
export function meaningOf(state: ReviewState, line: string): Meaning {
  const scene = plainSceneOf(state)
  if (scene !== 'typing') return meaningIn(scene, state, parseTypedLine(line))
  const text = line.trim()
  if (text.startsWith('::')) return typed(text.slice(1))
  return text.startsWith(':') ? meaningIn(scene, state, parseTypedLine(text)) : typed(text)
}

function meaningIn(scene: PlainScene, state: ReviewState, typedLine: TypedLine): Meaning {
  switch (typedLine.kind) {
    case 'enter':
      return afterEnter(scene)
    case 'numbers':
      return afterNumbers(scene, state, typedLine.numbers)
    case 'rating':
      return afterRating(scene, state, typedLine.rating)
    case 'word':
      return afterWord(scene, state, typedLine.word)
    case 'flag':
      return onCard(scene, 'flag', {type: 'prompt-key', key: String(typedLine.flag ?? 0)})
    case 'tag':
      return onCard(
        scene,
        'tag',
        {type: 'prompt-key', key: 'ctrl-u'},
        {type: 'prompt-text', text: typedLine.tags.join(' ')},
        {type: 'prompt-key', key: 'enter'},
      )
    case 'search':
      return aside('search', {type: 'search'}, {type: 'prompt-text', text: typedLine.text})
    case 'unfinished':
      return refused(UNFINISHED[typedLine.word])
    case 'unknown':
      return refused(scene === 'typing' ? UNKNOWN_COMMAND : UNKNOWN)
  }
}

const UNKNOWN = 'That means nothing here. ? lists what can be typed.'
const UNKNOWN_COMMAND = 'No command is called that. An answer that begins with a colon needs two.'
const UNFINISHED = {
  flag: 'A flag is set by f and a number from 1 to 7; f 0 takes it away.',
  tag: 'Tags are set by t and all tags that you want, with spaces between them; t - takes them away.',
  search: 'A search is / and words of a question or an answer.',
} as const

function afterEnter(scene: PlainScene): Meaning {
  switch (scene) {
    case 'question':
    case 'typing':
    case 'points':
    case 'outline':
      return commands({type: 'reveal'})
    case 'answer':
      return commands({type: 'confirm'})
    case 'waiting':
      return {kind: 'look-again'}
    case 'goal':
    case 'summary':
      return {kind: 'leave'}
  }
}

function afterNumbers(scene: PlainScene, state: ReviewState, numbers: readonly number[]): Meaning {
  if (state.reveal.kind === 'outline') return ticked(state.reveal, numbers)
  const [number = 0] = numbers
  const rating = numbers.length === 1 ? ratingOf(number, state.preferences.buttons) : undefined
  return rating ? afterRating(scene, state, rating) : refused(UNKNOWN)
}

/** With two buttons 2 is good, and 3 stays good for whoever is used to four. */
function ratingOf(number: number, buttons: 2 | 4): Rating | undefined {
  if (buttons === 4) return RATINGS[number - 1]
  return number === 1 ? 'again' : number === 2 || number === 3 ? 'good' : undefined
}

function afterRating(scene: PlainScene, {preferences}: ReviewState, rating: Rating): Meaning {
  if (scene !== 'answer' && scene !== 'points') {
    return refused('There is nothing to rate before the answer is shown: [enter] shows it.')
  }
  if (preferences.buttons === 2 && rating !== 'again' && rating !== 'good') {
    return refused('There are two ratings: again and good.')
  }
  return commands({type: 'rate', rating})
}

/** Ticks the points of these numbers, counted from 1, and shows the answer. */
function ticked({ticked, total}: Outline, numbers: readonly number[]): Meaning {
  if (numbers.some(number => number < 1 || number > total)) {
    return refused(`The points have the numbers 1 to ${total}.`)
  }
  const list: ReviewCommand[] = [{type: 'move', by: 'top', page: 1}]
  let cursor = 0
  for (const point of numbers.map(number => number - 1).toSorted((a, b) => a - b)) {
    if (ticked.includes(point)) continue
    for (; cursor < point; cursor += 1) list.push({type: 'move', by: 'line-down', page: 1})
    list.push({type: 'tick-off'})
    // The cursor goes on to the next one after a tick, if there is one.
    cursor = Math.min(total - 1, cursor + 1)
  }
  return commands(...list, {type: 'reveal'})
}

/** The action of the review that a word stands for; the others are of this way of reviewing alone. */
const ACTIONS = {
  all: 'show-all',
  type: 'type',
  hint: 'hint',
  undo: 'undo',
  suspend: 'suspend',
  bury: 'bury-card',
  'bury-note': 'bury-note',
  fix: 'fix',
  info: 'info',
  why: 'info',
  previous: 'previous',
  edit: 'edit',
  open: 'open-image',
  mode: 'mode',
  go: 'go-on',
} as const satisfies Partial<Record<Word, ActionName>>

function afterWord(scene: PlainScene, state: ReviewState, word: Word): Meaning {
  if (word === 'help' || word === 'repeat') return aside(word)
  if (word === 'quit') return {kind: 'leave'}
  if (!isPossible(scene, ACTIONS[word])) return refused(UNKNOWN)
  switch (word) {
    case 'info':
    case 'why':
      return aside(word, {type: 'info'})
    case 'previous':
      return aside(word, {type: word})
    case 'hint':
      return state.isHinted ? aside('hint') : aside('hint', {type: 'hint'})
    case 'edit':
      return {kind: 'attend', task: word}
    case 'open':
      return {kind: 'attend', task: 'open-image'}
    case 'all':
    case 'type':
    case 'undo':
    case 'suspend':
    case 'bury':
    case 'bury-note':
    case 'fix':
    case 'mode':
    case 'go':
      return commands({type: ACTIONS[word]})
  }
}

/** A prompt of the review that is opened and answered at once. */
function onCard(
  scene: PlainScene,
  prompt: 'flag' | 'tag',
  ...answer: readonly ReviewCommand[]
): Meaning {
  return isPossible(scene, prompt) ? commands({type: prompt}, ...answer) : refused(UNKNOWN)
}

function isPossible(scene: PlainScene, action: ActionName): boolean {
  return scenesOf(action).includes(scene === 'typing' ? 'question' : scene)
}

function typed(text: string): Meaning {
  return commands({type: 'prompt-text', text}, {type: 'prompt-key', key: 'enter'})
}

function commands(...list: readonly ReviewCommand[]): Meaning {
  return {kind: 'commands', commands: list}
}

function aside(what: Aside, ...list: readonly ReviewCommand[]): Meaning {
  return {kind: 'aside', aside: what, commands: list}
}

function refused(text: string): Meaning {
  return {kind: 'refused', text}
}
