import type {Card} from '../../core/card.ts'
import {documentTags, FLAGS, type Flag} from '../../core/marks.ts'
import {moveSelection, type Search, selectedResult} from '../panels/search.ts'
import {
  chooseCompletion,
  completed,
  type TagPrompt,
  tagPromptOf,
  tagsOf,
  withEntry,
} from '../panels/tag-prompt.ts'
import {
  deleteBackward,
  deleteForward,
  deleteToStart,
  deleteWord,
  EMPTY_ENTRY,
  insertText,
  moveLeft,
  moveRight,
  moveToEnd,
  moveToStart,
  type TextEntry,
} from '../panels/text-entry.ts'

/** What the learner is asked for; every key goes to it while it is open. */
export type Prompt =
  /** The answer to the question, typed before it is shown. */
  | {readonly kind: 'answer'; readonly entry: TextEntry}
  /** All tags of the learner’s own that the note is to have. */
  | {readonly kind: 'tag'; readonly tags: TagPrompt}
  | {readonly kind: 'search'; readonly search: Search}
  /** A number from 1 to 7; 0 for none. */
  | {readonly kind: 'flag'}

/** What a key comes to. */
export type Prompted =
  | {readonly type: 'asked'; readonly prompt: Prompt}
  | {readonly type: 'cancelled'}
  | {readonly type: 'answered'; readonly text: string}
  | {readonly type: 'tagged'; readonly tags: readonly string[]}
  | {readonly type: 'flagged'; readonly flag: Flag | undefined}
  /** The text of a search has changed: its results are to be found. */
  | {readonly type: 'sought'; readonly search: Search}
  | {readonly type: 'found'; readonly card: Card; readonly search: Search}

export const ANSWER_PROMPT: Prompt = {kind: 'answer', entry: EMPTY_ENTRY}
export const FLAG_PROMPT: Prompt = {kind: 'flag'}
export const EMPTY_SEARCH: Search = {entry: EMPTY_ENTRY, results: [], total: 0, selected: 0}

/** Begins with the tags of the learner’s own that the note has. */
export function tagPromptFor(card: Card, known: readonly string[]): Prompt {
  return {kind: 'tag', tags: tagPromptOf(card.marks.ownTags, documentTags(card), known)}
}

/** What a key, by its name, does to a prompt. */
export function promptAfter(prompt: Prompt, key: string): Prompted {
  if (key === 'escape') return {type: 'cancelled'}
  switch (prompt.kind) {
    case 'flag':
      return afterFlagKey(prompt, key)
    case 'answer':
      return key === 'enter'
        ? {type: 'answered', text: prompt.entry.value.trim()}
        : {type: 'asked', prompt: {...prompt, entry: entryAfter(prompt.entry, key)}}
    case 'tag':
      return afterTagKey(prompt.tags, key)
    case 'search':
      return afterSearchKey(prompt.search, key)
  }
}

/** What a pasted text does to a prompt: nothing to one that waits for a key. */
export function promptAfterText(prompt: Prompt, text: string): Prompted {
  switch (prompt.kind) {
    case 'flag':
      return {type: 'asked', prompt}
    case 'answer':
      return {type: 'asked', prompt: {...prompt, entry: insertText(prompt.entry, text)}}
    case 'tag': {
      const {tags} = prompt
      return {
        type: 'asked',
        prompt: {kind: 'tag', tags: withEntry(tags, insertText(tags.entry, text))},
      }
    }
    case 'search': {
      const {search} = prompt
      return {type: 'sought', search: {...search, entry: insertText(search.entry, text)}}
    }
  }
}

function afterFlagKey(prompt: Prompt, key: string): Prompted {
  if (key === '0') return {type: 'flagged', flag: undefined}
  const flag = FLAGS.find(each => String(each) === key)
  return flag ? {type: 'flagged', flag} : {type: 'asked', prompt}
}

/** Enter takes the completion that is chosen, or else all that is typed. */
function afterTagKey(tags: TagPrompt, key: string): Prompted {
  const asked = (next: TagPrompt): Prompted => ({type: 'asked', prompt: {kind: 'tag', tags: next}})
  switch (key) {
    case 'enter':
      return tags.selected === undefined
        ? {type: 'tagged', tags: tagsOf(tags)}
        : asked(completed(tags))
    case 'tab':
      return asked(completed(tags))
    case 'down':
      return asked(chooseCompletion(tags, 1))
    case 'up':
      return asked(chooseCompletion(tags, -1))
    default:
      return asked(withEntry(tags, entryAfter(tags.entry, key)))
  }
}

const SEARCH_PAGE = 10
const SEARCH_MOVES: Readonly<Record<string, number>> = {
  down: 1,
  up: -1,
  pagedown: SEARCH_PAGE,
  pageup: -SEARCH_PAGE,
}

function afterSearchKey(search: Search, key: string): Prompted {
  const move = SEARCH_MOVES[key]
  if (move !== undefined) {
    return {type: 'asked', prompt: {kind: 'search', search: moveSelection(search, move)}}
  }
  if (key === 'enter') {
    const card = selectedResult(search)
    return card ? {type: 'found', card, search} : {type: 'asked', prompt: {kind: 'search', search}}
  }
  const entry = entryAfter(search.entry, key)
  return entry.value === search.entry.value
    ? {type: 'asked', prompt: {kind: 'search', search: {...search, entry}}}
    : {type: 'sought', search: {...search, entry}}
}

function entryAfter(entry: TextEntry, key: string): TextEntry {
  switch (key) {
    case 'space':
      return insertText(entry, ' ')
    case 'backspace':
      return deleteBackward(entry)
    case 'delete':
      return deleteForward(entry)
    case 'left':
      return moveLeft(entry)
    case 'right':
      return moveRight(entry)
    case 'home':
    case 'ctrl-a':
      return moveToStart(entry)
    case 'end':
    case 'ctrl-e':
      return moveToEnd(entry)
    case 'ctrl-w':
      return deleteWord(entry)
    case 'ctrl-u':
      return deleteToStart(entry)
    default:
      // Other names of keys are words; a character is not, whatever it is made of.
      return /^[a-z]{2,}$|^ctrl-/.test(key) ? entry : insertText(entry, key)
  }
}
