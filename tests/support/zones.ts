import type {Instant} from '../../src/core/time.ts'

/** Minutes that the wall clocks of an IANA zone are ahead of UTC at an instant, by the platform’s own tables. */
export function zoneOffsets(timeZone: string): (instant: Instant) => number {
  const format = new Intl.DateTimeFormat('en-US', {timeZone, timeZoneName: 'longOffset'})
  return instant => {
    const name = format.formatToParts(instant).find(part => part.type === 'timeZoneName')?.value
    const match = /^GMT(?:([+-])(\d\d):(\d\d)(?::\d\d)?)?$/.exec(name ?? '')
    if (!match) throw new Error(`Unexpected offset ${name} of ${timeZone}`)
    const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
    return match[1] === '-' ? -minutes : minutes
  }
}

/** Both hemispheres, halves and quarters of hours, a half-hour summer time, a two-hour one, winter time, none. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'America/Havana',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Beirut',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Auckland',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Antarctica/Troll',
] as const
