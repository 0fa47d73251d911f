import {MS_PER_SECOND} from './time.ts'

/** How long something took: `45 s`, `4 min 10 s`, `1 h 5 min`. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.round(durationMs / MS_PER_SECOND)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) {
    return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`
  }
  return minutes % 60 === 0
    ? `${minutes / 60} h`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
