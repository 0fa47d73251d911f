import type {Card} from './card.ts'
import type {Flag} from './marks.ts'
import type {DeckName} from './note.ts'
import {LEECH_LAPSES} from './statistics/leeches.ts'

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
  /** Days from today on whose reviews are asked already; 0 for what is due. */
  readonly aheadDays: number
  /** Only cards that were never answered. */
  readonly newOnly: boolean
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
export const WHAT_IS_DUE: ReviewChoice = {
  ...ANY_CARD,
  mode: 'schedule',
  aheadDays: 0,
  newOnly: false,
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

/** The part of a queue that a choice asks: new cards alone, or no more than so many; cards in learning come first. */
export function chosenPart<C extends Pick<Card, 'schedule'>>(
  {learning, main}: {readonly learning: readonly C[]; readonly main: readonly C[]},
  {newOnly, limit = Number.POSITIVE_INFINITY}: Pick<ReviewChoice, 'newOnly' | 'limit'>,
): {readonly learning: readonly C[]; readonly main: readonly C[]} {
  const all = newOnly
    ? {learning: [], main: main.filter(({schedule}) => schedule.phase === 'new')}
    : {learning, main}
  const first = all.learning.slice(0, limit)
  return {learning: first, main: all.main.slice(0, limit - first.length)}
}

/** The tags of a list that a name stands for: the tag itself and those below it (`a::b` and `a/b` are below `a`), in any case. */
export function tagsNamed(name: string, tags: Iterable<string>): readonly string[] {
  const folded = name.replace(/^#/, '').toLowerCase()
  return [...tags].filter(tag => {
    const other = tag.toLowerCase()
    return other === folded || other.startsWith(`${folded}::`) || other.startsWith(`${folded}/`)
  })
}
