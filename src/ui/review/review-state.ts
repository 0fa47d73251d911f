import type {Scene} from '../../core/key-actions.ts'
import type {CardCosts} from '../../core/pace.ts'
import type {Rating} from '../../core/rating.ts'
import type {ReviewedSchedule} from '../../core/scheduler.ts'
import type {SessionState} from '../../core/session.ts'
import type {NextDue} from '../../core/session-summary.ts'
import type {Instant, Moment} from '../../core/time.ts'
import type {AnswerDiff} from '../../core/typed-answer.ts'
import type {Place} from '../text/place.ts'
import type {Goal} from './goal.ts'
import type {Panel} from './panel.ts'
import type {Preferences} from './preferences.ts'
import type {Prompt} from './prompts.ts'
import type {Reveal, RevealMode} from './reveal.ts'

/** Something to say below the card, until the next key. */
export interface Message {
  readonly tone: 'info' | 'bad'
  readonly text: string
  readonly hint: string | undefined
}

/** What lies over the card, and gets the keys. */
export type Overlay =
  | {readonly kind: 'help'; readonly place: Place | undefined}
  | {readonly kind: 'panel'; readonly panel: Panel; readonly place: Place | undefined}
  | {readonly kind: 'prompt'; readonly prompt: Prompt}
  /** The card is hidden, and its clock stands still since then. */
  | {readonly kind: 'paused'; readonly since: Instant}

/** What was typed before the answer was shown. */
export interface Typed {
  readonly text: string
  readonly diff: AnswerDiff
  readonly suggested: Rating
}

/** All that is shown. */
export interface ReviewState {
  readonly session: SessionState
  /** When this state was reached. */
  readonly moment: Moment
  /** When the present question was asked; later by the time for which its clock stood still. */
  readonly askedAt: Instant
  /** How much of the answer is shown. */
  readonly reveal: Reveal
  /** How the next answer is uncovered. */
  readonly mode: RevealMode
  /** Whether the first letters of the answer are shown with the question. */
  readonly isHinted: boolean
  readonly typed: Typed | undefined
  /** What each rating leads to; where an answer is shown that changes the schedule. */
  readonly preview: Readonly<Record<Rating, ReviewedSchedule>> | undefined
  /** What comes after the session; where there is nothing to ask. */
  readonly nextDue: NextDue | undefined
  readonly message: Message | undefined
  /** First line shown of the card’s text; `undefined`: as the layout sees fit. */
  readonly place: Place | undefined
  readonly overlay: Overlay | undefined
  readonly showTimer: boolean
  readonly goal: Goal
  /** What cards that are left will cost, from the learner’s pace; nothing where it is not known. */
  readonly costs: CardCosts | undefined
  readonly preferences: Preferences
}

/** What is on the screen; where a prompt is open, it gets every key. */
export function sceneOf({session, overlay, reveal, goal}: ReviewState): Scene | 'prompt' {
  if (overlay) return overlay.kind
  if (goal.stage === 'reached' && session.kind !== 'finished') return 'goal'
  switch (session.kind) {
    case 'asking':
      return 'question'
    case 'answering':
      if (reveal.kind === 'outline') return 'outline'
      return reveal.kind === 'points' && reveal.shown < reveal.total ? 'points' : 'answer'
    case 'waiting':
      return 'waiting'
    case 'finished':
      return 'summary'
  }
}
