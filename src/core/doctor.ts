import type {CardId} from './card.ts'
import {LogError, type ReplayContext, replay} from './replay.ts'
import type {LogEntry} from './review-log.ts'
import type {Schedule} from './schedule.ts'

/** What is wrong with the database as a file. */
export type FileFinding =
  | {readonly kind: 'damaged-file'; readonly message: string}
  /** A row refers to another that is not there. */
  | {readonly kind: 'dangling-reference'; readonly table: string; readonly parent: string}

/** What is wrong with one card. */
export type CardFinding =
  /** The stored schedule is not the one that the log gives. */
  | {
      readonly kind: 'schedule-differs'
      readonly cardId: CardId
      /** What is different about them; at least one. */
      readonly fields: readonly ScheduleField[]
      readonly stored: Schedule
      readonly replayed: Schedule
    }
  /** The log holds what cannot be replayed. */
  | {readonly kind: 'unreadable-log'; readonly cardId: CardId; readonly message: string}

export type ScheduleField =
  | 'phase'
  | 'due'
  | 'step'
  | 'lastReview'
  | 'lastDay'
  | 'reps'
  | 'lapses'
  | 'stability'
  | 'difficulty'

export type Finding = FileFinding | CardFinding

export interface DoctorReport {
  /** Empty where everything is as it should be. */
  readonly findings: readonly Finding[]
  readonly cards: number
  readonly entries: number
}

/** A card’s schedule as stored, and its part of the log, which throws a `LogError` when it is read where it is damaged. */
export interface CardRecord {
  readonly cardId: CardId
  readonly schedule: Schedule
  readonly entries: readonly LogEntry[]
}

/** Memories that differ by less than this share are equal: another processor may round otherwise. */
const TOLERANCE = 1e-9

/** Checks for every card that its schedule follows from its log. @throws what the reading of the log throws, but for a `LogError`. */
export function doctorReport(
  records: Iterable<CardRecord>,
  fileFindings: readonly FileFinding[],
  context: ReplayContext,
): DoctorReport {
  const findings: Finding[] = [...fileFindings]
  let cards = 0
  let entries = 0
  for (const record of records) {
    cards += 1
    try {
      const log = record.entries
      entries += log.length
      const replayed = replay(log, context)
      const fields = differencesOf(record.schedule, replayed)
      if (fields.length === 0) continue
      const {cardId, schedule: stored} = record
      findings.push({kind: 'schedule-differs', cardId, fields, stored, replayed})
    } catch (error) {
      if (!(error instanceof LogError)) throw error
      findings.push({kind: 'unreadable-log', cardId: record.cardId, message: error.message})
    }
  }
  return {findings, cards, entries}
}

/** Whether two schedules are the same, the memory but for rounding. */
export function isSameSchedule(a: Schedule, b: Schedule): boolean {
  return differencesOf(a, b).length === 0
}

/** What is different about two schedules, the memory but for rounding; of different phases nothing else is compared. */
function differencesOf(a: Schedule, b: Schedule): readonly ScheduleField[] {
  if (a.phase !== b.phase) return ['phase']
  if (a.phase === 'new' || b.phase === 'new') return []
  const isSame: Readonly<Record<Exclude<ScheduleField, 'phase'>, boolean>> = {
    due: a.due === b.due,
    step: stepOf(a) === stepOf(b),
    lastReview: a.lastReview === b.lastReview,
    lastDay: a.lastDay === b.lastDay,
    reps: a.reps === b.reps,
    lapses: a.lapses === b.lapses,
    stability: isClose(a.memory.stability, b.memory.stability),
    difficulty: isClose(a.memory.difficulty, b.memory.difficulty),
  }
  const fields = Object.keys(isSame) as (keyof typeof isSame)[]
  return fields.filter(field => !isSame[field])
}

function stepOf(schedule: Schedule): number | undefined {
  return 'step' in schedule ? schedule.step : undefined
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b))
}
