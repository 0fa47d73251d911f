import {plural} from '../../core/plural.ts'
import {currentCard} from '../../core/session.ts'
import {sessionReportOf} from '../../core/session-report.ts'
import {countLeft, summaryOf} from '../../core/session-summary.ts'
import {formatWaitInWords, waitOf} from '../../core/wait.ts'
import {suggestionOf} from '../review/rating.ts'
import type {Message, ReviewState, Typed} from '../review/review-state.ts'
import {goalLines} from '../views/goal.ts'
import {hintLines} from '../views/hint.ts'
import {summaryLines} from '../views/summary.ts'
import {waitingLines} from '../views/waiting.ts'
import {answerBlock, outlineBlock, questionBlocks, shownLines} from './card-speech.ts'
import {type Block, type Page, sentence} from './page.ts'
import {plainSceneOf} from './plain-scene.ts'
import {wordDiffOf} from './word-diff.ts'

/**
 * What there is to say after a change: what was recorded, a message, and of what would be on a screen all that was not said before.
 * @param before the state of which all was said; nothing where nothing was
 */
export function newsOf(
  before: ReviewState | undefined,
  after: ReviewState,
  page: Page,
): readonly Block[] {
  const {message} = after
  return [
    recordedBlock(before, after, page),
    message && message !== before?.message ? messageBlock(message, page) : [],
    ...sceneBlocks(before, after, page),
  ]
}

/** All that the present scene shows. */
export function wholeScene(state: ReviewState, page: Page): readonly Block[] {
  return sceneBlocks(undefined, state, page)
}

/** A rating that is on disk, and when its card comes back. */
function recordedBlock(
  before: ReviewState | undefined,
  {session, moment}: ReviewState,
  page: Page,
): Block {
  const {last} = session
  if (!before || !wasRated(before, session.last)) return []
  switch (last?.kind) {
    case 'answer': {
      const {rating, after} = last.review
      const wait = formatWaitInWords(waitOf(after, moment))
      return sentence(`Recorded: ${rating}; next ${wait === 'now' ? wait : `in ${wait}`}.`, page)
    }
    case 'practice':
      return sentence(`Recorded: ${last.practice.rating}; the schedule stays as it is.`, page)
    default:
      return []
  }
}

function messageBlock({tone, text, hint}: Message, page: Page): Block {
  const said = sentence(tone === 'bad' ? `! ${text}` : text, page)
  return hint === undefined ? said : [...said, ...sentence(hint, page)]
}

/** Whether a card was rated since then. */
function wasRated(before: ReviewState, last: ReviewState['session']['last']): boolean {
  const isRating = last?.kind === 'answer' || last?.kind === 'practice'
  return isRating && last !== before.session.last && last.before.last === before.session.last
}

function sceneBlocks(
  before: ReviewState | undefined,
  after: ReviewState,
  page: Page,
): readonly Block[] {
  const {session, moment, nextDue, reveal, isHinted} = after
  const scene = plainSceneOf(after)
  const sceneBefore = before && plainSceneOf(before)
  const card = currentCard(session)
  const isKnown = before !== undefined && isSameCard(before, after)
  const question = card && !isKnown ? questionBlocks(after, card, page) : []
  switch (scene) {
    case 'question':
    case 'typing':
      return [...question, isHinted && !(isKnown && before.isHinted) ? hintBlock(after, page) : []]
    case 'outline':
      return [...question, isKnown && sceneBefore === scene ? [] : outlineBlock(after, page)]
    case 'points':
    case 'answer': {
      if (!card) return []
      const told = isKnown ? shownLines(card, before.reveal, page) : 0
      const isNew = !isKnown || sceneBefore !== scene
      return [
        ...question,
        isNew && after.typed ? typedBlock(after.typed, page) : [],
        answerBlock(card, told, reveal, page),
        isNew && scene === 'answer' ? suggestionBlock(after, page) : [],
      ]
    }
    case 'waiting':
      return session.kind === 'waiting' && sceneBefore !== scene
        ? [waitingLines(session, moment, page.layout)]
        : []
    case 'goal':
      return sceneBefore === scene
        ? []
        : [goalLines(summaryOf(session), countLeft(session).total, page.layout)]
    case 'summary':
      return sceneBefore === scene
        ? []
        : [summaryLines(sessionReportOf(session), {nextDue, moment}, page.layout, page.look)]
  }
}

/** Whether it is the same card, with the same text, and not asked once more. */
function isSameCard(before: ReviewState, after: ReviewState): boolean {
  const [was, is] = [currentCard(before.session), currentCard(after.session)]
  if (!was || !is || was.id !== is.id || was.content !== is.content) return false
  const isOneGoal = (plainSceneOf(before) === 'goal') === (plainSceneOf(after) === 'goal')
  return isOneGoal && !wasRated(before, after.session.last)
}

/** The first letters of the answer. */
export function hintBlock({session}: ReviewState, {layout, look}: Page): Block {
  const card = currentCard(session)
  return card ? hintLines(card, layout, look) : []
}

function typedBlock({diff}: Typed, page: Page): Block {
  const {missing, extra} = wordDiffOf(diff.spans)
  if (diff.likeness === 1) return sentence('What you typed is right.', page)
  const differences = [
    ...(missing.length > 0 ? [`missing: ${missing.join(' ... ')}`] : []),
    ...(extra.length > 0 ? [`extra: ${extra.join(' ... ')}`] : []),
  ]
  const alike = `What you typed: ${Math.floor(diff.likeness * 100)} % alike`
  return [
    ...sentence(differences.length === 0 ? `${alike}.` : `${alike};`, page),
    ...differences.flatMap(difference => sentence(difference, page)),
  ]
}

/** What was recalled, and the rating that speaks for; also what the typed answer speaks for. */
function suggestionBlock(state: ReviewState, page: Page): Block {
  const suggested = suggestionOf(state)
  const points = state.reveal.kind === 'whole' ? state.reveal.points : undefined
  const recalled = points ? `${points.recalled} of ${plural(points.total, 'point')} recalled. ` : ''
  return suggested ? sentence(`${recalled}Suggested: ${suggested}.`, page) : []
}
