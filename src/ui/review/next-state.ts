import {currentCard} from '../../core/session.ts'
import {advance, at, entered, firstOverlay} from './advance.ts'
import {countParts} from './answer-parts.ts'
import type {PlainCommand, ReviewCommand} from './commands.ts'
import {goalAfter} from './goal.ts'
import {marked, markOf} from './marking.ts'
import {closed, panelAfter, said} from './opening.ts'
import {afterPaste, afterPromptKey} from './prompting.ts'
import {ANSWER_PROMPT, EMPTY_SEARCH, FLAG_PROMPT, type Prompt, tagPromptFor} from './prompts.ts'
import {rated, suggestionOf} from './rating.ts'
import {
  movePoint,
  nextReveal,
  REVEAL_MODES,
  type RevealMode,
  revealInMode,
  tickPoint,
  wholeReveal,
} from './reveal.ts'
import {revealed} from './revealing.ts'
import type {ReviewControllerOptions} from './review-options.ts'
import type {ReviewState} from './review-state.ts'
import {takenBack} from './taking-back.ts'

/** The state after a command; the very same one where it means nothing. Effects are performed before it is returned. */
export function nextState(
  options: ReviewControllerOptions,
  state: ReviewState,
  command: ReviewCommand,
): ReviewState {
  if (command.type === 'tick') return ticked(options, state)
  const quiet = state.message ? {...state, message: undefined} : state
  switch (command.type) {
    case 'rate':
      return rated(options, quiet, command.rating)
    case 'move':
      return quiet.reveal.kind === 'outline'
        ? {...quiet, place: undefined, reveal: movePoint(quiet.reveal, command.by, command.page)}
        : quiet
    case 'scroll-to':
      return quiet.overlay && 'place' in quiet.overlay
        ? {...quiet, overlay: {...quiet.overlay, place: command.place}}
        : {...quiet, place: command.place}
    case 'prompt-key':
      return afterPromptKey(options, quiet, command.key)
    case 'prompt-text':
      return afterPaste(options, quiet, command.text)
    default:
      return obeyed(options, quiet, command.type)
  }
}

function obeyed(
  options: ReviewControllerOptions,
  state: ReviewState,
  command: PlainCommand,
): ReviewState {
  const {session, reveal, preferences} = state
  const card = currentCard(session)
  switch (command) {
    case 'reveal':
      return session.kind === 'asking'
        ? revealed(options, state, state.mode)
        : {...state, place: undefined, reveal: nextReveal(reveal)}
    case 'show-all':
      return session.kind === 'asking'
        ? revealed(options, state, 'all')
        : {...state, reveal: wholeReveal(reveal)}
    case 'tick-off':
      return reveal.kind === 'outline' ? {...state, reveal: tickPoint(reveal)} : state
    case 'confirm':
      return rated(options, state, suggestionOf(state) ?? 'good')
    case 'undo':
      return takenBack(options, state)
    case 'hint':
      return session.kind === 'asking' ? {...state, isHinted: !state.isHinted} : state
    case 'type':
      return session.kind === 'asking' ? withPrompt(state, ANSWER_PROMPT) : state
    case 'mode':
      return inMode(state, REVEAL_MODES[(REVEAL_MODES.indexOf(state.mode) + 1) % 3] ?? 'all')
    case 'suspend':
    case 'bury-card':
    case 'bury-note':
    case 'fix':
      return card ? marked(options, state, markOf(command, card)) : state
    case 'flag':
      return card ? withPrompt(state, FLAG_PROMPT) : state
    case 'tag':
      return card ? withPrompt(state, tagPromptFor(card, options.readTags?.() ?? [])) : state
    case 'search':
      return options.search
        ? withPrompt(state, {kind: 'search', search: EMPTY_SEARCH})
        : said(state, 'There is no search here.')
    case 'info':
    case 'previous':
      return panelAfter(options, state, command)
    case 'timer':
      return at(options, {...state, showTimer: !state.showTimer}, options.clock())
    case 'pause':
      return state.overlay?.kind === 'paused'
        ? closed(options, state)
        : {...state, overlay: {kind: 'paused', since: options.clock().at}}
    case 'help':
      return state.overlay?.kind === 'help'
        ? closed(options, state)
        : {...state, overlay: {kind: 'help', place: undefined}}
    case 'close':
      return closed(options, state)
    case 'go-on': {
      const moment = options.clock()
      const goal = {...state.goal, stage: 'passed' as const}
      const overlay = firstOverlay({preferences}, session)
      return {...at(options, state, moment), goal, overlay, askedAt: moment.at}
    }
  }
}

const MODE_WORDS: Readonly<Record<RevealMode, string>> = {
  all: 'Answers are shown at once.',
  points: 'Answers are shown point by point.',
  outline: 'Answers are shown as an outline to tick off first.',
}

function inMode(state: ReviewState, mode: RevealMode): ReviewState {
  const {session, reveal} = state
  const shown =
    session.kind === 'answering'
      ? revealInMode(reveal, mode, countParts(session.card, mode))
      : reveal
  return said({...state, mode, reveal: shown}, MODE_WORDS[mode])
}

function ticked(options: ReviewControllerOptions, state: ReviewState): ReviewState {
  const moment = options.clock()
  // What is open stays open, or the next key that is meant for it would meet a card: that is asked once it is closed.
  if (state.overlay) return at(options, state, moment)
  const advanced = advance(options, state.session, {type: 'tick', moment})
  if (advanced.outcome !== 'moved') return at(options, state, moment)
  const goal = goalAfter(state.goal, advanced.session, moment.at)
  return entered(options, {...state, goal}, advanced.session, moment)
}

function withPrompt(state: ReviewState, prompt: Prompt): ReviewState {
  return {...state, overlay: {kind: 'prompt', prompt}}
}
