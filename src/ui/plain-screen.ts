import {type ActionName, KEY_ACTIONS} from '../core/key-actions.ts'
import {keysFor} from '../core/keymap.ts'
import {RATINGS} from '../core/rating.ts'
import {currentCard} from '../core/session-state.ts'
import {countLeft} from '../core/session-summary.ts'
import {formatWait, waitOf} from '../core/wait.ts'
import {plainText, type StyledLine} from '../render/line.ts'
import type {FaceLines} from './faces.ts'
import {shownKey} from './key-names.ts'
import type {Layout} from './layout.ts'
import type {Look} from './look.ts'
import {suggestionOf} from './rating.ts'
import {type ReviewState, sceneOf} from './review-state.ts'
import {screenOf} from './screen.ts'

/** So high that nothing has to be scrolled. */
const ENDLESS = 100_000

/** What is on the screen as a text that needs no screen: lines, and the title that stands above them. */
export interface PlainScreen {
  /** Of what: the same card in the same scene goes on where it was. */
  readonly title: string
  readonly lines: readonly string[]
  /** What stands above them: with an answer, its question. */
  readonly above: readonly string[]
}

/** The present state as lines of at most `width` columns, without any escape sequence. */
export function plainScreen(
  state: ReviewState,
  width: number,
  look: Look,
  faceLines: FaceLines,
): PlainScreen {
  const layout: Layout = {margin: 0, width, height: ENDLESS, isRoomy: false}
  const {text, pinned, scene} = screenOf(state, layout, look, faceLines)
  const lines = textOf(text.body)
  return {
    title: `${currentCard(state.session)?.id ?? ''} ${scene}`,
    lines,
    above: textOf(pinned).filter(line => line.replaceAll(look.glyphs.rule, '') !== ''),
  }
}

/** Which card it is, of how many, and where it comes from; nothing where no card is asked. */
export function plainHeading(state: ReviewState): string {
  const card = currentCard(state.session)
  if (!card) return ''
  const place = [...card.deck.split('::'), ...card.section].join(' > ')
  return `[${countLeft(state.session).total} left] ${place}`
}

/** What can be said now, on one line that waits for it. */
export function plainPrompt(state: ReviewState, look: Look): string {
  const {overlay} = state
  const scene = sceneOf(state)
  switch (scene) {
    case 'prompt':
      return overlay?.kind === 'prompt' ? PROMPTS[overlay.prompt.kind] : ''
    case 'question':
    case 'outline':
      return `[enter] answer, ${items(state, ['help', 'leave'])}: `
    case 'points':
    case 'answer':
      return `${ratings(state, look)}, ${items(state, ['help', 'leave'])}: `
    case 'waiting':
      return `[enter] look again, ${items(state, ['help', 'leave'])}: `
    case 'goal':
      return '[enter] leave, go-on: '
    case 'summary':
      return `[enter] leave, ${items(state, ['undo'])}: `
    case 'paused':
      return '[enter] go on: '
    case 'help':
    case 'panel':
      return ''
  }
}

const PROMPTS = {
  answer: 'Your answer: ',
  flag: 'Flag 1 to 7, 0 for none: ',
  tag: 'All tags of your own, with spaces between: ',
  search: 'Search for: ',
} as const

/** Short names of actions, as the prompt has them. */
const NAMES: Partial<Record<ActionName, string>> = {help: 'help', leave: 'leave', undo: 'undo'}

function items(state: ReviewState, actions: readonly ActionName[]): string {
  const {preferences} = state
  const scene = sceneOf(state)
  if (scene === 'prompt') return ''
  return actions
    .flatMap(action => {
      const [key] = keysFor(preferences.keymap, action, scene)
      return key === undefined ? [] : [`${shownKey(key)} ${NAMES[action] ?? action}`]
    })
    .join(', ')
}

function ratings(state: ReviewState, {glyphs}: Look): string {
  const {preview, moment, preferences} = state
  const suggested = suggestionOf(state)
  return RATINGS.filter(
    rating => preferences.buttons === 4 || rating === 'again' || rating === 'good',
  )
    .map(rating => {
      const [key = ''] = keysFor(preferences.keymap, rating, 'answer')
      const wait = preview ? formatWait(waitOf(preview[rating], moment)) : ''
      const mark = rating === suggested ? `${glyphs.level} ` : ''
      return `${mark}${[key, rating, wait].filter(Boolean).join(' ')}`
    })
    .join(', ')
}

/** On a screen alone. */
const POINTLESS: readonly ActionName[] = ['close', 'mode', 'timer', 'tick-off', 'show-all']

/** The actions that mean something in linear text, with their keys. */
export function plainHelp({preferences}: ReviewState): readonly string[] {
  return KEY_ACTIONS.flatMap(({name, does}) => {
    if (name.startsWith('scroll-') || POINTLESS.includes(name)) return []
    const keys = keysFor(preferences.keymap, name).filter(
      key => key.length === 1 || key === 'enter',
    )
    return [`${[...keys, name].join(', ')}: ${does}`]
  })
}

/** Without looks, and without blank lines at both ends. */
function textOf(styled: readonly StyledLine[]): readonly string[] {
  const lines = styled.map(line => plainText(line).trimEnd())
  const first = lines.findIndex(line => line !== '')
  const last = lines.findLastIndex(line => line !== '')
  return first === -1 ? [] : lines.slice(first, last + 1)
}
