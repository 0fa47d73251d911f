import type {Review} from '../review-log.ts'
import type {Phase} from '../schedule.ts'
import {dueDayOf} from '../wait.ts'
import {
  type AnswerGroup,
  type AnswersByDay,
  answerKindOf,
  answerTally,
  MATURE_DAYS,
} from './answers.ts'
import {type DeckAnswers, deckAnswerTally} from './deck-answers.ts'
import {type Hour, type HourGroup, hourTally, localHourOf} from './hours.ts'
import {
  ALL_TIME,
  type MemoryContext,
  type MemoryRow,
  type MemoryStatistics,
  memoryTally,
} from './memory-tally.ts'
import {numberList} from './number-list.ts'
import {type Pace, paceTally} from './pace.ts'

/** One review that counts, as statistics read it. */
export interface ReviewRow extends MemoryRow {
  /** Of the learner’s local time, 0–23. */
  readonly hour: number
  /** The phase that the card was in when it was asked. */
  readonly before: Phase
  /** From question to rating; at least 0. */
  readonly durationMs: number
  /** Whether the interval that follows is that of a mature card. */
  readonly leadsToMature: boolean
}

/** All that statistics take from the log. */
export interface ReviewStatistics extends MemoryStatistics {
  readonly byDay: AnswersByDay
  /** By the number of the deck. */
  readonly byDeck: readonly DeckAnswers[]
  /** All 24, from midnight. */
  readonly hours: readonly Hour[]
  readonly pace: Pace
}

/** @param card The card’s number, see `MemoryRow`. */
export function reviewRowOf(review: Review, card: number): ReviewRow {
  const {studyDay, at, utcOffsetMinutes, rating, before, durationMs, after} = review
  const leadsToMature = (dueDayOf(after) ?? studyDay) - studyDay >= MATURE_DAYS
  const hour = localHourOf(at, utcOffsetMinutes)
  return {card, studyDay, hour, rating, before, durationMs, leadsToMature}
}

export interface ReviewContext extends MemoryContext {
  /** The number of the deck that a card is in: whole, from 0, small; all in one if left out. */
  readonly deckOf?: (card: number) => number
}

type Fields = AnswerGroup & HourGroup
type Group = {-readonly [Field in keyof Fields]: Fields[Field]}

/**
 * Everything at once from single reviews, in one pass. See `memoryTally` for the order of rows. Where a day is given to count
 * since, it goes for decks, hours, pace and calibration; answers by day are those of all time.
 */
export function reviewTally(context: ReviewContext) {
  const {since = ALL_TIME, deckOf = () => 0} = context
  const answers = answerTally()
  const decks = deckAnswerTally()
  const hours = hourTally()
  const pace = paceTally()
  const memory = memoryTally(context)
  const isMature = numberList()
  // One object for all rows: a million of them would be garbage.
  const group: Group = {
    ...{studyDay: since, hour: 0, kind: 'new', rating: 'good', answers: 1, durationMs: 0},
  }

  return {
    add(row: ReviewRow): void {
      const {card, studyDay, durationMs} = row
      group.studyDay = studyDay
      group.hour = row.hour
      group.kind = answerKindOf(row.before, isMature.get(card) === 1)
      group.rating = row.rating
      group.durationMs = durationMs
      answers.add(group)
      if (studyDay >= since) {
        hours.add(group)
        pace.add(durationMs)
        decks.add(deckOf(card), group)
      }
      memory.add(row)
      isMature.set(card, row.leadsToMature ? 1 : 0)
    },

    /** To be asked for once, after the last row. */
    statistics(): ReviewStatistics {
      return {
        byDay: answers.byDay(),
        byDeck: decks.byDeck(),
        hours: hours.hours(),
        pace: pace.pace(),
        ...memory.statistics(),
      }
    },
  }
}

/** Numbers for the cards of a log, from 0, in the order in which they are first asked for. */
export function cardNumbers(): (cardId: string) => number {
  const numbers = new Map<string, number>()
  return cardId => {
    const known = numbers.get(cardId)
    if (known !== undefined) return known
    numbers.set(cardId, numbers.size)
    return numbers.size - 1
  }
}
