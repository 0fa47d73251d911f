import {expect, test} from 'vitest'
import {MINUTES_PER_DAY, type StudyDay} from '../../src/core/time.ts'
import {daysAhead} from '../../src/core/week.ts'
import {learningDue, TODAY, utcDayOf} from '../support/ui-cards.ts'

const on = (inDays: number, cards: number) => ({day: (TODAY + inDays) as StudyDay, cards})
const DAYS = {today: TODAY, now: 30, days: 4}

test.each([
  {what: 'nothing', coming: {reviews: [], learning: []}, cards: [30, 0, 0, 0]},
  {
    what: 'reviews; those of today are among what is asked now',
    coming: {reviews: [on(-3, 9), on(0, 8), on(1, 7), on(3, 6), on(4, 5)], learning: []},
    cards: [30, 7, 0, 6],
  },
  {
    what: 'a card in learning whose step ends tomorrow',
    coming: {reviews: [on(1, 7)], learning: [learningDue(16 * 60), learningDue(5)]},
    cards: [30, 8, 0, 0],
  },
  {
    what: 'a card whose step takes two days',
    coming: {
      reviews: [],
      learning: [{...learningDue(0), due: learningDue(2 * MINUTES_PER_DAY - 10).due}],
    },
    cards: [30, 0, 1, 0],
  },
])('the days ahead hold $what', ({coming, cards}) => {
  const days = daysAhead(coming, DAYS, utcDayOf)
  expect(days).toEqual(cards.map((count, index) => on(index, count)))
})
