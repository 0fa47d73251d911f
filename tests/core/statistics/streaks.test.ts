import {expect, test} from 'vitest'
import {streaksOf} from '../../../src/core/statistics/streaks.ts'
import type {StudyDay} from '../../../src/core/time.ts'

test.each([
  {days: [], streak: 0},
  {days: [100], streak: 1},
  {days: [98, 99, 100], streak: 3},
  {days: [97, 98, 99], streak: 3},
  {days: [96, 97, 98], streak: 0},
  {days: [90, 91, 99, 100], streak: 2},
  {days: [99, 100, 101], streak: 2},
])('after studying on $days, the streak on day 100 is $streak', ({days, streak}) => {
  expect(streaksOf(days as StudyDay[], 100 as StudyDay).current).toBe(streak)
})
