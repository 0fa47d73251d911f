import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  type DayBoundary,
  formatInstant,
  type Instant,
  MS_PER_DAY,
  MS_PER_HOUR,
  momentAt,
  parseInstant,
  type StudyDay,
  startOfStudyDay,
  studyDayFromIso,
  studyDayOf,
  studyDayToIso,
} from '../../src/core/time.ts'
import {ZONES, zoneOffsets} from '../support/zones.ts'

const offsets = new Map(ZONES.map(zone => [zone as string, zoneOffsets(zone)]))

function boundaryOf(zone: string, rolloverHour = 4): DayBoundary {
  return {rolloverHour, utcOffsetMinutes: offsets.get(zone) ?? zoneOffsets(zone)}
}

function at(iso: string): Instant {
  const instant = parseInstant(iso)
  if (instant === undefined) throw new Error(`no instant: ${iso}`)
  return instant
}

function day(iso: string): StudyDay {
  const studyDay = studyDayFromIso(iso)
  if (studyDay === undefined) throw new Error(`no date: ${iso}`)
  return studyDay
}

const someInstant = fc
  .integer({min: at('1990-01-01T00:00Z'), max: at('2037-01-01T00:00Z')})
  .map(ms => ms as Instant)
const someDay = fc.integer({min: 7305, max: 24_470}).map(n => n as StudyDay)
const someBoundary = fc
  .record({zone: fc.constantFrom(...ZONES), rolloverHour: fc.integer({min: 0, max: 23})})
  .map(({zone, rolloverHour}) => boundaryOf(zone, rolloverHour))

describe('study days', () => {
  test.each([
    {zone: 'UTC', rollover: 4, instant: '2026-09-14T03:59:59.999Z', date: '2026-09-13'},
    {zone: 'UTC', rollover: 4, instant: '2026-09-14T04:00Z', date: '2026-09-14'},
    {zone: 'UTC', rollover: 0, instant: '2026-09-14T00:00Z', date: '2026-09-14'},
    {zone: 'UTC', rollover: 23, instant: '2026-09-14T22:59Z', date: '2026-09-13'},
    {zone: 'Australia/Sydney', rollover: 4, instant: '2026-09-14T09:00+10:00', date: '2026-09-14'},
    {zone: 'Australia/Sydney', rollover: 4, instant: '2026-09-15T03:30+10:00', date: '2026-09-14'},
    {zone: 'Asia/Kathmandu', rollover: 4, instant: '2026-09-14T04:00+05:45', date: '2026-09-14'},
    {zone: 'America/New_York', rollover: 4, instant: '2026-03-08T03:59-04:00', date: '2026-03-07'},
    {zone: 'UTC', rollover: 4, instant: '1969-12-31T12:00Z', date: '1969-12-31'},
  ])('$instant in $zone with rollover $rollover is $date', ({zone, rollover, instant, date}) => {
    const moment = momentAt(at(instant), boundaryOf(zone, rollover))
    expect(studyDayToIso(moment.studyDay)).toBe(date)
    expect(moment.studyDay).toBe(studyDayOf(at(instant), boundaryOf(zone, rollover)))
    expect(moment.at).toBe(at(instant))
  })

  test('a moment keeps the offset that the learner had', () => {
    expect(
      momentAt(at('2026-09-14T09:00+05:45'), boundaryOf('Asia/Kathmandu')).utcOffsetMinutes,
    ).toBe(345)
    expect(momentAt(at('2026-09-14T09:00Z'), boundaryOf('America/St_Johns')).utcOffsetMinutes).toBe(
      -150,
    )
  })

  test.each([
    {what: 'a gap before the rollover hour', zone: 'Europe/Berlin', rollover: 4, on: '2026-03-29'},
    {what: 'a gap over the rollover hour', zone: 'Europe/Berlin', rollover: 2, on: '2026-03-29'},
    {what: 'an overlap before it', zone: 'Europe/Berlin', rollover: 4, on: '2026-10-25'},
    {what: 'an overlap over it', zone: 'Europe/Berlin', rollover: 2, on: '2026-10-25'},
    {what: 'a gap at midnight', zone: 'America/Havana', rollover: 0, on: '2026-03-08'},
    {what: 'an overlap at midnight', zone: 'America/Havana', rollover: 0, on: '2026-11-01'},
    {what: 'half an hour', zone: 'Australia/Lord_Howe', rollover: 2, on: '2026-04-05'},
  ])('$what ($zone, $on) makes no day more and none less', ({zone, rollover, on}) => {
    const boundary = boundaryOf(zone, rollover)
    const middle = day(on)
    const starts = [-1, 0, 1, 2].map(n => startOfStudyDay((middle + n) as StudyDay, boundary))
    expect(starts.map(start => studyDayOf(start, boundary) - middle)).toEqual([-1, 0, 1, 2])
    const noonToNoon = [-1, 0, 1].map(
      n => studyDayOf((at(`${on}T12:00Z`) + n * MS_PER_DAY) as Instant, boundary) - middle,
    )
    expect(noonToNoon).toEqual([-1, 0, 1])
  })

  test('the day of the change lasts 23 or 25 hours', () => {
    const boundary = boundaryOf('Europe/Berlin')
    const hours = (date: string): number =>
      (startOfStudyDay((day(date) + 1) as StudyDay, boundary) -
        startOfStudyDay(day(date), boundary)) /
      MS_PER_HOUR
    expect([hours('2026-03-28'), hours('2026-07-01'), hours('2026-10-24')]).toEqual([23, 24, 25])
  })

  test.each([
    // 02:00 is skipped: the day begins with 03:00 summer time.
    {zone: 'Europe/Berlin', rollover: 2, date: '2026-03-29', start: '2026-03-29T03:00:00+02:00'},
    // 02:00 comes twice: the day begins with the first.
    {zone: 'Europe/Berlin', rollover: 2, date: '2026-10-25', start: '2026-10-25T02:00:00+02:00'},
    {zone: 'Antarctica/Troll', rollover: 2, date: '2026-10-25', start: '2026-10-25T02:00:00+02:00'},
    // Samoa left out 30 December 2011: of that study day only the night before the 31st remains.
    {zone: 'Pacific/Apia', rollover: 4, date: '2011-12-30', start: '2011-12-31T00:00:00+14:00'},
    {zone: 'Pacific/Apia', rollover: 4, date: '2011-12-31', start: '2011-12-31T04:00:00+14:00'},
  ])('in $zone, $date begins at $start', ({zone, rollover, date, start}) => {
    const boundary = boundaryOf(zone, rollover)
    const instant = startOfStudyDay(day(date), boundary)
    expect(formatInstant(instant, boundary.utcOffsetMinutes(instant))).toBe(start)
  })

  test('a day that a zone left out altogether begins where the next one does', () => {
    const boundary = boundaryOf('Pacific/Apia', 0)
    const [left, next] = [day('2011-12-30'), day('2011-12-31')]
    expect(startOfStudyDay(left, boundary)).toBe(startOfStudyDay(next, boundary))
  })

  test('the start of a study day is the first instant that belongs to it', () => {
    fc.assert(
      fc.property(someDay, someBoundary, (studyDay, boundary) => {
        const start = startOfStudyDay(studyDay, boundary)
        fc.pre(studyDay !== day('2011-12-30'))
        expect(studyDayOf(start, boundary)).toBe(studyDay)
        expect(studyDayOf((start - 1) as Instant, boundary)).toBeLessThan(studyDay)
      }),
      {numRuns: 2_000, seed: 1},
    )
  })

  test('every instant lies between the start of its study day and that of the next', () => {
    fc.assert(
      fc.property(someInstant, someBoundary, (instant, boundary) => {
        const studyDay = studyDayOf(instant, boundary)
        expect(startOfStudyDay(studyDay, boundary)).toBeLessThanOrEqual(instant)
        // An overlap of two hours (Troll) shows the rollover twice: there the next day began once before.
        const next = startOfStudyDay((studyDay + 1) as StudyDay, boundary)
        expect(next).toBeGreaterThan(instant - 2 * MS_PER_HOUR)
      }),
      {numRuns: 2_000, seed: 2},
    )
  })
})

