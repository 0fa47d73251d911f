import type {Card} from './card.ts'
import type {Flag} from './marks.ts'
import type {DeckName} from './note.ts'
import {
  byDueTime,
  type DayBudget,
  learnAheadMoment,
  type Plannable,
  type Queue,
  type QueueContext,
} from './queue.ts'
import {shuffle} from './queue-order.ts'
import {LEECH_LAPSES} from './statistics/leeches.ts'
import {isDue} from './wait.ts'

/** Which cards: those that meet every condition, where a list is met by any of its members. Empty lists ask for nothing. */
export interface CardFilter {
  /** Exactly these, without the decks below them. */
  readonly decks: readonly DeckName[]
  /** Exactly these, of the document or of the learner. */
  readonly tags: readonly string[]
  readonly flags: readonly Flag[]
  /** Only cards that keep being forgotten: `LEECH_LAPSES` lapses or more. */
  readonly leeches: boolean
  /** Only cards of notes that are to be put right. */
  readonly needsFixing: boolean
}

/** What a review was asked for. */
export interface ReviewChoice extends CardFilter {
  /** `cram`: all cards that the filter lets through, due or not, outside the schedule. */
  readonly mode: 'schedule' | 'cram'
  /** Days from today on whose reviews are asked already, however many a day may have; 0 for what is due. */
  readonly aheadDays: number
  /** How many new cards to ask, whatever the daily limit leaves. */
  readonly newCards?: number | undefined
  /** Most cards to ask; a card that comes back counts once. */
  readonly limit?: number | undefined
  /** Minutes after which no further question is asked. */
  readonly minutes?: number | undefined
}

/** Every card. */
export const ANY_CARD: CardFilter = {
  decks: [],
  tags: [],
  flags: [],
  leeches: false,
  needsFixing: false,
}

/** What is due, as the schedule and the daily limits have it. */
export const WHAT_IS_DUE: ReviewChoice = {...ANY_CARD, mode: 'schedule', aheadDays: 0}

/** Whether a filter lets every card through. */
export function isAnyCard({decks, tags, flags, leeches, needsFixing}: CardFilter): boolean {
  return decks.length + tags.length + flags.length === 0 && !leeches && !needsFixing
}

/** Whether a filter lets a card through; the store finds the same cards. */
export function isChosen(
  {deck, tags, marks, schedule}: Pick<Card, 'deck' | 'tags' | 'marks' | 'schedule'>,
  filter: CardFilter,
): boolean {
  const {flag, needsFixing} = marks
  const lapses = schedule.phase === 'new' ? 0 : schedule.lapses
  return (
    (filter.decks.length === 0 || filter.decks.includes(deck)) &&
    (filter.tags.length === 0 || filter.tags.some(tag => tags.includes(tag))) &&
    (filter.flags.length === 0 || (flag !== undefined && filter.flags.includes(flag))) &&
    (!filter.leeches || lapses >= LEECH_LAPSES) &&
    (!filter.needsFixing || needsFixing)
  )
}

/** What the daily limits leave for a choice that may reach beyond them. */
export function budgetFor(
  {newCards, aheadDays}: Pick<ReviewChoice, 'newCards' | 'aheadDays'>,
  budget: DayBudget,
): DayBudget {
  return {
    ...budget,
    newLeft: newCards ?? budget.newLeft,
    reviewsLeft: aheadDays > 0 ? Number.POSITIVE_INFINITY : budget.reviewsLeft,
  }
}

/**
 * The first cards of a queue: learning that may be asked by now, then reviews and new cards, then learning that is due later.
 * @param limit at least 0; nothing for all cards
 */
export function limitQueue<C extends Plannable>(
  {learning, main}: Queue<C>,
  limit: number | undefined,
  {moment, learnAheadMs}: Pick<QueueContext, 'moment' | 'learnAheadMs'>,
): Queue<C> {
  if (limit === undefined) return {learning, main}
  const ahead = learnAheadMoment(moment, learnAheadMs)
  const byDue = learning.toSorted(byDueTime)
  const soon = byDue.filter(({schedule}) => isDue(schedule, ahead)).slice(0, limit)
  const asked = main.slice(0, limit - soon.length)
  const later = byDue
    .filter(({schedule}) => !isDue(schedule, ahead))
    .slice(0, limit - soon.length - asked.length)
  return {learning: [...soon, ...later], main: asked}
}

/** Every card once, in an order that is the same for equal seeds. */
export function cramQueue<C extends Plannable>(cards: readonly C[], seed: number): Queue<C> {
  return {learning: [], main: shuffle(cards, seed)}
}

/** The tags of a list that a name stands for: the tag itself and those below it (`a::b` and `a/b` are below `a`), in any case. */
export function tagsNamed(name: string, tags: Iterable<string>): readonly string[] {
  const folded = name.replace(/^#/, '').toLowerCase()
  return [...tags].filter(tag => {
    const other = tag.toLowerCase()
    return other === folded || other.startsWith(`${folded}::`) || other.startsWith(`${folded}/`)
  })
}
