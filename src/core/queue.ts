import type {Card} from './card.ts'
import {compareDecks, type DeckName, type NoteId} from './note.ts'
import type {Settings} from './options.ts'
import {mixEvenly, shuffle} from './queue-order.ts'
import type {Instant, Moment, StudyDay} from './time.ts'
import {dueDayOf, isDue} from './wait.ts'

/** What was answered on a study day, over all sessions; answers that were taken back do not count. */
export interface DoneToday {
  /** Answers to cards that were new. */
  readonly introduced: number
  /** Answers to cards that were in review. */
  readonly reviewed: number
}

/** How many cards the learner’s limits leave for the rest of the study day. Cards in learning are not limited. */
export interface DayBudget {
  readonly newLeft: number
  readonly reviewsLeft: number
  readonly done: DoneToday
}

/** What the learner’s daily limits leave after what was done. Never negative, also when a limit was lowered meanwhile. */
export function budgetOf(
  {newPerDay, reviewsPerDay}: Pick<Settings, 'newPerDay' | 'reviewsPerDay'>,
  done: DoneToday,
): DayBudget {
  return {
    newLeft: Math.max(0, newPerDay - done.introduced),
    reviewsLeft: Math.max(0, reviewsPerDay - done.reviewed),
    done,
  }
}

/** All that the order of cards depends on, so that a plan needs no card’s text. */
export type Plannable = Pick<Card, 'id' | 'noteId' | 'deck' | 'schedule'>

/** The cards that could be asked: present in a source, neither suspended nor buried, in the chosen decks. */
export interface Candidates<C extends Plannable = Card> {
  /** Every card in learning or relearning, also those that are due later. */
  readonly learning: Iterable<C>
  /** Cards in review that are due, from the longest overdue. Read day by day, and only as far as the limit asks. */
  readonly review: Iterable<C>
  /** New cards in the order of their documents. Read only as far as the limit asks. */
  readonly new: Iterable<C>
}

export interface QueueContext {
  readonly moment: Moment
  /** How long before its time a card in learning may be asked, in milliseconds. */
  readonly learnAheadMs: number
  /** Notes of which a card was answered today: their other cards wait until tomorrow. */
  readonly buriedNotes: ReadonlySet<NoteId>
  /** Decides the order of reviews that are equally due. Give the study day to have one order all day. */
  readonly seed: number
}

/** The cards that a session asks. */
export interface Queue<C extends Plannable = Card> {
  /** Cards in learning, by due time; some may be due later today. */
  readonly learning: readonly C[]
  /** Reviews with the new cards mixed in, in the order in which they are asked. */
  readonly main: readonly C[]
}

/**
 * The cards to ask and their order, after Anki’s defaults: reviews from the longest overdue, shuffled within a day; new
 * cards in document order, spread evenly among them; the daily limits applied; of one note no two cards on a day, unless
 * one is in learning.
 */
export function planQueue<C extends Plannable>(
  candidates: Candidates<C>,
  budget: DayBudget,
  context: QueueContext,
): Queue<C> {
  const {learning, review, fresh} = chooseCards(candidates, budget, context)
  const {introduced: few, reviewed: many} = budget.done
  return {learning, main: mixEvenly(review, fresh, {many, few})}
}

/** Cards that can be asked now, by phase; relearning counts as learning. */
export interface Counts {
  readonly total: number
  readonly new: number
  readonly learning: number
  readonly review: number
}

export interface DueCounts extends Counts {
  /** Decks with at least one card to ask, in the order of their names. */
  readonly decks: readonly (Counts & {readonly deck: DeckName})[]
}