describe('ISO 8601', () => {
  test.each([
    ['1970-01-01T00:00Z', 0],
    ['1970-01-01T00:00:00.001Z', 1],
    ['1970-01-01T01:00:00,5+01:00', 500],
    ['1969-12-31T19:00:00-0500', 0],
    ['2026-09-14T09:30:00+10:00', Date.UTC(2026, 8, 13, 23, 30)],
    ['2024-02-29T12:00:00Z', Date.UTC(2024, 1, 29, 12)],
  ])('%s is an instant', (iso, ms) => {
    expect(parseInstant(iso)).toBe(ms)
  })

  test.each([
    '',
    '2026-09-14',
    '2026-09-14T09:30:00',
    '2026-09-14 09:30:00Z',
    '2026-09-14T09:30:00+10',
    '2026-09-14T09:30:00+15:00',
    '2026-09-14T09:30:00+10:60',
    '2026-09-14T24:00:00Z',
    '2026-09-14T09:60:00Z',
    '2026-09-14T09:30:60Z',
    '2026-09-14T9:30:00Z',
    '2026-13-01T00:00Z',
    '2026-02-29T00:00Z',
    '2026-04-31T00:00Z',
    '26-09-14T09:30Z',
    ' 2026-09-14T09:30Z',
    '2026-09-14T09:30Z\n',
    '1789000000000',
    'now',
  ])('%j names no instant', iso => {
    expect(parseInstant(iso)).toBeUndefined()
  })

  test.each([
    [at('2026-09-13T23:30Z'), 600, '2026-09-14T09:30:00+10:00'],
    [at('2026-09-13T23:30:01.250Z'), -150, '2026-09-13T21:00:01.250-02:30'],
    [at('2026-09-13T23:30Z'), 0, '2026-09-13T23:30:00+00:00'],
  ])('%d at offset %d is written %s', (instant, offset, iso) => {
    expect(formatInstant(instant, offset)).toBe(iso)
  })

  test('an instant comes back from its text, whatever the offset', () => {
    fc.assert(
      fc.property(someInstant, fc.integer({min: -720, max: 840}), (instant, offset) => {
        expect(parseInstant(formatInstant(instant, offset))).toBe(instant)
      }),
      {seed: 3},
    )
  })

  test('a study day comes back from its date', () => {
    fc.assert(
      fc.property(someDay, studyDay => {
        expect(studyDayFromIso(studyDayToIso(studyDay))).toBe(studyDay)
      }),
      {seed: 4},
    )
  })

  test.each(['2026-02-30', '2026-9-14', '20260914', '2026-09-14T00:00Z', ''])(
    '%j is no date',
    iso => {
      expect(studyDayFromIso(iso)).toBeUndefined()
    },
  )
})
