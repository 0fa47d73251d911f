import type {Card, CardId} from '../../core/card.ts'
import type {CardCosts} from '../../core/pace.ts'
import type {EntryId} from '../../core/review-log.ts'
import type {SessionContext, SessionState} from '../../core/session.ts'
import type {SessionEffect} from '../../core/session-effects.ts'
import type {NextDue} from '../../core/session-summary.ts'
import type {Earlier, OutOfReach} from '../../core/step.ts'
import type {Instant, Moment} from '../../core/time.ts'
import type {CardInfo} from '../panels/card-info.ts'
import type {Limits} from './goal.ts'
import type {Preferences} from './preferences.ts'

/** What came of editing a card’s document. */
export interface EditOutcome {
  /** The import that followed, and the cards of the session as they are now; left out where it changed nothing. */
  readonly change?: {readonly stepId: EntryId; readonly cards: readonly Card[]} | undefined
  /** To be shown; empty where there is nothing to say. */
  readonly message: string
}

/** What a review begins with, and what it asks of the outside. What is left out is not offered. */
export interface ReviewControllerOptions {
  /** The session at its start. */
  readonly session: SessionState
  readonly context: SessionContext
  /** Makes the effects true, all or none, before it returns. Throws when it cannot. */
  readonly perform: (effects: readonly SessionEffect[]) => void
  readonly clock: () => Moment
  readonly newEntryId: (at: Instant) => EntryId
  /** What comes next in the decks of the session, after what was performed so far. */
  readonly readNextDue: () => NextDue
  readonly preferences?: Preferences
  /** When the session has reached its goal. */
  readonly limits?: Limits
  /** What cards cost, from the learner’s pace: to tell the time that is left. */
  readonly costs?: CardCosts
  /** What was done last before the session, for an undo that goes beyond it; given the cards that the session may still ask. */
  readonly readEarlier?: (asked: readonly CardId[]) => Earlier | OutOfReach | undefined
  readonly readCardInfo?: (card: Card, moment: Moment) => CardInfo
  /** Cards that have all words of a text, best first; `total` counts those that are left out, too. */
  readonly search?: (text: string) => {readonly results: readonly Card[]; readonly total: number}
  /** Tags of the collection, to complete what is typed. */
  readonly readTags?: () => readonly string[]
  /**
   * Lets the learner edit the card’s document, and imports it again.
   * @param present the cards that the session may still ask, to be read again
   */
  readonly edit?: (card: Card, present: readonly CardId[]) => Promise<EditOutcome>
  /** Opens the images of a side in another program. Gives what there is to say; may be empty. */
  readonly openImage?: (card: Card, side: 'front' | 'back') => Promise<string>
}
