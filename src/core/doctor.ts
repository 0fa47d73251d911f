import type {CardId} from './card.ts'
import {type ReplayContext, replay} from './replay.ts'
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
      readonly stored: Schedule
      readonly replayed: Schedule
    }
  /** The log holds what cannot be replayed. */
  | {readonly kind: 'unreadable-log'; readonly cardId: CardId; readonly message: string}

export type Finding = FileFinding | CardFinding

export interface DoctorReport {
  /** Empty where everything is as it should be. */
  readonly findings: readonly Finding[]
  readonly cards: number
  readonly entries: number
}

/** A card’s schedule as stored, and its part of the log, which throws when it is read where it is damaged. */
export interface CardRecord {
  readonly cardId: CardId
  readonly schedule: Schedule
  readonly entries: readonly LogEntry[]
}

/** Memories that differ by less than this share are equal: another processor may round otherwise. */
const TOLERANCE = 1e-9

/** Checks for every card that its schedule follows from its log. */
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
      if (isSameSchedule(record.schedule, replayed)) continue
      const {cardId, schedule: stored} = record
      findings.push({kind: 'schedule-differs', cardId, stored, replayed})
    } catch (error) {
      const {message} = error as Error
      findings.push({kind: 'unreadable-log', cardId: record.cardId, message})
    }
  }
  return {findings, cards, entries}
}

/** Whether two schedules are the same, the memory but for rounding. */
export function isSameSchedule(a: Schedule, b: Schedule): boolean {
  if (a.phase === 'new' || b.phase === 'new') return a.phase === b.phase
  return (
    a.phase === b.phase &&
    a.due === b.due &&
    stepOf(a) === stepOf(b) &&
    a.lastReview === b.lastReview &&
    a.lastDay === b.lastDay &&
    a.reps === b.reps &&
    a.lapses === b.lapses &&
    isClose(a.memory.stability, b.memory.stability) &&
    isClose(a.memory.difficulty, b.memory.difficulty)
  )
}

function stepOf(schedule: Schedule): number | undefined {
  return 'step' in schedule ? schedule.step : undefined
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b))
}
