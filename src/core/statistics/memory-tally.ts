import type {Rating} from '../rating.ts'
import type {MemoryState} from '../schedule.ts'
import {memoryAfter} from '../scheduler.ts'
import type {StudyDay} from '../time.ts'
import {type Calibration, calibrationTally} from './calibration.ts'
import {forgettingCurve} from './forgetting-curve.ts'
import {type Knowledge, knowledgeTally, type SampleDays} from './knowledge.ts'
import {numberList} from './number-list.ts'

/** What the memory of a card depends on. */
export interface MemoryRow {
  /** The card’s number: whole, from 0, small, the same for each of its reviews. */
  readonly card: number
  readonly studyDay: StudyDay
  readonly rating: Rating
}

/** What parameters make of a log. */
export interface MemoryStatistics {
  readonly calibration: Calibration
  readonly knowledge: readonly Knowledge[]
}

/** Before any study day. */
export const ALL_TIME = Number.NEGATIVE_INFINITY as StudyDay

/**
 * Follows the memory of every card through the log under one set of parameters, in one pass: what it predicted before
 * each review after at least a day, and what was known on the days of a sample. 40 bytes for a card.
 *
 * Rows of one card are expected in the order in which they happened, and only those that count; rows of other cards may
 * lie between them. A row may be changed and used again once `add` has returned.
 *
 * @param parameters The 21 weights; never changed.
 * @param since The first study day whose reviews are calibrated; the memory before it is followed all the same.
 */
export function memoryTally(
  parameters: readonly number[],
  samples: SampleDays,
  since: StudyDay = ALL_TIME,
) {
  const calibration = calibrationTally()
  const curve = forgettingCurve(parameters)
  const knowledge = knowledgeTally(samples, curve)
  const stabilities = numberList()
  const difficulties = numberList()
  const lastDays = numberList()
  const reviewCounts = numberList()
  const lapseCounts = numberList()

  /** A card that was reviewed before is reviewed again: what was predicted, and the memory that follows. */
  function reviewAgain({card, studyDay, rating}: MemoryRow, stability: number): MemoryState {
    const lastDay = lastDays.get(card)
    const elapsedDays = Math.max(0, studyDay - lastDay)
    const predicted = curve(elapsedDays, stability)
    knowledge.hold(stability, lastDay, studyDay)
    if (elapsedDays >= 1) {
      const recalled = rating !== 'again'
      const reviews = reviewCounts.get(card) + 1
      const lapses = lapseCounts.get(card)
      if (studyDay >= since) {
        calibration.add({predicted, recalled, elapsedDays, reviews, lapses})
      }
      reviewCounts.set(card, reviews)
      if (!recalled) lapseCounts.set(card, lapses + 1)
    }
    const memory = {stability, difficulty: difficulties.get(card)}
    return memoryAfter(memory, elapsedDays, rating, parameters, predicted)
  }

  return {
    add(row: MemoryRow): void {
      const {card, studyDay, rating} = row
      const stability = stabilities.get(card)
      const after =
        stability === 0
          ? memoryAfter(undefined, 0, rating, parameters)
          : reviewAgain(row, stability)
      stabilities.set(card, after.stability)
      difficulties.set(card, after.difficulty)
      lastDays.set(card, studyDay)
    },

    /** To be asked for once, after the last row. */
    statistics(): MemoryStatistics {
      for (let card = 0; card < stabilities.length(); card += 1) {
        const stability = stabilities.get(card)
        if (stability > 0) knowledge.hold(stability, lastDays.get(card), Number.POSITIVE_INFINITY)
      }
      return {calibration: calibration.calibration(), knowledge: knowledge.knowledge()}
    },
  }
}
