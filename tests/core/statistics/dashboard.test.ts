import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {CardId} from '../../../src/core/card.ts'
import type {DeckName} from '../../../src/core/note.ts'
import {DEFAULT_PARAMETERS} from '../../../src/core/options.ts'
import {RATINGS} from '../../../src/core/rating.ts'
import type {Review} from '../../../src/core/review-log.ts'
import {NEW, type Schedule} from '../../../src/core/schedule.ts'
import {retrievability} from '../../../src/core/scheduler.ts'
import type {Dashboard, RetentionSpan} from '../../../src/core/statistics/dashboard.ts'
import type {StudyDay} from '../../../src/core/time.ts'
import {dashboardOf} from '../../support/dashboards.ts'
import {inReview, logBuilder, momentOf, optionsOf, TODAY} from '../../support/makers-schedule.ts'
import {type History, histories} from './logs.ts'

const RUNS = {seed: 17, numRuns: 120}

interface Scene extends History {
  readonly since: StudyDay | undefined
  readonly dashboard: Dashboard
}

const DECKS = ['A', 'A::B', 'a b', 'A::B::C', 'Z', 'A']
const numberOf = (id: CardId) => Number(id.slice(11, 12))
const deckOf = (id: CardId) => DECKS[numberOf(id)] as string
const isAbsent = (id: CardId) => numberOf(id) === 4
const isSuspended = (id: CardId) => numberOf(id) === 5

const scenes: fc.Arbitrary<Scene> = fc
  .record({history: histories, back: fc.option(fc.nat({max: 500}), {nil: undefined})})
  .map(({history, back}) => {
    const since = back === undefined ? undefined : ((history.today - back) as StudyDay)
    const context = {...history, since, deckOf, isAbsent, isSuspended}
    return {...history, since, dashboard: dashboardOf(context)}
  })

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const counted = ({reviews, since}: Scene) =>
  reviews.filter(({studyDay}) => since === undefined || studyDay >= since)
const presentIn = ({schedules}: Scene) => [...schedules].filter(([id]) => !isAbsent(id))
const isPassed = ({rating}: Review) => rating !== 'again'

/** By looking for the review before: how long the interval was that this one ended. */
function isMature(review: Review, reviews: readonly Review[]): boolean {
  const earlier = reviews.slice(0, reviews.indexOf(review))
  const last = earlier.findLast(({cardId}) => cardId === review.cardId)
  return last?.after.phase === 'review' && last.after.due - last.studyDay >= 21
}

function holds(law: (scene: Scene) => void, runs = RUNS) {
  fc.assert(fc.property(scenes, law), runs)
}

test('today, the days and the hours have each answer once', () => {
  holds(scene => {
    const {dashboard, reviews, today} = scene
    const ofToday = reviews.filter(({studyDay}) => studyDay === today)
    expect(dashboard.today).toMatchObject({
      answers: ofToday.length,
      introduced: ofToday.filter(({before}) => before === 'new').length,
      reviewed: ofToday.filter(({before}) => before === 'review').length,
      durationMs: sum(ofToday.map(({durationMs}) => durationMs)),
    })
    const log = counted(scene)
    for (const {day, answers, durationMs} of dashboard.activity) {
      const ofDay = log.filter(({studyDay}) => studyDay === day)
      expect(sum(Object.values(answers))).toBe(ofDay.length)
      expect(durationMs).toBe(sum(ofDay.map(each => each.durationMs)))
    }
    expect(sum(dashboard.activity.map(({answers}) => sum(Object.values(answers))))).toBe(log.length)
    expect(sum(dashboard.hours.map(({answers}) => answers))).toBe(log.length)
    expect(dashboard.time).toMatchObject({
      answers: log.length,
      durationMs: sum(log.map(({durationMs}) => durationMs)),
      studyDays: new Set(log.map(({studyDay}) => studyDay)).size,
    })
  })
})

test('the days are those from the first answer that counts to today, without a gap', () => {
  holds(scene => {
    const {dashboard, reviews, today, since} = scene
    const first = Math.min(today, ...reviews.map(({studyDay}) => studyDay))
    const from = Math.max(first, since ?? first)
    expect(dashboard.scope.period).toEqual({from, to: today})
    expect(dashboard.activity.map(({day}) => day)).toEqual(
      Array.from({length: today - from + 1}, (_, index) => from + index),
    )
  })
})

