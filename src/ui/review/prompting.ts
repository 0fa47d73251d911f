import {currentCard} from '../../core/session.ts'
import type {Search} from '../panels/search.ts'
import {marked} from './marking.ts'
import {type Prompted, promptAfter, promptAfterText} from './prompts.ts'
import {revealed} from './revealing.ts'
import type {ReviewControllerOptions} from './review-options.ts'
import type {ReviewState} from './review-state.ts'
import {typedAnswer} from './typing.ts'

/** The state after a key, by its name, while a prompt is open. */
export function afterPromptKey(
  options: ReviewControllerOptions,
  state: ReviewState,
  key: string,
): ReviewState {
  const {overlay} = state
  return overlay?.kind === 'prompt'
    ? prompted(options, state, promptAfter(overlay.prompt, key))
    : state
}

/** The state after a text was pasted while a prompt is open. */
export function afterPaste(
  options: ReviewControllerOptions,
  state: ReviewState,
  text: string,
): ReviewState {
  const {overlay} = state
  return overlay?.kind === 'prompt'
    ? prompted(options, state, promptAfterText(overlay.prompt, text))
    : state
}

function prompted(
  options: ReviewControllerOptions,
  state: ReviewState,
  result: Prompted,
): ReviewState {
  const closed = {...state, overlay: undefined}
  switch (result.type) {
    case 'asked':
      return {...state, overlay: {kind: 'prompt', prompt: result.prompt}}
    case 'cancelled':
      return closed
    case 'answered': {
      const card = currentCard(state.session)
      if (!card || result.text === '') return revealed(options, closed, state.mode)
      return {...revealed(options, closed, 'all'), typed: typedAnswer(card, result.text)}
    }
    case 'tagged':
      return marked(options, closed, {kind: 'tag', ownTags: result.tags})
    case 'flagged':
      return marked(options, closed, {kind: 'flag', flag: result.flag})
    case 'sought':
      return {
        ...state,
        overlay: {kind: 'prompt', prompt: {kind: 'search', search: sought(options, result.search)}},
      }
    case 'found': {
      const panel = {kind: 'card', card: result.card, search: result.search} as const
      return {...state, overlay: {kind: 'panel', panel, place: undefined}}
    }
  }
}

function sought({search}: ReviewControllerOptions, wanted: Search): Search {
  const text = wanted.entry.value.trim()
  const found = text === '' || !search ? {results: [], total: 0} : search(text)
  return {...wanted, ...found, selected: 0}
}
