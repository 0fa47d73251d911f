import type {DeckNode} from '../../core/deck-tree.ts'
import type {Counts, DayBudget} from '../../core/queue.ts'
import type {NextDue} from '../../core/session-summary.ts'
import type {Moment} from '../../core/time.ts'
import type {DayAhead} from '../../core/week.ts'

/** What the home screen tells of. */
export interface HomeData {
  readonly moment: Moment
  /** Whether there is any card, due or not. */
  readonly hasCards: boolean
  /** What a session would ask now. */
  readonly counts: Counts
  /** What that would take, from the learner’s own pace, in milliseconds. */
  readonly durationMs: number
  /** What was answered today. */
  readonly done: {readonly answers: number; readonly durationMs: number}
  /** Days in a row with an answer. */
  readonly streakDays: number
  /** Today and the six days after it; empty where nothing is scheduled in them. */
  readonly week: readonly DayAhead[]
  /** Every deck with something to ask, daily limits not applied. */
  readonly tree: readonly DeckNode[]
  readonly budget: Pick<DayBudget, 'newLeft' | 'reviewsLeft'>
  /** What comes after all that can be asked now; where that is nothing. */
  readonly nextDue: NextDue | undefined
}

/** What is on the screen. */
export interface HomeState {
  readonly data: HomeData
  readonly shown: 'home' | 'keys'
  /** First line shown, counted from 0. */
  readonly top: number
  /** Something to say, until the next key. */
  readonly message: string | undefined
}

/** What the home screen ends with. */
export type HomeWish = 'start' | 'choose' | 'stats' | 'quit' | 'interrupted'

/** What it needs of the world. */
export interface HomeTools {
  /** The data as they are now. */
  readonly read: () => HomeData
  /** Takes back the last answer, and says what came of it. */
  readonly undo: () => string
}
