import {expect, test} from 'vitest'
import {parseSince, type Since, sinceDay} from '../../../src/core/statistics/since.ts'
import {type StudyDay, studyDayFromIso, studyDayToIso} from '../../../src/core/time.ts'

const TODAY = studyDayFromIso('2026-09-14') as StudyDay

test.each([
  {text: '2026-09-01', day: '2026-09-01'},
  {text: '2026-09', day: '2026-09-01'},
  {text: '2025', day: '2025-01-01'},
  {text: 'today', day: '2026-09-14'},
  {text: '1d', day: '2026-09-14'},
  {text: '30d', day: '2026-08-16'},
  {text: '2w', day: '2026-09-01'},
  {text: '1m', day: '2026-08-16'},
  {text: '1y', day: '2025-09-15'},
])('since $text is since $day on 2026-09-14', ({text, day}) => {
  expect(studyDayToIso(sinceDay(parseSince(text) as Since, TODAY))).toBe(day)
})

test.each(['', '0d', '-3d', '3', 'd', '3.5d', '999999d', '2026-02-30', '2026-13', 'yesterdayish'])(
  '%j is no day',
  text => {
    expect(parseSince(text)).toBeUndefined()
  },
)
