import {currentCard} from '../../core/session.ts'
import type {ReviewController} from '../review/controller.ts'
import type {ReviewState} from '../review/review-state.ts'
import type {ReviewEnding} from '../review/run-review.ts'
import type {Jobs} from '../terminal/held-terminal.ts'
import {span} from '../text/fit.ts'
import {asideBlocks} from './asides.ts'
import {type Meaning, meaningOf} from './meaning.ts'
import {newsOf, wholeScene} from './news.ts'
import {type Block, type Page, pageOf, sentence, textOf} from './page.ts'
import {plainSceneOf} from './plain-scene.ts'
import {promptOf} from './prompt-line.ts'
import {stoppingOf} from './stopping.ts'

/** What is typed, a line for each prompt. */
export interface TypedLines {
  /** Nothing at the end of the input, which leaves the review. */
  readonly next: () => Promise<string | undefined>
  /** Drops what was typed on a terminal before it is asked for. */
  readonly forget: () => Promise<void>
}

export interface PlainReviewRun {
  readonly controller: ReviewController
  /** Whether signs outside ASCII are avoided, but for those that the author wrote. */
  readonly ascii: boolean
  readonly lines: TypedLines
  /** Whether anybody still reads what is written. */
  readonly write: (text: string) => boolean
  /** Columns of a line. */
  readonly columns: () => number
  /** Whether what is typed is seen where it is typed; else it is written after its prompt. */
  readonly echoes: boolean
  /** How the shell stops and continues the program, where it does. */
  readonly jobs?: Jobs | undefined
  /** Ends the review from outside, on a signal to the process. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The review as text, from top to bottom: a question, a prompt, the answer, a prompt. Nothing is drawn over, nothing is in colour, and no
 * escape sequence is written: for screen readers, for terminals that know none, and for scripts.
 * @throws What the controller throws.
 */
export async function runPlainReview(run: PlainReviewRun): Promise<ReviewEnding> {
  const {controller, lines, write, echoes, signal} = run
  let page = pageOf(run.columns(), run.ascii)
  const say = (blocks: readonly Block[]): void => {
    const text = textOf(blocks)
    if (text !== '') write(`\n${text}\n`)
  }
  const ending = (how: ReviewEnding['how']): ReviewEnding => {
    const {session, moment} = controller.getState()
    return {how: how === 'left' && session.kind === 'finished' ? 'finished' : how, session, moment}
  }
  const ask = () => write(promptOf(controller.getState(), page))
  // The process may not live longer than this: the line with the prompt is to be ended at once.
  const aborted = abortOf(signal, () => write('\n'))
  const aside = stoppingOf(run.jobs, controller, () =>
    write(`\n${promptOf(controller.getState(), page)}`),
  )

  say(newsOf(undefined, controller.getState(), page))
  for (;;) {
    if (!ask()) return ending('left')
    aside.listen()
    const line = await Promise.race([lines.next(), aborted])
    aside.unlisten()
    if (line === ABORTED) return ending('aborted')
    if (line === undefined) {
      write('\n')
      return ending('left')
    }
    if (!echoes) write(`${span(line).text}\n`)
    // The terminal may have another size by now.
    page = withWidth(page, run)
    const before = controller.getState()
    const meaning = meaningOf(before, line)
    if (isRating(meaning) && timesHaveChanged(controller, page)) {
      say([sentence('A new day has begun, and the times of the ratings are others.', page)])
      continue
    }
    if (meaning.kind === 'leave') return ending('left')
    const blocks = await obey(controller, meaning, before, page)
    // What was typed before an answer could be read is no rating of it.
    if (controller.getState().reveal !== before.reveal) await lines.forget()
    say(blocks)
  }
}

/** Does what was asked for. Gives what there is to say. */
async function obey(
  controller: ReviewController,
  meaning: Exclude<Meaning, {readonly kind: 'leave'}>,
  before: ReviewState,
  page: Page,
): Promise<readonly Block[]> {
  const news = () => {
    const blocks = newsOf(before, controller.getState(), page)
    typeOn(controller, before)
    return blocks
  }
  switch (meaning.kind) {
    case 'refused':
      return [sentence(meaning.text, page)]
    case 'commands':
      for (const command of meaning.commands) controller.dispatch(command)
      return news()
    case 'attend':
      await controller.attend(meaning.task)
      return news()
    case 'look-again':
      controller.dispatch({type: 'tick'})
      return wholeScene(controller.getState(), page)
    case 'aside': {
      for (const command of meaning.commands) controller.dispatch(command)
      const open = controller.getState()
      const blocks = asideBlocks(meaning.aside, open, page)
      close(controller)
      typeOn(controller, before)
      const {message} = open
      return message && message !== before.message ? newsOf(before, open, page) : blocks
    }
  }
}

function isRating(meaning: Meaning): boolean {
  return (
    meaning.kind === 'commands' &&
    meaning.commands.some(({type}) => type === 'rate' || type === 'confirm')
  )
}

/** Whether ratings lead elsewhere by now than the prompt said. */
function timesHaveChanged(controller: ReviewController, page: Page): boolean {
  const before = promptOf(controller.getState(), page)
  controller.dispatch({type: 'tick'})
  return promptOf(controller.getState(), page) !== before
}

/** What lies over the card is read, and done with; but for what an answer is typed into. */
function close(controller: ReviewController): void {
  const state = controller.getState()
  if (state.overlay && plainSceneOf(state) !== 'typing') controller.dispatch({type: 'close'})
}

/** Where an answer was about to be typed to the question, it still is. */
function typeOn(controller: ReviewController, before: ReviewState): void {
  const after = controller.getState()
  const isSame = currentCard(before.session)?.id === currentCard(after.session)?.id
  const isInterrupted = plainSceneOf(before) === 'typing' && plainSceneOf(after) === 'question'
  if (isSame && isInterrupted) controller.dispatch({type: 'type'})
}

function withWidth(page: Page, {columns, ascii}: PlainReviewRun): Page {
  const fresh = pageOf(columns(), ascii)
  return fresh.layout.width === page.layout.width ? page : fresh
}

/** Told apart from every line. */
const ABORTED = Symbol('aborted')

function abortOf(signal: AbortSignal | undefined, onAbort: () => void): Promise<typeof ABORTED> {
  return new Promise(resolve => {
    const abort = (): void => {
      onAbort()
      resolve(ABORTED)
    }
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort, {once: true})
  })
}