const DAYS: Readonly<Record<RetentionSpan, number>> = {
  day: 1,
  week: 7,
  month: 30,
  year: 365,
  all: Number.POSITIVE_INFINITY,
}

test('true retention is that of the reviews of each span, young and mature', () => {
  holds(scene => {
    const {dashboard, reviews, today} = scene
    for (const {span, young, mature, all} of dashboard.retention) {
      const inSpan = counted(scene).filter(
        ({studyDay, before}) => before === 'review' && studyDay > today - DAYS[span],
      )
      const ofMature = inSpan.filter(review => isMature(review, reviews))
      expect(all).toEqual({reviewed: inSpan.length, passed: inSpan.filter(isPassed).length})
      expect(mature).toEqual({reviewed: ofMature.length, passed: ofMature.filter(isPassed).length})
      expect(young.reviewed).toBe(inSpan.length - ofMature.length)
    }
  })
})

test('rating buttons are counted by the kind of card', () => {
  holds(scene => {
    const {dashboard, reviews} = scene
    const log = counted(scene)
    for (const {kind, ratings} of dashboard.ratings) {
      const ofKind = log.filter(review => {
        if (review.before !== 'review') return kind === 'learning'
        return kind === (isMature(review, reviews) ? 'mature' : 'young')
      })
      for (const rating of RATINGS) {
        expect(ratings[rating]).toBe(ofKind.filter(each => each.rating === rating).length)
      }
    }
  })
})

test('the streak and the calendar are those of the whole log, whatever the day to count since', () => {
  holds(({dashboard, reviews, today}) => {
    const days = new Set(reviews.map(({studyDay}) => studyDay))
    let current = days.has(today) || !days.has((today - 1) as StudyDay) ? 0 : 1
    const end = today - current
    current = 0
    while (days.has((end - current) as StudyDay)) current += 1
    expect(dashboard.streaks).toMatchObject({current, studyDays: days.size})
    for (const each of dashboard.heatMap.weeks.flat()) {
      if (each === undefined) continue
      expect(each.answers).toBe(reviews.filter(({studyDay}) => studyDay === each.day).length)
    }
  })
})

test('cards are counted once each, and decks together with the decks below them', () => {
  holds(scene => {
    const {dashboard, schedules} = scene
    const present = presentIn(scene)
    expect(dashboard.cards.total).toBe(present.length)
    expect(dashboard.cards.counts.absent).toBe(schedules.size - present.length)
    const log = counted(scene)
    for (const {deck, depth, name, counts, answers, durationMs, retention} of dashboard.decks) {
      const isWithin = (id: CardId) => `${deckOf(id)}::`.startsWith(`${deck}::`)
      expect(sum(Object.values(counts))).toBe([...schedules.keys()].filter(isWithin).length)
      const ofDeck = log.filter(({cardId}) => isWithin(cardId))
      expect(answers).toBe(ofDeck.length)
      expect(durationMs).toBe(sum(ofDeck.map(each => each.durationMs)))
      const reviewed = ofDeck.filter(({before}) => before === 'review')
      expect(retention.all).toEqual({
        reviewed: reviewed.length,
        passed: reviewed.filter(isPassed).length,
      })
      expect([depth, name]).toEqual([deck.split('::').length - 1, deck.split('::').at(-1)])
    }
    const order = ['A', 'A::B', 'A::B::C', 'a b', 'Z']
    const names = dashboard.decks.map(({deck}) => deck)
    expect(names).toEqual(order.filter(deck => (names as string[]).includes(deck)))
  })
})

test('what is known today is the end of the line, and leaves absent cards aside', () => {
  holds(scene => {
    const {dashboard, today, reviews} = scene
    const chances = presentIn(scene).flatMap(([, schedule]) =>
      schedule.phase === 'new'
        ? []
        : [retrievability(schedule.memory, today - schedule.lastDay, DEFAULT_PARAMETERS)],
    )
    expect(dashboard.cards.studied).toBe(chances.length)
    expect(dashboard.cards.known).toBeCloseTo(sum(chances), 4)
    const last = dashboard.knowledge.at(-1)
    if (chances.length === 0) {
      expect(last).toBeUndefined()
      return
    }
    expect(last?.day).toBe(today)
    expect(last?.studied).toBe(chances.length)
    expect(last?.known).toBeCloseTo(sum(chances), 4)
    expect(dashboard.knowledge.length).toBeLessThanOrEqual(60)
    const first = dashboard.knowledge[0]
    expect(first?.day).toBeGreaterThanOrEqual(Math.min(...reviews.map(({studyDay}) => studyDay)))
  })
})

