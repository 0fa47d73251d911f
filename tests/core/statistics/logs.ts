import fc from 'fast-check'
import type {CardId} from '../../../src/core/card.ts'
import type {Settings} from '../../../src/core/options.ts'
import {RATINGS, type Rating} from '../../../src/core/rating.ts'
import {reviewsInForce} from '../../../src/core/replay.ts'
import type {LogEntry, Review} from '../../../src/core/review-log.ts'
import {NEW, type Schedule} from '../../../src/core/schedule.ts'
import {
  cardNumbers,
  type ReviewRow,
  reviewRowOf,
} from '../../../src/core/statistics/review-tally.ts'
import {
  type DayBoundary,
  type Instant,
  MS_PER_DAY,
  MS_PER_MINUTE,
  momentAt,
  type StudyDay,
} from '../../../src/core/time.ts'
import {logBuilder, optionsOf} from '../../support/makers-schedule.ts'
import {ZONES, zoneOffsets} from '../../support/zones.ts'

/** Somebody’s whole history: the log in order, what stands now, and where they live. */
export interface History {
  /** Those that count, in the order in which they happened. */
  readonly reviews: readonly Review[]
  readonly schedules: ReadonlyMap<CardId, Schedule>
  readonly today: StudyDay
  readonly timeZone: string
}

const step = fc.record({
  card: fc.nat({max: 5}),
  rating: fc.constantFrom<Rating>(...RATINGS, 'good', 'good'),
  durationMs: fc.oneof(fc.nat({max: 60_000}), fc.nat({max: 2_000_000})),
  // Minutes, days, and months in which cards mature.
  gap: fc.oneof(fc.nat({max: 30}), fc.nat({max: 3 * 24 * 60}), fc.nat({max: 60 * 24 * 60})),
  undoes: fc.nat({max: 9}).map(chance => chance === 0),
})

const OPTIONS = optionsOf()

/** Histories over years, in any zone, with reviews taken back. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    steps: fc.array(step, {maxLength: 60, size: 'max'}),
    timeZone: fc.constantFrom<string>(...ZONES),
    rolloverHour: fc.constantFrom<Settings['rolloverHour']>(0, 4, 23),
    start: fc.integer({min: 15_000, max: 20_000}),
  })
  .map(({steps, timeZone, rolloverHour, start}) => {
    const boundary: DayBoundary = {rolloverHour, utcOffsetMinutes: zoneOffsets(timeZone)}
    const log = new Map<CardId, ReturnType<typeof logBuilder>>()
    const schedules = new Map<CardId, Schedule>()
    let at = start * MS_PER_DAY
    for (const {card, rating, durationMs, gap, undoes} of steps) {
      at += gap * MS_PER_MINUTE + 1
      const cardId = `mercury0000${card}.1` as CardId
      const builder = log.get(cardId) ?? logBuilder({default: OPTIONS}, cardId)
      log.set(cardId, builder)
      const before = schedules.get(cardId) ?? NEW
      const moment = momentAt(at as Instant, boundary)
      const after = builder.rate(before, rating, moment)
      const entry = builder.entries.at(-1) as Review
      builder.entries[builder.entries.length - 1] = {...entry, durationMs}
      if (undoes) builder.undo(entry.id, momentAt((at + 1) as Instant, boundary))
      else schedules.set(cardId, after)
    }
    const entries = [...log].flatMap(([cardId, {entries}]) =>
      entries.map((entry): LogEntry => uniqueIn(cardId, entry)),
    )
    const {studyDay} = momentAt((at + MS_PER_DAY) as Instant, boundary)
    return {reviews: reviewsInForce(entries), schedules, today: studyDay, timeZone}
  })

/** The builders of several cards give the same ids. */
function uniqueIn(cardId: CardId, entry: LogEntry): LogEntry {
  const own = <Id extends string>(id: Id) => `${cardId} ${id}` as Id
  return entry.kind === 'undo'
    ? {...entry, id: own(entry.id), voids: own(entry.voids)}
    : {...entry, id: own(entry.id)}
}

/** What the tallies read. */
export function rowsOf(reviews: readonly Review[]): readonly ReviewRow[] {
  const numberOf = cardNumbers()
  return reviews.map(review => reviewRowOf(review, numberOf(review.cardId)))
}
