import type {CardId} from '../card.ts'
import type {SchedulingOptions} from '../options.ts'
import type {Moment, StudyDay} from '../time.ts'
import {sumOf} from './answers.ts'
import type {CardRow} from './card-row.ts'
import {type CardStatistics, cardTally} from './card-tally.ts'
import type {Cards, Dashboard, DashboardScope, Histogram, LeechRow} from './dashboard.ts'
import {activityOf, ratingRows, retentionRows, todayOf} from './dashboard-answers.ts'
import {NO_ANSWERS} from './deck-answers.ts'
import {deckSummaries} from './deck-summaries.ts'
import {type DeckRow, totalOf} from './decks.ts'
import {
  DAY_EDGES,
  DIFFICULTY_EDGES,
  type Distribution,
  histogramOf,
  SHARE_EDGES,
} from './distribution.ts'
import {heatMapOf, heatMapPeriod} from './heat-map.ts'
import {type Knowledge, sampleDays} from './knowledge.ts'
import type {Leech} from './leeches.ts'
import {daysIn, type Period} from './periods.ts'
import {type ReviewRow, type ReviewStatistics, reviewTally} from './review-tally.ts'
import {streaksOf} from './streaks.ts'

/** What a dashboard is built from. */
export interface DashboardInput {
  readonly moment: Moment
  readonly scope: Pick<DashboardScope, 'decks' | 'tags' | 'since'>
  readonly scheduling: Pick<SchedulingOptions, 'parameters' | 'desiredRetention'>
  /** Those of the scope, absent ones too. A review names its card by its place in this list. */
  readonly cards: readonly CardRow[]
  /** No review of these cards is from before this study day. Nothing where there is none. */
  readonly firstDay: StudyDay | undefined
  /** Shows every review that counts, those of one card in the order in which they happened; it may be one object throughout. */
  readonly forEachReview: (visit: (review: ReviewRow) => void) => void
  /** What a card asks; asked for the worst leeches. */
  readonly questionOf: (id: CardId) => string | undefined
}

const KNOWLEDGE_SAMPLES = 60
const NAMED_LEECHES = 50

/**
 * Everything that is shown of progress, in one pass over the cards and one over the log. Reviews of days to come, from a clock that
 * was ahead, are left aside.
 *
 * @throws RangeError where the parameters are not 21 weights in FSRS-6’s ranges.
 */
export function buildDashboard(input: DashboardInput): Dashboard {
  const {moment, scheduling, cards} = input
  const {since} = input.scope
  const today = moment.studyDay
  const ofCards = cardStatistics(input)
  const {byDay, byDeck, ...ofLog} = reviewStatistics(input, ofCards.decks)
  const days = [...byDay.keys()].sort((a, b) => a - b)
  const firstDay = days[0] ?? today
  const period: Period = {from: Math.max(since ?? firstDay, firstDay) as StudyDay, to: today}
  const {due, ...total} = totalOf(ofCards.decks)
  const decks = ofCards.decks.map((deck, index) => ({
    ...deck,
    answers: byDeck[index] ?? NO_ANSWERS,
  }))
  return {
    moment,
    scope: {...input.scope, period},
    desiredRetention: scheduling.desiredRetention,
    today: todayOf(byDay, today, due),
    streaks: streaksOf(days, today),
    heatMap: heatMapOf(byDay, heatMapPeriod(today)),
    forecast: ofCards.forecast,
    activity: activityOf(byDay, period),
    retention: retentionRows(byDay, period, since),
    cards: cardsOf(total, cards.length),
    stability: histogram(ofCards.stability, DAY_EDGES),
    difficulty: histogram(ofCards.difficulty, DIFFICULTY_EDGES),
    retrievability: histogram(ofCards.retrievability, SHARE_EDGES),
    intervals: histogram(ofCards.intervals, DAY_EDGES),
    hours: ofLog.hours,
    ratings: ratingRows(sumOf(byDay, period)),
    time: {...ofLog.pace, studyDays: days.filter(day => day >= period.from).length},
    knowledge: sinceFirst(ofLog.knowledge),
    decks: deckSummaries(decks, input.scope.decks),
    leeches: named(ofCards.leeches, input.questionOf),
    calibration: ofLog.calibration,
  }
}

function cardStatistics({cards, moment, scheduling}: DashboardInput): CardStatistics {
  const tally = cardTally({today: moment.studyDay, parameters: scheduling.parameters})
  for (const card of cards) tally.add(card)
  return tally.statistics()
}

/** @param decks Their places are the numbers of the decks. */
function reviewStatistics(input: DashboardInput, decks: readonly DeckRow[]): ReviewStatistics {
  const {moment, scope, scheduling, cards, firstDay, forEachReview} = input
  const today = moment.studyDay
  const numbers = new Map(decks.map(({deck}, index) => [deck, index]))
  const deckOfCard = Int32Array.from(cards, ({deck}) => numbers.get(deck) as number)
  const isKnown = Uint8Array.from(cards, ({isAbsent}) => (isAbsent ? 0 : 1))
  const from = Math.max(firstDay ?? Number.POSITIVE_INFINITY, scope.since ?? 0) as StudyDay
  const period: Period = {from: Math.min(from, today + 1) as StudyDay, to: today}
  const tally = reviewTally({
    parameters: scheduling.parameters,
    samples: sampleDays(period, Math.min(KNOWLEDGE_SAMPLES, Math.max(1, daysIn(period)))),
    ...(scope.since !== undefined && {since: scope.since}),
    isKnown: card => isKnown[card] === 1,
    deckOf: card => deckOfCard[card] as number,
  })
  forEachReview(review => {
    if (review.studyDay <= today) tally.add(review)
  })
  return tally.statistics()
}

function cardsOf({counts, studied, known}: Omit<DeckRow, 'deck' | 'due'>, cards: number): Cards {
  return {total: cards - counts.absent, counts, studied, known}
}

function histogram(values: Distribution, edges: readonly number[]): Histogram {
  const {mean, median} = values
  return {cards: values.values.length, mean, median, bins: histogramOf(values, edges)}
}

/** From the first day on that something was known. */
function sinceFirst(knowledge: readonly Knowledge[]): readonly Knowledge[] {
  const first = knowledge.findIndex(({studied}) => studied > 0)
  return first === -1 ? [] : knowledge.slice(first)
}

function named(
  leeches: readonly Leech[],
  questionOf: DashboardInput['questionOf'],
): readonly LeechRow[] {
  return leeches.map((leech, index) => ({
    ...leech,
    question: index < NAMED_LEECHES ? questionOf(leech.id) : undefined,
  }))
}
