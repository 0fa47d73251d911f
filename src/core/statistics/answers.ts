import {RATINGS, type Rating} from '../rating.ts'
import type {Phase} from '../schedule.ts'
import type {StudyDay} from '../time.ts'
import {indexOfPeriod, type Period} from './periods.ts'

/**
 * What kind of card an answer was given to. Cards in review are young or mature by the interval that led to the
 * answer, as in Anki’s statistics.
 */
export const ANSWER_KINDS = ['new', 'learning', 'young', 'mature', 'relearning'] as const

export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** Days from which on an interval is called mature. */
export const MATURE_DAYS = 21

/** @param isMature Whether the interval before the answer was that of a mature card; read for cards in review alone. */
export function answerKindOf(before: Phase, isMature: boolean): AnswerKind {
  if (before !== 'review') return before
  return isMature ? 'mature' : 'young'
}

/** Answers of one study day that are alike: one answer, or a row of an aggregate. */
export interface AnswerGroup {
  readonly studyDay: StudyDay
  readonly kind: AnswerKind
  readonly rating: Rating
  /** How many; at least 0. */
  readonly answers: number
  /** From question to rating, all of them together. */
  readonly durationMs: number
}

/** How many answers of each kind and rating, and the time that they took. */
export interface AnswerSum {
  readonly answers: Readonly<Record<AnswerKind, Readonly<Record<Rating, number>>>>
  readonly durationMs: Readonly<Record<AnswerKind, number>>
}

/** Every study day with an answer, in any order. */
export type AnswersByDay = ReadonlyMap<StudyDay, AnswerSum>

interface MutableSum {
  readonly answers: Record<AnswerKind, Record<Rating, number>>
  readonly durationMs: Record<AnswerKind, number>
}

/** Counts answers by study day, in one pass, in any order. */
export function answerTally() {
  /** Of each day: answers by kind and rating, then milliseconds by kind. */
  const days = new Map<StudyDay, Float64Array>()
  return {
    add({studyDay, kind, rating, answers, durationMs}: AnswerGroup): void {
      if (answers === 0) return
      let counts = days.get(studyDay)
      if (counts === undefined) {
        counts = new Float64Array(DAY_FIELDS)
        days.set(studyDay, counts)
      }
      const place = placeOfKind(kind)
      const at = place * RATINGS.length + placeOfRating(rating)
      counts[at] = (counts[at] as number) + answers
      counts[ANSWER_FIELDS + place] = (counts[ANSWER_FIELDS + place] as number) + durationMs
    },

    byDay(): AnswersByDay {
      return new Map([...days].map(([day, counts]) => [day, sumFrom(counts)]))
    },
  }
}

const ANSWER_FIELDS = ANSWER_KINDS.length * RATINGS.length
const DAY_FIELDS = ANSWER_FIELDS + ANSWER_KINDS.length

function sumFrom(counts: Float64Array): AnswerSum {
  const sum = emptySum()
  ANSWER_KINDS.forEach((kind, place) => {
    RATINGS.forEach((rating, index) => {
      sum.answers[kind][rating] = counts[place * RATINGS.length + index] as number
    })
    sum.durationMs[kind] = counts[ANSWER_FIELDS + place] as number
  })
  return sum
}

/** In `ANSWER_KINDS`, without looking it up: a million answers ask. */
function placeOfKind(kind: AnswerKind): number {
  switch (kind) {
    case 'new':
      return 0
    case 'learning':
      return 1
    case 'young':
      return 2
    case 'mature':
      return 3
    case 'relearning':
      return 4
  }
}

/** In `RATINGS`. */
function placeOfRating(rating: Rating): number {
  switch (rating) {
    case 'again':
      return 0
    case 'hard':
      return 1
    case 'good':
      return 2
    case 'easy':
      return 3
  }
}

/** What was answered in each of the periods, which ascend and do not overlap. */
export function sumByPeriod(byDay: AnswersByDay, periods: readonly Period[]): readonly AnswerSum[] {
  const sums = periods.map(emptySum)
  for (const [day, answers] of byDay) {
    const sum = sums[indexOfPeriod(periods, day)]
    if (sum !== undefined) addTo(sum, answers)
  }
  return sums
}

/** What was answered in a period, or in all time. */
export function sumOf(byDay: AnswersByDay, period?: Period): AnswerSum {
  const sum = emptySum()
  for (const [day, answers] of byDay) {
    if (period === undefined || (day >= period.from && day <= period.to)) addTo(sum, answers)
  }
  return sum
}

/** How many answers, of all kinds or of some. */
export function countOf({answers}: AnswerSum, kinds: readonly AnswerKind[] = ANSWER_KINDS): number {
  let count = 0
  for (const kind of kinds) {
    const {again, hard, good, easy} = answers[kind]
    count += again + hard + good + easy
  }
  return count
}

/** How often each rating was given, over all kinds or over some. */
export function ratingsOf(
  {answers}: AnswerSum,
  kinds: readonly AnswerKind[] = ANSWER_KINDS,
): Readonly<Record<Rating, number>> {
  const ratings = {again: 0, hard: 0, good: 0, easy: 0}
  for (const kind of kinds) addRatings(ratings, answers[kind])
  return ratings
}

/** Milliseconds from question to rating, over all kinds or over some. */
export function durationOf(
  {durationMs}: AnswerSum,
  kinds: readonly AnswerKind[] = ANSWER_KINDS,
): number {
  return kinds.reduce((sum, kind) => sum + durationMs[kind], 0)
}

/** Every study day with an answer, ascending. */
export function studyDaysOf(byDay: AnswersByDay): readonly StudyDay[] {
  return [...byDay.keys()].sort((a, b) => a - b)
}

function addTo(sum: MutableSum, {answers, durationMs}: AnswerSum): void {
  for (const kind of ANSWER_KINDS) {
    addRatings(sum.answers[kind], answers[kind])
    sum.durationMs[kind] += durationMs[kind]
  }
}

function addRatings(sum: Record<Rating, number>, ratings: Readonly<Record<Rating, number>>): void {
  sum.again += ratings.again
  sum.hard += ratings.hard
  sum.good += ratings.good
  sum.easy += ratings.easy
}

function emptySum(): MutableSum {
  const none = () => ({again: 0, hard: 0, good: 0, easy: 0})
  return {
    answers: {new: none(), learning: none(), young: none(), mature: none(), relearning: none()},
    durationMs: {new: 0, learning: 0, young: 0, mature: 0, relearning: 0},
  }
}
