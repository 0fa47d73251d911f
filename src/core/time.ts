import type {Brand} from './brand.ts'

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = Brand<number, 'Instant'>

/** Days since 1970-01-01 in the learner’s local time, after the rollover hour. */
export type StudyDay = Brand<number, 'StudyDay'>

/** What turns an instant into a study day: the learner’s zone and the hour at which the day begins. */
export interface DayBoundary {
  /** Hour of the local day at which a study day begins, 0–23. */
  readonly rolloverHour: number
  /** Minutes that local time is ahead of UTC at this instant; negative west of Greenwich. */
  readonly utcOffsetMinutes: (instant: Instant) => number
}

/** A point in time as the learner lived it; what the review log keeps of it. */
export interface Moment {
  readonly at: Instant
  readonly studyDay: StudyDay
  /** Minutes that the learner’s local time was ahead of UTC. */
  readonly utcOffsetMinutes: number
}

export const MS_PER_SECOND = 1_000
export const MS_PER_MINUTE = 60 * MS_PER_SECOND
export const MS_PER_HOUR = 60 * MS_PER_MINUTE
export const MS_PER_DAY = 24 * MS_PER_HOUR
export const MINUTES_PER_DAY = 24 * 60

/** The study day that an instant belongs to: local time less the rollover hour, cut off to whole days. */
export function studyDayOf(instant: Instant, boundary: DayBoundary): StudyDay {
  return studyDayAtOffset(instant, boundary.utcOffsetMinutes(instant), boundary.rolloverHour)
}

/** The instant together with the study day and the UTC offset that it has for the learner. */
export function momentAt(instant: Instant, boundary: DayBoundary): Moment {
  const utcOffsetMinutes = boundary.utcOffsetMinutes(instant)
  return {
    at: instant,
    studyDay: studyDayAtOffset(instant, utcOffsetMinutes, boundary.rolloverHour),
    utcOffsetMinutes,
  }
}

function studyDayAtOffset(
  instant: Instant,
  utcOffsetMinutes: number,
  rolloverHour: number,
): StudyDay {
  const sinceRollover = instant + utcOffsetMinutes * MS_PER_MINUTE - rolloverHour * MS_PER_HOUR
  return Math.floor(sinceRollover / MS_PER_DAY) as StudyDay
}

/**
 * The first instant that belongs to a study day.
 *
 * Where the clock skips the rollover hour, the day begins with the first instant after the gap; where the clock
 * shows it twice, with the first time. A day that the zone never had (Samoa, 30 December 2011) begins where
 * the next one does. Expects a zone to change its offset at most once in three days.
 */
export function startOfStudyDay(day: StudyDay, boundary: DayBoundary): Instant {
  const {rolloverHour, utcOffsetMinutes} = boundary
  const local = day * MS_PER_DAY + rolloverHour * MS_PER_HOUR
  // Offsets lie between −16 h and +16 h, so that these two enclose the instant looked for.
  const early = (local - MS_PER_DAY) as Instant
  const late = (local + MS_PER_DAY) as Instant
  const offsetBefore = utcOffsetMinutes(early)
  const offsetAfter = utcOffsetMinutes(late)
  const start = local - offsetBefore * MS_PER_MINUTE
  if (offsetBefore === offsetAfter) return start as Instant
  const change = firstInstant(early, late, instant => utcOffsetMinutes(instant) !== offsetBefore)
  if (start < change) return start as Instant
  return Math.max(change, local - offsetAfter * MS_PER_MINUTE) as Instant
}

/** The first instant after `before`, and up to `until`, from which on the condition holds. */
function firstInstant(
  before: Instant,
  until: Instant,
  holds: (instant: Instant) => boolean,
): Instant {
  let low: number = before
  let high: number = until
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle as Instant)) high = middle
    else low = middle
  }
  return high as Instant
}

const INSTANT =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,3}))?)?(Z|[+-]\d\d:?[0-5]\d)$/

/**
 * The instant that an ISO 8601 text names: `2026-09-14T09:30:00+10:00`, `2026-09-14T09:30Z`. Seconds and
 * milliseconds may be left out, the offset may not: without it the text names no instant.
 *
 * @returns Nothing where the text is anything else, or a date that the calendar does not have.
 */
export function parseInstant(iso: string): Instant | undefined {
  const match = INSTANT.exec(iso)
  if (match === null) return undefined
  const [, date = '', hours, minutes, seconds = '00', fraction = '', zone = ''] = match
  const day = studyDayFromIso(date)
  const offset = offsetMinutes(zone)
  if (day === undefined || offset === undefined) return undefined
  const time = Date.parse(`1970-01-01T${hours}:${minutes}:${seconds}.${fraction.padEnd(3, '0')}Z`)
  return (day * MS_PER_DAY + time - offset * MS_PER_MINUTE) as Instant
}

/** Minutes ahead of UTC that `Z`, `+hh:mm` or `-hhmm` stand for; nothing beyond the 14 hours that zones use. */
function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  if (minutes > 14 * 60) return undefined
  return zone.startsWith('-') ? -minutes : minutes
}

/** ISO 8601 local time with its offset: `2026-09-14T09:30:00+10:00`; with milliseconds where there are any. */
export function formatInstant(instant: Instant, utcOffsetMinutes: number): string {
  const offset = Math.round(utcOffsetMinutes)
  const local = new Date(instant + offset * MS_PER_MINUTE).toISOString().replace('.000Z', 'Z')
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0')
  return `${local.slice(0, -1)}${offset < 0 ? '-' : '+'}${hours}:${minutes}`
}

/** The calendar date on which a study day begins: `2026-09-14`. */
export function studyDayToIso(day: StudyDay): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The study day that begins on a date such as `2026-09-14`; nothing where the calendar has no such date. */
export function studyDayFromIso(iso: string): StudyDay | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined
  const ms = Date.parse(`${iso}T00:00:00Z`)
  if (Number.isNaN(ms)) return undefined
  const day = Math.floor(ms / MS_PER_DAY) as StudyDay
  // Some engines read 30 February as 2 March.
  return studyDayToIso(day) === iso ? day : undefined
}
