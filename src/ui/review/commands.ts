import type {ActionName} from '../../core/key-actions.ts'
import type {Rating} from '../../core/rating.ts'
import type {Place} from '../text/place.ts'
import type {Scroll} from '../text/viewport.ts'

/** What the learner or the passing of time asks of a review. */
export type ReviewCommand =
  | {readonly type: PlainCommand}
  | {readonly type: 'rate'; readonly rating: Rating}
  /** Time has passed. */
  | {readonly type: 'tick'}
  /** Show the text of the card, or what lies over it, from this place on. */
  | {readonly type: 'scroll-to'; readonly place: Place}
  /** Move the cursor of an outline. */
  | {readonly type: 'move'; readonly by: Scroll; readonly page: number}
  /** A key, by its name, or a pasted text, for the prompt that is open. */
  | {readonly type: 'prompt-key'; readonly key: string}
  | {readonly type: 'prompt-text'; readonly text: string}

type RatingAction = 'again' | 'hard' | 'good' | 'easy'
type ScrollAction = Extract<ActionName, `scroll-${string}`>

/** Actions that take their time, or are none of the session’s business. */
type OutsideAction = 'edit' | 'open-image' | 'leave'

/** Actions that say all by their name. */
export type PlainCommand = Exclude<ActionName, RatingAction | ScrollAction | OutsideAction>

/** What a key asks for. */
export type KeyCommand =
  | {readonly type: PlainCommand}
  | {readonly type: 'rate'; readonly rating: Rating}
  | {readonly type: 'scroll'; readonly by: Scroll}
  | {readonly type: OutsideAction}

/** What an action asks for. */
export function commandOf(action: ActionName): KeyCommand {
  switch (action) {
    case 'again':
    case 'hard':
    case 'good':
    case 'easy':
      return {type: 'rate', rating: action}
    case 'scroll-down':
      return {type: 'scroll', by: 'line-down'}
    case 'scroll-up':
      return {type: 'scroll', by: 'line-up'}
    case 'scroll-half-down':
      return {type: 'scroll', by: 'half-down'}
    case 'scroll-half-up':
      return {type: 'scroll', by: 'half-up'}
    case 'scroll-page-down':
      return {type: 'scroll', by: 'page-down'}
    case 'scroll-page-up':
      return {type: 'scroll', by: 'page-up'}
    case 'scroll-top':
      return {type: 'scroll', by: 'top'}
    case 'scroll-bottom':
      return {type: 'scroll', by: 'bottom'}
    default:
      return {type: action}
  }
}
