import type {CardId} from '../card.ts'
import type {MemoryState, Schedule} from '../schedule.ts'
import type {StudyDay} from '../time.ts'
import {dueDayOf} from '../wait.ts'
import {MATURE_DAYS} from './answers.ts'

/** A card as statistics read it. */
export interface CardRow {
  readonly id: CardId
  readonly deck: string
  readonly schedule: Schedule
  /** In no source any more. */
  readonly isAbsent: boolean
  /** Kept back by the learner: not asked. */
  readonly isSuspended: boolean
}

/** The one state that a card is counted in: absent before suspended before the phases; cards in review by their interval. */
export const CARD_STATES = [
  'new',
  'learning',
  'relearning',
  'young',
  'mature',
  'suspended',
  'absent',
] as const

export type CardState = (typeof CARD_STATES)[number]

/** What statistics ask of a card, worked out once. */
export interface CardFacts {
  readonly id: CardId
  readonly deck: string
  readonly state: CardState
  /** Nothing for a new card, as all that follows. */
  readonly memory: MemoryState | undefined
  /** Chance of recall today, 0–1. */
  readonly retrievability: number | undefined
  /** Days from the last review to the due day; of cards in review alone, at least 1 as a rule. */
  readonly intervalDays: number | undefined
  /** The study day that the card is due on. A step of less than a day counts for the day of the last review. */
  readonly dueDay: StudyDay | undefined
  /** 0 for a new card. */
  readonly lapses: number
}

/** @param retrievability After so many study days at a stability in days; see `forgettingCurve`. */
export function cardFactsOf(
  card: CardRow,
  today: StudyDay,
  retrievability: (elapsedDays: number, stability: number) => number,
): CardFacts {
  const {id, deck, schedule} = card
  const intervalDays =
    schedule.phase === 'review' ? Math.max(0, schedule.due - schedule.lastDay) : undefined
  const state = stateOf(card, intervalDays)
  if (schedule.phase === 'new') {
    const nothing = undefined
    return {
      id,
      deck,
      state,
      memory: nothing,
      retrievability: nothing,
      intervalDays,
      dueDay: nothing,
      lapses: 0,
    }
  }
  const {memory, lastDay, lapses} = schedule
  return {
    id,
    deck,
    state,
    memory,
    retrievability: retrievability(Math.max(0, today - lastDay), memory.stability),
    intervalDays,
    dueDay: dueDayOf(schedule) ?? lastDay,
    lapses,
  }
}

function stateOf(card: CardRow, intervalDays: number | undefined): CardState {
  if (card.isAbsent) return 'absent'
  if (card.isSuspended) return 'suspended'
  const {phase} = card.schedule
  if (phase !== 'review') return phase
  return (intervalDays ?? 0) < MATURE_DAYS ? 'young' : 'mature'
}
