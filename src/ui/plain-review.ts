import {isActionName, scenesOf} from '../core/key-actions.ts'
import {commandOf, type KeyCommand} from './commands.ts'
import type {ReviewController} from './controller.ts'
import {createFaceLines} from './faces.ts'
import {commandForKey} from './keymap.ts'
import {type LookOptions, lookOf} from './look.ts'
import {
  type PlainScreen,
  plainHeading,
  plainHelp,
  plainPrompt,
  plainScreen,
} from './plain-screen.ts'
import type {ReviewState} from './review-state.ts'
import {sceneOf} from './review-state.ts'
import type {ReviewEnding} from './run-review.ts'

export interface PlainReviewRun {
  readonly controller: ReviewController
  readonly look: Pick<LookOptions, 'ascii'>
  /** What the learner says, a line for every prompt; its end leaves the review. */
  readonly lines: AsyncIterator<string>
  readonly write: (text: string) => void
  /** Columns of a line. */
  readonly width: number
  /** Whether what is typed is seen where it is typed; a script’s lines are written after their prompts. */
  readonly echoes: boolean
  /** Ends the review from outside, on a signal to the process. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The same review as lines of text, one after the other: the question, a prompt, the answer, a prompt. Nothing is drawn over, and no
 * escape sequence is written: for screen readers, for terminals without a cursor, and for scripts.
 * @throws What the controller throws.
 */
export async function runPlainReview(run: PlainReviewRun): Promise<ReviewEnding> {
  const {controller, lines, write, width, echoes, signal} = run
  const options = {color: false, attributes: false, ascii: run.look.ascii}
  const look = lookOf(options)
  const faceLines = createFaceLines(options)
  let shown: PlainScreen = {title: '', lines: [], above: []}
  let card = ''
  let message: ReviewState['message']

  const say = (texts: readonly string[]): void => {
    if (texts.length > 0) write(`${texts.join('\n')}\n`)
  }

  /** Writes what is new since the last time. */
  const tell = (): void => {
    const state = controller.getState()
    if (state.message && state.message !== message) {
      const {tone, text, hint} = state.message
      say([tone === 'bad' ? `! ${text}` : text, ...(hint === undefined ? [] : [hint])])
    }
    message = state.message
    const screen = plainScreen(state, width, look, faceLines)
    if (isPlainPrompt(state)) return
    const isSame = screen.title === shown.title
    const known = isSame && shown.lines.every((line, index) => line === screen.lines[index])
    const heading = plainHeading(state)
    const present = screen.title.split(' ')[0] ?? ''
    if (!isSame && heading !== '') {
      if (sceneOf(state) === 'question') say(['', heading])
      // After an undo it is another card, of which nothing was told yet.
      else if (present !== card) say(['', heading, '', ...screen.above])
      card = present
    }
    if (!isSame) write('\n')
    say(known ? screen.lines.slice(shown.lines.length) : screen.lines)
    if (!isSame) write('\n')
    shown = screen
  }

  const ending = (how: ReviewEnding['how']): ReviewEnding => {
    const {session, moment} = controller.getState()
    return {how: how === 'left' && session.kind === 'finished' ? 'finished' : how, session, moment}
  }

  const aborted = new Promise<'aborted'>(resolve => {
    if (signal?.aborted) resolve('aborted')
    signal?.addEventListener('abort', () => resolve('aborted'), {once: true})
  })

  for (;;) {
    tell()
    if (closesItself(controller)) continue
    write(plainPrompt(controller.getState(), look))
    const next = await Promise.race([lines.next(), aborted])
    if (next === 'aborted') return ending('aborted')
    if (next.done) {
      write('\n')
      return ending('left')
    }
    if (!echoes) write(`${next.value}\n`)
    const command = await obey(controller, next.value, say, () =>
      say(plainScreen(controller.getState(), width, look, faceLines).lines),
    )
    if (command === 'leave') return ending('left')
  }
}

/** Whether what is typed now goes into a prompt, so that the card stays as it was told. */
function isPlainPrompt({overlay}: ReviewState): boolean {
  return overlay?.kind === 'prompt'
}

/** What only has to be read is closed again at once: nothing is in its way. */
function closesItself(controller: ReviewController): boolean {
  const scene = sceneOf(controller.getState())
  if (scene !== 'panel' && scene !== 'help') return false
  controller.dispatch({type: 'close'})
  return true
}

/** Does what a line says: a key, the name of an action, or what a prompt has asked for. */
async function obey(
  controller: ReviewController,
  line: string,
  say: (texts: readonly string[]) => void,
  sayAll: () => void,
): Promise<'leave' | undefined> {
  const state = controller.getState()
  const scene = sceneOf(state)
  if (scene === 'prompt') {
    answerPrompt(controller, state, line)
    if (sceneOf(controller.getState()) !== 'prompt') return undefined
    // A search: what was found is told, and that is all.
    sayAll()
    controller.dispatch({type: 'prompt-key', key: 'escape'})
    return undefined
  }
  const word = line.trim()
  const command = commandSaid(state, word)
  if (command === undefined) {
    if (scene === 'waiting' && word === '') controller.dispatch({type: 'tick'})
    else if (scene === 'summary' && word === '') return 'leave'
    else say([`“${word}” is no key here. Say ? for the list of keys.`])
    return undefined
  }
  switch (command.type) {
    case 'leave':
      return 'leave'
    case 'edit':
    case 'open-image':
      await controller.attend(command.type)
      return undefined
    case 'help':
      say(plainHelp(state))
      return undefined
    case 'scroll':
    case 'mode':
      say(['All of it is above.'])
      return undefined
    default:
      controller.dispatch(command)
      return undefined
  }
}

function commandSaid(state: ReviewState, word: string): KeyCommand | undefined {
  const scene = sceneOf(state)
  if (scene === 'prompt') return undefined
  if (isActionName(word)) return scenesOf(word).includes(scene) ? commandOf(word) : undefined
  return commandForKey(state.preferences.keymap, word === '' ? 'enter' : word, scene)
}

function answerPrompt(controller: ReviewController, {overlay}: ReviewState, line: string): void {
  if (overlay?.kind !== 'prompt') return
  const {prompt} = overlay
  if (prompt.kind === 'flag') {
    const key = line.trim()
    controller.dispatch({type: 'prompt-key', key: /^[0-7]$/.test(key) ? key : 'escape'})
    return
  }
  if (prompt.kind === 'tag') controller.dispatch({type: 'prompt-key', key: 'ctrl-u'})
  controller.dispatch({type: 'prompt-text', text: line})
  if (prompt.kind !== 'search') controller.dispatch({type: 'prompt-key', key: 'enter'})
}
