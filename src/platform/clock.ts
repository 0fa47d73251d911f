import type {Instant} from '../core/time.ts'

/** The learner’s clock and zone. */
export interface Clock {
  readonly now: () => Instant
  /** Minutes that local time is ahead of UTC at this instant. */
  readonly utcOffsetMinutes: (instant: Instant) => number
}

/** The machine’s clock, in the zone that `TZ` or the system names; a fixed instant stands in for it where given. */
export function systemClock(fixed: Instant | undefined): Clock {
  return {
    now: () => fixed ?? (Date.now() as Instant),
    utcOffsetMinutes: instant => -new Date(instant).getTimezoneOffset(),
  }
}
