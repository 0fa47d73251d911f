import type {Card} from '../core/card.ts'
import {entryIds} from '../core/id.ts'
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
import {budgetFor, cramQueue, limitQueue, type ReviewChoice} from '../core/review-choice.ts'
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
import {chosenCards, type ReviewRequest} from './chosen-cards.ts'
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
  readonly choice: ReviewChoice
  readonly candidates: Candidates<Plannable>
  readonly budget: DayBudget
  readonly queueContext: QueueContext
}

/** A session that has not begun, and what it needs to go on. */
export interface PreparedSession extends Day {
  readonly choice: ReviewChoice
  readonly session: SessionState
  readonly sessionContext: SessionContext
  /** An id that comes after all that the collection holds by now. */
  readonly newEntryId: (at: Instant) => EntryId
}

/** What a session needs of the outside. */
export type Outside = Pick<Context, 'openStore' | 'clock' | 'random'>

/** Open the collection and look at the clock. */
export function openDay({openStore, clock}: Omit<Outside, 'random'>): Day {
  const store = openStore()
  const settings = store.readSettings()
  const boundary: DayBoundary = {
    rolloverHour: settings.rolloverHour,
    utcOffsetMinutes: clock.utcOffsetMinutes,
  }
  return {store, settings, boundary, moment: momentAt(clock.now(), boundary)}
}

/**
 * What was asked for, as far as it can be asked now.
 * @throws UserError where there are no such decks or tags.
 */
export function gatherOffer(context: Outside, request: ReviewRequest): Offer {
  const day = openDay(context)
  const {store, settings, moment} = day
  const choice = chosenCards(store, request)
  return {
    ...day,
    choice,
    candidates: store.dueCards({...choice, today: moment.studyDay}),
    budget: budgetFor(choice, budgetOf(settings, store.dayActivity(moment.studyDay))),
    queueContext: {
      moment,
      learnAheadMs: settings.learnAheadMinutes * MS_PER_MINUTE,
      buriedNotes: store.notesReviewedOn(moment.studyDay),
      seed: moment.studyDay,
    },
  }
}

/**
 * The session that `ebb review` would begin now. Nothing is written.
 * @throws UserError where there are no such decks or tags.
 */
export function prepareSession(context: Outside, request: ReviewRequest): PreparedSession {
  const offer = gatherOffer(context, request)
  return begin(context, offer, planSession(offer))
}

/** The same session at its first question; what comes after that is not read. */
export function prepareQuestion(context: Outside, request: ReviewRequest): PreparedSession {
  const offer = gatherOffer(context, request)
  const {learning, main} = planSession(offer)
  return begin(context, offer, {learning, main: main.slice(0, 1)})
}

function planSession(offer: Offer): Queue<Plannable> {
  const {store, moment, choice, candidates, budget, queueContext} = offer
  const {mode, limit} = choice
  switch (mode) {
    case 'schedule':
      return limitQueue(planQueue(candidates, budget, queueContext), limit, queueContext)
    case 'cram': {
      const cards = store.openCards({...choice, today: moment.studyDay})
      // Another order every time: what comes in one order is learned in that order alone.
      return limitQueue(cramQueue(cards, moment.at), limit, queueContext)
    }
  }
}

function begin(context: Outside, offer: Offer, queue: Queue<Plannable>): PreparedSession {
  const {store, settings, boundary, moment, choice, queueContext} = offer
  const {mode, minutes} = choice
  const sessionContext: SessionContext = {
    mode,
    scheduler: createScheduler(settings.scheduling),
    options: settings.scheduling,
    // Only once it is needed: hashing loads much.
    get optionsId() {
      return store.optionsIdOf(settings.scheduling)
    },
    learnAheadMs: queueContext.learnAheadMs,
    studyDayOf: instant => studyDayOf(instant, boundary),
    ...(minutes !== undefined && {endsAt: (moment.at + minutes * MS_PER_MINUTE) as Instant}),
  }
  const last = store.newestReview()
  const justAnswered = last?.studyDay === moment.studyDay ? last.cardId : undefined
  return {
    ...{store, settings, boundary, moment, choice},
    session: startSession({queue: withTexts(queue, store), moment, justAnswered}, sessionContext),
    sessionContext,
    // Read anew each time: an edit, or another ebb, may have come in between.
    newEntryId: at => entryIds(context.random, store.lastEntryId())(at),
  }
}

function withTexts({learning, main}: Queue<Plannable>, store: Store): Queue<Card> {
  const load = (cards: readonly Plannable[]) => store.cardsByIds(cards.map(({id}) => id))
  return {learning: load(learning), main: load(main)}
}
