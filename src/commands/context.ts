import type {Random} from '../core/random.ts'
import type {DayBoundary} from '../core/time.ts'
import type {Clock} from '../platform/clock.ts'
import type {Store} from '../store/open.ts'

/** The outside as a command sees it: built once, in `main`. */
export interface Context {
  readonly clock: Clock
  readonly random: Random
  /** Opens the collection on first use; the same one afterwards. */
  readonly openStore: () => Store
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Aborted when the program is told to end (SIGTERM, SIGHUP, SIGINT). */
  readonly ending: AbortSignal
}

/** What a command came to: the text for standard output, and whether the program ends with 0 or 1. */
export interface Outcome {
  readonly output: string
  readonly exitCode: 0 | 1
}

/** An outcome without anything wrong. */
export function done(output: string): Outcome {
  return {output, exitCode: 0}
}

/** The learner’s day, from the clock’s zone and the rollover hour that is set. */
export function dayBoundaryOf(clock: Clock, rolloverHour: number): DayBoundary {
  return {rolloverHour, utcOffsetMinutes: clock.utcOffsetMinutes}
}
