import type {Phase, Schedule, Studied} from '../core/schedule.ts'
import type {Instant, StudyDay} from '../core/time.ts'

/** The columns of `cards` that hold a schedule. The table’s checks say which belong to which phase. */
export interface ScheduleRow {
  readonly phase: Phase
  readonly stability: number | null
  readonly difficulty: number | null
  readonly last_review_at: number | null
  readonly last_day: number | null
  readonly reps: number | null
  readonly lapses: number | null
  readonly step: number | null
  readonly due_at: number | null
  readonly due_day: number | null
}

const NEW_ROW: ScheduleRow = {
  phase: 'new',
  stability: null,
  difficulty: null,
  last_review_at: null,
  last_day: null,
  reps: null,
  lapses: null,
  step: null,
  due_at: null,
  due_day: null,
}

export function rowOfSchedule(schedule: Schedule): ScheduleRow {
  if (schedule.phase === 'new') return NEW_ROW
  const {memory, lastReview, lastDay, reps, lapses} = schedule
  const due =
    schedule.phase === 'review'
      ? {step: null, due_at: null, due_day: schedule.due}
      : {step: schedule.step, due_at: schedule.due, due_day: null}
  return {
    phase: schedule.phase,
    ...memory,
    last_review_at: lastReview,
    last_day: lastDay,
    reps,
    lapses,
    ...due,
  }
}

export function scheduleOfRow(row: ScheduleRow): Schedule {
  if (row.phase === 'new') return {phase: 'new'}
  const studied: Studied = {
    memory: {stability: row.stability as number, difficulty: row.difficulty as number},
    lastReview: row.last_review_at as Instant,
    lastDay: row.last_day as StudyDay,
    reps: row.reps as number,
    lapses: row.lapses as number,
  }
  return row.phase === 'review'
    ? {...studied, phase: row.phase, due: row.due_day as StudyDay}
    : {...studied, phase: row.phase, step: row.step as number, due: row.due_at as Instant}
}
