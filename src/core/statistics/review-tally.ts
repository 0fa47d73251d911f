import type {Review} from '../review-log.ts'
import type {Phase} from '../schedule.ts'
import type {Instant, StudyDay} from '../time.ts'
import {dueDayOf} from '../wait.ts'
import {type AnswersByDay, answerKindOf, answerTally} from './answers.ts'
import {type Hour, hourTally, localHourOf} from './hours.ts'
import type {SampleDays} from './knowledge.ts'
import {ALL_TIME, type MemoryRow, type MemoryStatistics, memoryTally} from './memory-tally.ts'
import {numberList} from './number-list.ts'
import {type Pace, paceTally} from './pace.ts'

/** One review that counts, as statistics read it. */
export interface ReviewRow extends MemoryRow {
  readonly at: Instant
  /** Minutes that the learner’s local time was ahead of UTC. */
  readonly utcOffsetMinutes: number
  /** The phase that the card was in when it was asked. */
  readonly before: Phase
  /** From question to rating; at least 0. */
  readonly durationMs: number
  /** Study days from this review to the day on which the card was due next; 0 at a step of less than a day. */
  readonly intervalDays: number
}

/** All that statistics take from the log. */
export interface ReviewStatistics extends MemoryStatistics {
  readonly byDay: AnswersByDay
  /** All 24, from midnight. */
  readonly hours: readonly Hour[]
  readonly pace: Pace
}

/** @param card The card’s number, see `MemoryRow`. */
export function reviewRowOf(review: Review, card: number): ReviewRow {
  const {studyDay, at, utcOffsetMinutes, rating, before, durationMs, after} = review
  const intervalDays = (dueDayOf(after) ?? studyDay) - studyDay
  return {card, studyDay, at, utcOffsetMinutes, rating, before, durationMs, intervalDays}
}

/**
 * Everything at once from single reviews, in one pass. See `memoryTally` for the order of rows. Where a database
 * aggregates first, the tallies that this one is made of take its groups.
 *
 * @param parameters The 21 weights that predictions and knowledge are computed with.
 * @param since The first study day whose reviews count for hours, pace and calibration. Answers by day are those of all time.
 */
export function reviewTally(
  parameters: readonly number[],
  samples: SampleDays,
  since: StudyDay = ALL_TIME,
) {
  const answers = answerTally()
  const hours = hourTally()
  const pace = paceTally()
  const memory = memoryTally(parameters, samples, since)
  const intervals = numberList()

  return {
    add(row: ReviewRow): void {
      const {card, studyDay, rating, durationMs} = row
      const kind = answerKindOf(row.before, intervals.get(card))
      answers.add({studyDay, kind, rating, answers: 1, durationMs})
      if (studyDay >= since) {
        hours.add({hour: localHourOf(row.at, row.utcOffsetMinutes), kind, rating, answers: 1})
        pace.add(durationMs)
      }
      memory.add(row)
      intervals.set(card, row.intervalDays)
    },

    /** To be asked for once, after the last row. */
    statistics(): ReviewStatistics {
      return {
        byDay: answers.byDay,
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
