import type {Rating} from '../rating.ts'
import type {StudyDay} from '../time.ts'
import {type Calibration, calibrationTally} from './calibration.ts'
import {type Knowledge, knowledgeTally, type SampleDays} from './knowledge.ts'
import {type MutableMemory, memoryModel} from './memory-model.ts'
import {grown} from './number-list.ts'

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

export interface MemoryContext {
  /** The 21 weights; never changed. */
  readonly parameters: readonly number[]
  /** The days on which to estimate what was known. */
  readonly samples: SampleDays
  /** The first study day whose reviews are calibrated; all of them if left out. The memory before it is followed all the same. */
  readonly since?: StudyDay
  /** Whether a card counts among what is known; all do if left out. */
  readonly isKnown?: (card: number) => boolean
}

/** What is kept of each card, side by side: stability (0 before its first review), difficulty, last day, reviews, lapses. */
const FIELDS = 5

/**
 * Follows the memory of every card through the log under one set of parameters, in one pass: what it predicted before
 * each review after at least a day, and what was known on the days of a sample. 40 bytes for a card.
 *
 * Rows of one card are expected in the order in which they happened, and only those that count; rows of other cards may
 * lie between them. A row may be changed and used again once `add` has returned.
 *
 * @throws RangeError where the parameters are not 21 weights in FSRS-6’s ranges.
 */
export function memoryTally({
  parameters,
  samples,
  since = ALL_TIME,
  isKnown = () => true,
}: MemoryContext) {
  const model = memoryModel(parameters)
  const calibration = calibrationTally()
  const knowledge = knowledgeTally(samples, model.retrievability)
  let cards: Float64Array = new Float64Array(1024 * FIELDS)
  let length = 0
  const memory: MutableMemory = {stability: 0, difficulty: 0}
  const prediction = {predicted: 0, recalled: false, elapsedDays: 0, reviews: 0, lapses: 0}
  const field = (at: number) => cards[at] as number

  function hold(at: number, until: number): void {
    if (isKnown(at / FIELDS)) knowledge.hold(field(at), field(at + 2), until)
  }

  /** A card that was reviewed before is reviewed again: what was predicted, and the memory that follows. */
  function reviewAgain({studyDay, rating}: MemoryRow, at: number): void {
    const stability = field(at)
    const elapsedDays = Math.max(0, studyDay - field(at + 2))
    hold(at, studyDay)
    memory.stability = stability
    memory.difficulty = field(at + 1)
    if (elapsedDays === 0) {
      model.follow(memory, 0, rating, 1)
      return
    }
    const predicted = model.retrievability(elapsedDays, stability)
    const recalled = rating !== 'again'
    const reviews = field(at + 3) + 1
    const lapses = field(at + 4)
    if (studyDay >= since) {
      prediction.predicted = predicted
      prediction.recalled = recalled
      prediction.elapsedDays = elapsedDays
      prediction.reviews = reviews
      prediction.lapses = lapses
      calibration.add(prediction)
    }
    cards[at + 3] = reviews
    if (!recalled) cards[at + 4] = lapses + 1
    model.follow(memory, elapsedDays, rating, predicted)
  }

  return {
    add(row: MemoryRow): void {
      const at = row.card * FIELDS
      if (at >= length) {
        length = at + FIELDS
        cards = grown(cards, length)
      }
      if (field(at) === 0) model.begin(memory, row.rating)
      else reviewAgain(row, at)
      cards[at] = memory.stability
      cards[at + 1] = memory.difficulty
      cards[at + 2] = row.studyDay
    },

    /** To be asked for once, after the last row. */
    statistics(): MemoryStatistics {
      for (let at = 0; at < length; at += FIELDS) {
        if (field(at) > 0) hold(at, Number.POSITIVE_INFINITY)
      }
      return {calibration: calibration.calibration(), knowledge: knowledge.knowledge()}
    },
  }
}
