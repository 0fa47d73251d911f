import {expect, test} from 'vitest'
import {type CardRecord, doctorReport, isSameSchedule} from '../../src/core/doctor.ts'
import {LogError} from '../../src/core/replay.ts'
import {NEW, type Schedule} from '../../src/core/schedule.ts'
import {CARD, inReview, logBuilder, momentOf, optionsOf, TODAY} from '../support/makers-schedule.ts'

const OPTIONS = optionsOf()

/** A card with one review, and the schedule that follows from it. */
function reviewedCard() {
  const log = logBuilder({default: OPTIONS})
  const schedule = log.rate(NEW, 'easy', momentOf(TODAY))
  if (schedule.phase !== 'review') throw new Error('expected a card in review')
  const context = {optionsOf: log.optionsOf, parameters: OPTIONS.parameters}
  const examine = (record: Partial<CardRecord>) => {
    const whole = {cardId: CARD, schedule, entries: log.entries}
    // Descriptors, for entries that throw when they are read.
    Object.defineProperties(whole, Object.getOwnPropertyDescriptors(record))
    return doctorReport([whole], [], context)
  }
  return {schedule, examine}
}

test('a schedule that follows from its log is in order', () => {
  expect(reviewedCard().examine({})).toEqual({findings: [], cards: 1, entries: 1})
})

test('a card without reviews is new', () => {
  expect(reviewedCard().examine({schedule: NEW, entries: []}).findings).toEqual([])
})

test('a schedule that does not follow from its log is shown beside the one that does', () => {
  const {schedule, examine} = reviewedCard()
  const stored: Schedule = {...schedule, reps: 2}
  expect(examine({schedule: stored}).findings).toEqual([
    {kind: 'schedule-differs', cardId: CARD, fields: ['reps'], stored, replayed: schedule},
  ])
})

test('a log that cannot be replayed is a finding, not the end', () => {
  const {examine} = reviewedCard()
  const unreadable = {
    get entries(): never {
      throw new LogError('Entry 1 is of no kind')
    },
  }
  expect(examine(unreadable).findings).toEqual([
    {kind: 'unreadable-log', cardId: CARD, message: 'Entry 1 is of no kind'},
  ])
})

test.each([new TypeError('a bug'), Object.assign(new Error('disk'), {code: 'SQLITE_IOERR'})])(
  'what is no fault of the log goes through: %s',
  error => {
    const {examine} = reviewedCard()
    const failing = {
      get entries(): never {
        throw error
      },
    }
    expect(() => examine(failing)).toThrow(error)
  },
)

test('what is wrong with the file is reported with the rest', () => {
  const finding = {kind: 'damaged-file', message: 'row 1 missing from index'} as const
  const context = {optionsOf: () => OPTIONS, parameters: OPTIONS.parameters}
  expect(doctorReport([], [finding], context)).toEqual({findings: [finding], cards: 0, entries: 0})
})

const MEMORY = {stability: 10, difficulty: 5}
const STORED = inReview(MEMORY)

test.each<{name: string; other: Schedule; same: boolean}>([
  {name: 'itself', other: {...STORED}, same: true},
  {
    name: 'another rounding',
    other: {...STORED, memory: {stability: 10 + 5e-9, difficulty: 5}},
    same: true,
  },
  {
    name: 'another stability',
    other: {...STORED, memory: {stability: 10 + 2e-8, difficulty: 5}},
    same: false,
  },
  {
    name: 'another difficulty',
    other: {...STORED, memory: {stability: 10, difficulty: 5.1}},
    same: false,
  },
  {name: 'another due day', other: inReview(MEMORY, TODAY, TODAY + 2), same: false},
  {name: 'another last day', other: inReview(MEMORY, TODAY - 1, TODAY + 1), same: false},
  {name: 'more lapses', other: {...STORED, lapses: 1}, same: false},
  {name: 'a new card', other: NEW, same: false},
  {
    name: 'a card in learning',
    other: {...STORED, phase: 'learning', step: 0, due: momentOf(TODAY).at},
    same: false,
  },
])('$name is the same schedule: $same', ({other, same}) => {
  expect(isSameSchedule(STORED, other)).toBe(same)
  expect(isSameSchedule(other, STORED)).toBe(same)
})
