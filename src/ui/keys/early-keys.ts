import {EMPTY_ENTRY} from '../panels/text-entry.ts'
import {
  ANSWER_PROMPT,
  EMPTY_SEARCH,
  FLAG_PROMPT,
  type Prompt,
  promptAfter,
} from '../review/prompts.ts'
import {type ReviewState, sceneOf} from '../review/review-state.ts'
import {nameOfCharacter} from './key-names.ts'
import {commandForKey} from './keymap.ts'

/** What a terminal sends for one key: a sequence, or a character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const KEY = /\u001b(?:[[O][\d;]*[^\d;])?|[^\u001b]/gsu

const ARROWS: Readonly<Record<string, string>> = {A: 'up', B: 'down', C: 'right', D: 'left'}

/** What shows an answer, or may. */
const SHOWING: readonly string[] = ['reveal', 'show-all', 'undo']

/** The prompts that keys open, with nothing in them yet. */
const OPENED: Readonly<Record<string, Prompt>> = {
  type: ANSWER_PROMPT,
  flag: FLAG_PROMPT,
  search: {kind: 'search', search: EMPTY_SEARCH},
  tag: {kind: 'tag', tags: {entry: EMPTY_ENTRY, known: []}},
}

/**
 * What is to be obeyed of what was typed while nothing could answer yet: all up to the key that shows an answer. What follows it
 * would rate an answer that nobody has seen.
 */
export function earlyKeys(typed: string, state: ReviewState): string {
  const {overlay, preferences} = state
  const shown = sceneOf(state)
  // Where a text is typed at first, there is a question below it.
  const scene = shown === 'prompt' ? 'question' : shown
  let prompt = overlay?.kind === 'prompt' ? overlay.prompt : undefined
  let kept = ''
  for (const [sent] of typed.matchAll(KEY)) {
    kept += sent
    const key = nameOfSent(sent)
    if (prompt) {
      const next = promptAfter(prompt, key)
      if (next.type === 'answered') return kept
      prompt = next.type === 'asked' ? next.prompt : next.type === 'sought' ? prompt : undefined
    } else {
      const type = commandForKey(preferences.keymap, key, scene)?.type
      if (type !== undefined && SHOWING.includes(type)) return kept
      prompt = type && OPENED[type]
    }
  }
  return kept
}

function nameOfSent(sent: string): string {
  if (sent === '\u001b') return 'escape'
  return sent.startsWith('\u001b') ? (ARROWS[sent.slice(2)] ?? '') : nameOfCharacter(sent)
}
