import type {CardId} from '../../src/core/card.ts'
import type {DeckName} from '../../src/core/note.ts'
import {DEFAULT_PARAMETERS} from '../../src/core/options.ts'
import type {Review} from '../../src/core/review-log.ts'
import type {Schedule} from '../../src/core/schedule.ts'
import {buildDashboard} from '../../src/core/statistics/build-dashboard.ts'
import type {CardRow} from '../../src/core/statistics/card-row.ts'
import type {Dashboard} from '../../src/core/statistics/dashboard.ts'
import {reviewRowOf} from '../../src/core/statistics/review-tally.ts'
import type {StudyDay} from '../../src/core/time.ts'
import {momentOf} from './makers-schedule.ts'

/** What a dashboard of a test is about; all else is as it is with a learner who has set nothing. */
export interface DashboardCase {
  readonly reviews?: readonly Review[]
  readonly schedules?: ReadonlyMap<CardId, Schedule>
  readonly today: StudyDay
  readonly since?: StudyDay | undefined
  readonly decks?: readonly DeckName[]
  readonly deckOf?: (id: CardId) => string
  readonly isAbsent?: (id: CardId) => boolean
  readonly isSuspended?: (id: CardId) => boolean
  readonly parameters?: readonly number[]
}

/** A dashboard of these cards and reviews. */
export function dashboardOf({
  reviews = [],
  schedules = new Map(),
  today,
  since,
  decks = [],
  deckOf = () => 'Deck',
  isAbsent = () => false,
  isSuspended = () => false,
  parameters = DEFAULT_PARAMETERS,
}: DashboardCase): Dashboard {
  const cards = [...schedules].map(([id, schedule]): CardRow => {
    return {id, schedule, deck: deckOf(id), isAbsent: isAbsent(id), isSuspended: isSuspended(id)}
  })
  const numbers = new Map(cards.map(({id}, index) => [id, index]))
  const days = reviews.map(({studyDay}) => studyDay)
  return buildDashboard({
    moment: momentOf(today),
    scope: {decks, tags: [], since},
    scheduling: {parameters, desiredRetention: 0.9},
    cards,
    firstDay: days.length === 0 ? undefined : (Math.min(...days) as StudyDay),
    forEachReview: visit => {
      for (const review of reviews) {
        visit(reviewRowOf(review, numbers.get(review.cardId) as number))
      }
    },
    questionOf: id => `What is ${id}?`,
  })
}
