import fc from 'fast-check'
import {expect, test} from 'vitest'
import {DEFAULT_PARAMETERS} from '../../../src/core/options.ts'
import {RATINGS} from '../../../src/core/rating.ts'
import type {Review} from '../../../src/core/review-log.ts'
import {
  ANSWER_KINDS,
  type AnswerKind,
  answerKindOf,
  countOf,
  durationOf,
  ratingsOf,
  studyDaysOf,
  sumByPeriod,
  sumOf,
} from '../../../src/core/statistics/answers.ts'
import {sampleDays} from '../../../src/core/statistics/knowledge.ts'
import {
  calendarPeriods,
  lastDays,
  type Period,
  type PeriodUnit,
} from '../../../src/core/statistics/periods.ts'
import {recallRate, retentionOf} from '../../../src/core/statistics/retention.ts'
import {reviewTally} from '../../../src/core/statistics/review-tally.ts'
import {MS_PER_DAY, type StudyDay, studyDayToIso} from '../../../src/core/time.ts'
import {type History, histories, rowsOf} from './logs.ts'

const RUNS = {seed: 5, numRuns: 200}

function statisticsOf({reviews, today}: History) {
  const tally = reviewTally({
    parameters: DEFAULT_PARAMETERS,
    samples: sampleDays(lastDays(today, 1), 1),
  })
  for (const row of rowsOf(reviews)) tally.add(row)
  return tally.statistics()
}

/** The kind of card that a review was of, by looking for the review before. */
function naiveKind(review: Review, reviews: readonly Review[]): AnswerKind {
  if (review.before !== 'review') return review.before
  const earlier = reviews.slice(0, reviews.indexOf(review))
  const last = earlier.findLast(({cardId}) => cardId === review.cardId)
  if (last?.after.phase !== 'review') throw new Error('in review without an interval')
  return last.after.due - last.studyDay >= 21 ? 'mature' : 'young'
}

function naiveKey(day: StudyDay, unit: PeriodUnit): string {
  const iso = studyDayToIso(day)
  if (unit === 'day') return iso
  if (unit === 'month') return iso.slice(0, 7)
  if (unit === 'year') return iso.slice(0, 4)
  const sinceMonday = (new Date(day * MS_PER_DAY).getUTCDay() + 6) % 7
  return studyDayToIso((day - sinceMonday) as StudyDay)
}

test.each([
  {before: 'new', isMature: false, kind: 'new'},
  {before: 'learning', isMature: false, kind: 'learning'},
  {before: 'relearning', isMature: true, kind: 'relearning'},
  {before: 'review', isMature: false, kind: 'young'},
  {before: 'review', isMature: true, kind: 'mature'},
] as const)(
  'an answer in phase $before, mature: $isMature, is of kind $kind',
  ({before, isMature, kind}) => {
    expect(answerKindOf(before, isMature)).toBe(kind)
  },
)

test('answers and their time are counted by day, kind and rating', () => {
  fc.assert(
    fc.property(histories, history => {
      const {byDay} = statisticsOf(history)
      const {reviews} = history
      expect(studyDaysOf(byDay)).toEqual(
        [...new Set(reviews.map(({studyDay}) => studyDay))].sort((a, b) => a - b),
      )
      for (const [day, sum] of byDay) {
        const ofDay = reviews.filter(({studyDay}) => studyDay === day)
        expect(countOf(sum)).toBe(ofDay.length)
        for (const kind of ANSWER_KINDS) {
          const ofKind = ofDay.filter(review => naiveKind(review, reviews) === kind)
          expect(durationOf(sum, [kind])).toBe(
            ofKind.reduce((total, {durationMs}) => total + durationMs, 0),
          )
          for (const rating of RATINGS) {
            expect(ratingsOf(sum, [kind])[rating]).toBe(
              ofKind.filter(review => review.rating === rating).length,
            )
          }
        }
      }
    }),
    RUNS,
  )
})

test.each(['day', 'week', 'month', 'year'] as const)(
  'true retention by %s is that of the reviews that fall into it',
  unit => {
    fc.assert(
      fc.property(histories, history => {
        const {reviews, today} = history
        const from = (reviews[0]?.studyDay ?? today) as StudyDay
        const periods = calendarPeriods({from, to: today}, unit)
        const sums = sumByPeriod(statisticsOf(history).byDay, periods)
        periods.forEach((period, index) => {
          const {young, mature, all} = retentionOf(sums[index] as (typeof sums)[number])
          const inPeriod = reviews.filter(
            ({studyDay, before}) =>
              before === 'review' && naiveKey(studyDay, unit) === naiveKey(period.from, unit),
          )
          const mine = (kind: AnswerKind) =>
            inPeriod.filter(review => naiveKind(review, reviews) === kind)
          expect([young.reviewed, mature.reviewed]).toEqual([
            mine('young').length,
            mine('mature').length,
          ])
          expect(all).toEqual({
            reviewed: inPeriod.length,
            passed: inPeriod.filter(({rating}) => rating !== 'again').length,
          })
        })
        expect(sums.reduce((sum, part) => sum + countOf(part), 0)).toBe(reviews.length)
      }),
      {...RUNS, numRuns: 60},
    )
  },
)

test('the sum over a period leaves out the days before and after', () => {
  fc.assert(
    fc.property(histories, fc.nat({max: 400}), fc.nat({max: 400}), (history, back, days) => {
      const to = (history.today - back) as StudyDay
      const period: Period = {from: (to - days) as StudyDay, to}
      const inside = history.reviews.filter(
        ({studyDay}) => studyDay >= period.from && studyDay <= to,
      )
      const {byDay} = statisticsOf(history)
      expect(countOf(sumOf(byDay, period))).toBe(inside.length)
      expect(sumOf(byDay, period)).toEqual(sumByPeriod(byDay, [period])[0])
      expect(countOf(sumOf(byDay))).toBe(history.reviews.length)
    }),
    RUNS,
  )
})

test('hours and pace are those of the reviews since a day, with their kinds from before', () => {
  fc.assert(
    fc.property(histories, fc.nat({max: 400}), ({reviews, today, timeZone}, back) => {
      const since = (today - back) as StudyDay
      const tally = reviewTally({
        parameters: DEFAULT_PARAMETERS,
        samples: sampleDays(lastDays(today, 1), 1),
        since,
      })
      for (const row of rowsOf(reviews)) tally.add(row)
      const {hours, pace} = tally.statistics()
      const counted = reviews.filter(({studyDay}) => studyDay >= since)
      const clock = new Intl.DateTimeFormat('en-GB', {timeZone, hour: '2-digit', hourCycle: 'h23'})
      for (const {hour, ...counts} of hours) {
        const inHour = counted.filter(({at}) => Number(clock.format(at)) === hour)
        const inReview = inHour.filter(({before}) => before === 'review')
        expect(counts).toEqual({
          answers: inHour.length,
          reviewed: inReview.length,
          passed: inReview.filter(({rating}) => rating !== 'again').length,
        })
      }
      expect(pace.answers).toBe(counted.length)
      expect(pace.durationMs).toBe(counted.reduce((sum, {durationMs}) => sum + durationMs, 0))
    }),
    {...RUNS, numRuns: 100},
  )
})

test.each([
  {recall: {reviewed: 0, passed: 0}, rate: undefined},
  {recall: {reviewed: 4, passed: 3}, rate: 0.75},
  {recall: {reviewed: 4, passed: 0}, rate: 0},
])('$recall.passed of $recall.reviewed passed is a rate of $rate', ({recall, rate}) => {
  expect(recallRate(recall)).toBe(rate)
})