test('only the chosen decks are listed, with those below them', () => {
  holds(({schedules, reviews, today}) => {
    const chosen = ['A::B' as DeckName]
    const {decks} = dashboardOf({schedules, reviews, today, deckOf, decks: chosen})
    expect(decks.every(({deck}) => deck === 'A::B' || deck === 'A::B::C')).toBe(true)
  })
})

test('an answer of a day to come counts nowhere', () => {
  const log = logBuilder({default: optionsOf()})
  const first = log.rate(NEW, 'easy', momentOf(TODAY))
  log.rate(first, 'good', momentOf(TODAY + 30))
  const reviews = log.entries as readonly Review[]
  const schedules = new Map<CardId, Schedule>([[reviews[0]?.cardId as CardId, first]])
  const {time, hours, calibration, activity} = dashboardOf({reviews, schedules, today: TODAY})
  expect(time.answers).toBe(1)
  expect(sum(hours.map(({answers}) => answers))).toBe(1)
  expect(calibration.reviews).toBe(0)
  expect(activity).toHaveLength(1)
})

test('an empty collection has a figure for everything', () => {
  const {activity, knowledge, decks, leeches, calibration, cards, scope} = dashboardOf({
    today: TODAY,
  })
  expect(scope.period).toEqual({from: TODAY, to: TODAY})
  expect(activity).toEqual([
    {day: TODAY, answers: {new: 0, learning: 0, young: 0, mature: 0, relearning: 0}, durationMs: 0},
  ])
  expect([knowledge, decks, leeches]).toEqual([[], [], []])
  expect(calibration.reviews).toBe(0)
  expect(cards).toMatchObject({total: 0, studied: 0, known: 0})
})

test('one review by hand: a card rated good, ten days later again', () => {
  const log = logBuilder({default: optionsOf({learningSteps: []})})
  const first = log.rate(NEW, 'good', momentOf(TODAY - 10, 8 * 60))
  const second = log.rate(first, 'again', momentOf(TODAY, 20 * 60))
  const reviews = log.entries as readonly Review[]
  const schedules = new Map<CardId, Schedule>([[reviews[0]?.cardId as CardId, second]])
  const dashboard = dashboardOf({reviews, schedules, today: TODAY})
  // S₀(good) = 2.3065, and R = (1 + k·10/S)^−0.1542 with k = 0.9^(−1/0.1542) − 1
  const chance = (1 + ((0.9 ** (-1 / 0.1542) - 1) * 10) / 2.3065) ** -0.1542
  expect(dashboard.calibration).toMatchObject({reviews: 1, recalled: 0})
  expect(dashboard.calibration.predicted).toBeCloseTo(chance, 9)
  expect(dashboard.calibration.logLoss).toBeCloseTo(-Math.log(1 - chance), 9)
  expect(dashboard.calibration.rmseBins).toBeCloseTo(chance, 9)
  expect(dashboard.today).toMatchObject({answers: 1, reviewed: 1, introduced: 0})
  expect(dashboard.hours[8]).toMatchObject({answers: 1, reviewed: 0})
  expect(dashboard.hours[20]).toMatchObject({answers: 1, reviewed: 1, passed: 0})
  expect(dashboard.time).toMatchObject({answers: 2, durationMs: 8_000, studyDays: 2})
  expect(dashboard.streaks).toEqual({current: 1, longest: 1, studyDays: 2})
  expect(dashboard.knowledge[0]).toEqual({day: TODAY - 10, known: 1, studied: 1})
})

test('the worst leeches are named by their questions', () => {
  const schedules = new Map<CardId, Schedule>(
    Array.from({length: 60}, (_, index) => [
      `card${String(index).padStart(8, '0')}.1` as CardId,
      {...inReview({stability: 1, difficulty: 9}), lapses: 8 + index},
    ]),
  )
  const {leeches} = dashboardOf({schedules, today: TODAY})
  expect(leeches).toHaveLength(60)
  expect(leeches[0]?.question).toBe('What is card00000059.1?')
  expect(leeches.filter(({question}) => question !== undefined)).toHaveLength(50)
})
