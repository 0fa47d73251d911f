import type {Card} from '../core/card.ts'
import {entryIds} from '../core/id.ts'
import type {DeckName} from '../core/note.ts'
import type {Settings} from '../core/options.ts'
import {
  budgetOf,
  type Candidates,
  type DayBudget,
  type Plannable,
  planQueue,
  type Queue,
  type QueueContext,
} from '../core/queue.ts'
import type {EntryId} from '../core/review-log.ts'
import {createScheduler} from '../core/scheduler.ts'
import {type SessionContext, type SessionState, startSession} from '../core/session.ts'
import {
  type DayBoundary,
  type Instant,
  type Moment,
  MS_PER_MINUTE,
  momentAt,
  studyDayOf,
} from '../core/time.ts'
import type {Store} from '../store/open.ts'
import {chosenDecks} from './chosen-decks.ts'
import type {Context} from './context.ts'

/** The learner’s day as it stands now. */
export interface Day {
  readonly store: Store
  readonly settings: Settings
  readonly boundary: DayBoundary
  readonly moment: Moment
}

/** What could be asked now, and what decides about it. */
export interface Offer extends Day {
  /** The chosen decks; none: all. */
  readonly decks: readonly DeckName[]
  readonly candidates: Candidates<Plannable>
  readonly budget: DayBudget
  readonly queueContext: QueueContext
}

/** A session that has not begun, and what it needs to go on. */
export interface PreparedSession extends Day {
  /** The chosen decks; none: all. */
  readonly decks: readonly DeckName[]
  readonly session: SessionState
  readonly sessionContext: SessionContext
  readonly newEntryId: (at: Instant) => EntryId
}

/** Open the collection and look at the clock. */
export function openDay({openStore, clock}: Context): Day {
  const store = openStore()
  const settings = store.readSettings()
  const boundary: DayBoundary = {
    rolloverHour: settings.rolloverHour,
    utcOffsetMinutes: clock.utcOffsetMinutes,
  }
  return {store, settings, boundary, moment: momentAt(clock.now(), boundary)}
}

/** What the chosen decks offer now; all decks where none are named. */
export function gatherOffer(context: Context, deckNames: readonly string[]): Offer {
  const day = openDay(context)
  const {store, settings, moment} = day
  const decks = chosenDecks(store, deckNames)
  return {
    ...day,
    decks,
    candidates: store.dueCards({decks, today: moment.studyDay}),
    budget: budgetOf(settings, store.dayActivity(moment.studyDay)),
    queueContext: {
      moment,
      learnAheadMs: settings.learnAheadMinutes * MS_PER_MINUTE,
      buriedNotes: store.notesReviewedOn(moment.studyDay),
      seed: moment.studyDay,
    },
  }
}

/** The session that `ebb review` would begin now. Nothing is written. */
export function prepareSession(context: Context, deckNames: readonly string[]): PreparedSession {
  const offer = gatherOffer(context, deckNames)
  const {store, settings, boundary, moment, decks} = offer
  const queue = withTexts(planQueue(offer.candidates, offer.budget, offer.queueContext), store)
  const sessionContext: SessionContext = {
    mode: 'schedule',
    scheduler: createScheduler(settings.scheduling),
    options: settings.scheduling,
    // Only once it is needed: hashing loads much.
    get optionsId() {
      return store.optionsIdOf(settings.scheduling)
    },
    learnAheadMs: offer.queueContext.learnAheadMs,
    studyDayOf: instant => studyDayOf(instant, boundary),
  }
  const last = store.newestReview()
  const justAnswered = last?.studyDay === moment.studyDay ? last.cardId : undefined
  return {
    store,
    settings,
    boundary,
    moment,
    decks,
    session: startSession({queue, moment, justAnswered}, sessionContext),
    sessionContext,
    newEntryId: entryIds(context.random, store.lastEntryId()),
  }
}

function withTexts({learning, main}: Queue<Plannable>, store: Store): Queue<Card> {
  const load = (cards: readonly Plannable[]) => store.cardsByIds(cards.map(({id}) => id))
  return {learning: load(learning), main: load(main)}
}
