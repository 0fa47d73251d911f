import type {CardId} from '../../src/core/card.ts'
import {DEFAULT_SETTINGS, type OptionsId, type SchedulingOptions} from '../../src/core/options.ts'
import {RATINGS, type Rating} from '../../src/core/rating.ts'
import type {EntryId, LogEntry, Review, Undo} from '../../src/core/review-log.ts'
import {type MemoryState, NEW, type Schedule} from '../../src/core/schedule.ts'
import {createScheduler} from '../../src/core/scheduler.ts'
import {
  type Instant,
  MINUTES_PER_DAY,
  type Moment,
  MS_PER_DAY,
  MS_PER_MINUTE,
  type StudyDay,
} from '../../src/core/time.ts'

export const CARD = 'mercury00001.1' as CardId

/** A study day on which nothing special happens: 2026-09-14. */
export const TODAY = 20_710 as StudyDay

/** A moment so many minutes after the beginning of a day, in UTC with a rollover at midnight. */
export function momentOf(day: number, minutes = 12 * 60): Moment {
  return {
    at: (day * MS_PER_DAY + minutes * MS_PER_MINUTE) as Instant,
    studyDay: (day + Math.floor(minutes / MINUTES_PER_DAY)) as StudyDay,
    utcOffsetMinutes: 0,
  }
}

/** The options a learner begins with, without fuzz unless asked for. */
export function optionsOf(changes: Partial<SchedulingOptions> = {}): SchedulingOptions {
  return {...DEFAULT_SETTINGS.scheduling, fuzz: false, ...changes}
}

/** A card in review whose last review was on `lastDay`, due on `due`. */
export function inReview(
  memory: MemoryState,
  lastDay: number = TODAY,
  due: number = lastDay + 1,
): Extract<Schedule, {phase: 'review'}> {
  return {
    phase: 'review',
    memory,
    lastReview: momentOf(lastDay).at,
    lastDay: lastDay as StudyDay,
    reps: 3,
    lapses: 0,
    due: due as StudyDay,
  }
}

/** `again`, `hard`, … for the grades 1–4. */
export function ratingOf(grade: number): Rating {
  const rating = RATINGS[grade - 1]
  if (rating === undefined) throw new RangeError(`no rating has the grade ${grade}`)
  return rating
}

/** FSRS-5’s 19 weights as FSRS-6: the same-day exponent is 0, the forgetting curve falls with 0.5. */
export function fromFsrs5(weights: readonly number[]): readonly number[] {
  return [...weights, 0, 0.5]
}

/** The weights with the formulas for several reviews on one day switched off. */
export function withoutSameDay(weights: readonly number[]): readonly number[] {
  return weights.map((weight, index) => (index >= 17 && index <= 19 ? 0 : weight))
}

/** Builds a log as the program does: every entry follows from the schedule that stood before it. */
export function logBuilder(
  byId: Readonly<Record<string, SchedulingOptions>>,
  cardId: CardId = CARD,
) {
  const entries: LogEntry[] = []
  const optionsById = (id: OptionsId): SchedulingOptions => {
    const options = byId[id]
    if (options === undefined) throw new Error(`no options ${id}`)
    return options
  }
  // Ids that sort by nothing useful, so that the order of the log cannot hang on them.
  const nextId = (): EntryId => `${((entries.length + 1) * 7919) % 10_007}` as EntryId

  return {
    entries,
    optionsOf: optionsById,
    /** Rates a card that stands at `before`; the schedule that follows. */
    rate(before: Schedule, rating: Rating, moment: Moment, optionsId = 'default'): Schedule {
      const after = createScheduler(optionsById(optionsId as OptionsId)).review(
        cardId,
        before,
        rating,
        moment,
      )
      const review: Review = {
        kind: 'review',
        id: nextId(),
        cardId,
        at: after.lastReview,
        studyDay: after.lastDay,
        utcOffsetMinutes: moment.utcOffsetMinutes,
        rating,
        durationMs: 4_000,
        optionsId: optionsId as OptionsId,
        before: before.phase,
        after,
      }
      entries.push(review)
      return after
    },
    /** Takes back an entry. */
    undo(voids: EntryId, moment: Moment): EntryId {
      const undo: Undo = {kind: 'undo', id: nextId(), cardId, voids, ...moment}
      entries.push(undo)
      return undo.id
    },
  }
}

/** The schedules along a row of grades, each given when the card is due. */
export function whenDue(grades: readonly number[], options: SchedulingOptions): Schedule[] {
  const scheduler = createScheduler(options)
  const schedules: Schedule[] = []
  let schedule: Schedule = NEW
  let moment = momentOf(TODAY)
  for (const grade of grades) {
    schedule = scheduler.review(CARD, schedule, ratingOf(grade), moment)
    schedules.push(schedule)
    moment =
      schedule.phase === 'review'
        ? momentOf(schedule.due)
        : {...moment, at: (schedule as {due: Instant}).due}
  }
  return schedules
}
