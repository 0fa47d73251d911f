import type {CardId} from '../../src/core/card.ts'
import {DEFAULT_SETTINGS} from '../../src/core/options.ts'
import {RATINGS} from '../../src/core/rating.ts'
import type {Review} from '../../src/core/review-log.ts'
import {NEW, type Schedule} from '../../src/core/schedule.ts'
import {buildDashboard} from '../../src/core/statistics/build-dashboard.ts'
import type {Dashboard} from '../../src/core/statistics/dashboard.ts'
import {reviewRowOf} from '../../src/core/statistics/review-tally.ts'
import {
  type DayBoundary,
  type Instant,
  MS_PER_DAY,
  MS_PER_MINUTE,
  momentAt,
  parseInstant,
} from '../../src/core/time.ts'
import {logBuilder, optionsOf} from './makers-schedule.ts'
import {seededRandom} from './seeded-random.ts'

const BOUNDARY: DayBoundary = {rolloverHour: 4, utcOffsetMinutes: () => 0}
const NOW = parseInstant('2026-03-02T18:00:00+00:00') as Instant

interface Learner {
  readonly cards?: number
  readonly days?: number
  readonly seed?: number
  /** A deck for each card in turn. */
  readonly decks?: readonly string[]
  readonly question?: (id: CardId) => string
}

/** The dashboard of somebody who has reviewed a few cards on most days, up to a fixed evening. */
export function sampleDashboard({
  cards = 40,
  days = 60,
  seed = 1,
  decks = ['Geography', 'Geography::Rivers', 'Networks'],
  question,
}: Learner = {}): Dashboard {
  const random = seededRandom(String(seed))
  const ids = Array.from(
    {length: cards},
    (_, index) => `venus${String(index).padStart(7, '0')}.1` as CardId,
  )
  const schedules = new Map<CardId, Schedule>()
  const logs = ids.map(id => logBuilder({default: optionsOf()}, id))
  for (let day = days; day >= 0; day -= 1) {
    for (const [index, id] of ids.entries()) {
      if (random() < 0.7 || index > cards * 0.9) continue
      const at = NOW - day * MS_PER_DAY + (index - cards) * MS_PER_MINUTE
      const rating = RATINGS[Math.min(3, Math.floor(random() * 5))] ?? 'good'
      const log = logs[index]
      if (!log) continue
      const moment = momentAt(at as Instant, BOUNDARY)
      schedules.set(id, log.rate(schedules.get(id) ?? NEW, rating, moment))
    }
  }
  const reviews = logs.flatMap(({entries}) => entries as readonly Review[])
  const numbers = new Map(ids.map((id, index) => [id, index]))
  return buildDashboard({
    moment: momentAt(NOW, BOUNDARY),
    scope: {decks: [], tags: [], since: undefined},
    scheduling: DEFAULT_SETTINGS.scheduling,
    cards: ids.map((id, index) => ({
      id,
      deck: decks[index % decks.length] ?? '',
      schedule: schedules.get(id) ?? NEW,
      isAbsent: false,
      isSuspended: false,
    })),
    firstDay: reviews.map(({studyDay}) => studyDay).sort((a, b) => a - b)[0],
    forEachReview: visit => {
      for (const review of reviews) visit(reviewRowOf(review, numbers.get(review.cardId) ?? 0))
    },
    questionOf: id => question?.(id),
  })
}
