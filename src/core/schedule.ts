import type {Instant, StudyDay} from './time.ts'

/** FSRS’s model of one memory. */
export interface MemoryState {
  /** Days until retrievability falls to 90 %; at least 0.001. */
  readonly stability: number
  /** 1 (easiest) to 10 (hardest). */
  readonly difficulty: number
}

/** What every card has that was reviewed at least once. */
export interface Studied {
  readonly memory: MemoryState
  readonly lastReview: Instant
  /** The study day of the last review as the learner lived it. */
  readonly lastDay: StudyDay
  /** Reviews that count, of any rating. */
  readonly reps: number
  /** Times that a card in review was rated again. */
  readonly lapses: number
}

/** When a card is asked next, and all that the next answer needs. A cache: `replay(log)` gives it. */
export type Schedule =
  | {readonly phase: 'new'}
  | (Studied & {
      readonly phase: 'learning' | 'relearning'
      /** Index into the learning or relearning steps. */
      readonly step: number
      readonly due: Instant
    })
  | (Studied & {readonly phase: 'review'; readonly due: StudyDay})

export type Phase = Schedule['phase']

export const NEW: Schedule = {phase: 'new'}