/** How many cards `planQueue` would ask now, with what may be learned ahead, by the same choice of cards. */
export function countDue<C extends Plannable>(
  candidates: Candidates<C>,
  budget: DayBudget,
  context: QueueContext,
): DueCounts {
  const {learning, review, fresh} = chooseCards(candidates, budget, context)
  const ahead = learnAheadMoment(context.moment, context.learnAheadMs)
  const dueLearning = learning.filter(card => isDue(card.schedule, ahead))
  const byDeck = new Map<DeckName, {new: number; learning: number; review: number}>()
  const add = (cards: readonly C[], phase: 'new' | 'learning' | 'review'): void => {
    for (const {deck} of cards) {
      const counts = byDeck.get(deck) ?? {new: 0, learning: 0, review: 0}
      counts[phase] += 1
      byDeck.set(deck, counts)
    }
  }
  add(dueLearning, 'learning')
  add(review, 'review')
  add(fresh, 'new')
  return {
    ...withTotal({new: fresh.length, learning: dueLearning.length, review: review.length}),
    decks: [...byDeck]
      .sort(([a], [b]) => compareDecks(a, b))
      .map(([deck, counts]) => ({deck, ...withTotal(counts)})),
  }
}

interface Chosen<C> {
  /** By due time. */
  readonly learning: readonly C[]
  /** By due day, shuffled within a day. */
  readonly review: readonly C[]
  readonly fresh: readonly C[]
}

function chooseCards<C extends Plannable>(
  candidates: Candidates<C>,
  budget: DayBudget,
  {buriedNotes, seed, moment}: QueueContext,
): Chosen<C> {
  const notes = new Set(buriedNotes)
  const learning = [...candidates.learning]
    .filter(card => isLearnedToday(card, moment.studyDay))
    .sort(byDueTime)
  for (const card of learning) notes.add(card.noteId)
  const review = takeOnePerNote(byDueDay(candidates.review, seed), budget.reviewsLeft, notes)
  const fresh = takeOnePerNote(candidates.new, budget.newLeft, notes)
  return {learning, review, fresh}
}

/** The first cards whose notes are not in the set, which grows by the notes taken. */
function takeOnePerNote<C extends Plannable>(
  cards: Iterable<C>,
  limit: number,
  notes: Set<NoteId>,
): readonly C[] {
  const taken: C[] = []
  if (limit <= 0) return taken
  for (const card of cards) {
    if (notes.has(card.noteId)) continue
    notes.add(card.noteId)
    taken.push(card)
    if (taken.length === limit) break
  }
  return taken
}

/** Day by day, so that only the days that are used are read and shuffled: a backlog may be long. */
function* byDueDay<C extends Plannable>(cards: Iterable<C>, seed: number): Generator<C> {
  let day: StudyDay | undefined
  let ofDay: C[] = []
  for (const card of cards) {
    if (card.schedule.phase !== 'review') continue
    if (card.schedule.due !== day) {
      yield* shuffle(ofDay, seed)
      day = card.schedule.due
      ofDay = []
    }
    ofDay.push(card)
  }
  yield* shuffle(ofDay, seed)
}

/** Whether a card is in learning or relearning and its step ends today, or has ended. */
export function isLearnedToday({schedule}: Pick<Card, 'schedule'>, today: StudyDay): boolean {
  if (schedule.phase !== 'learning' && schedule.phase !== 'relearning') return false
  const dueDay = dueDayOf(schedule)
  return dueDay === undefined || dueDay <= today
}

/** By due time, ties by id. */
export function byDueTime(a: Plannable, b: Plannable): number {
  return dueTime(a) - dueTime(b) || (a.id < b.id ? -1 : 1)
}

/** When a card in learning is due; past all time for any other. */
export function dueTime({schedule}: Pick<Card, 'schedule'>): Instant {
  return schedule.phase === 'learning' || schedule.phase === 'relearning'
    ? schedule.due
    : (Number.POSITIVE_INFINITY as Instant)
}

/** The moment as of which a card in learning counts as due when nothing else is left. */
export function learnAheadMoment(moment: Moment, learnAheadMs: number): Moment {
  return {...moment, at: (moment.at + learnAheadMs) as Instant}
}

function withTotal(counts: Omit<Counts, 'total'>): Counts {
  return {total: counts.new + counts.learning + counts.review, ...counts}
}
