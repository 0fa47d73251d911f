import type {Card, CardId} from '../../src/core/card.ts'
import {NO_MARKS} from '../../src/core/marks.ts'
import type {DeckName, NoteContent, NoteId} from '../../src/core/note.ts'
import {DEFAULT_SETTINGS, type OptionsId, type SchedulingOptions} from '../../src/core/options.ts'
import type {EntryId} from '../../src/core/review-log.ts'
import {NEW, type Schedule, type Studied} from '../../src/core/schedule.ts'
import {createScheduler} from '../../src/core/scheduler.ts'
import type {SessionContext} from '../../src/core/session.ts'
import {
  type Instant,
  type Moment,
  MS_PER_DAY,
  MS_PER_MINUTE,
  type StudyDay,
} from '../../src/core/time.ts'

/** The study day on which the tests happen. */
export const TODAY = 20_000 as StudyDay

/** A moment of that day in UTC, counted in minutes from 09:00; days begin at midnight. */
export function minutesIn(minutes: number): Moment {
  const at = (TODAY * MS_PER_DAY + (9 * 60 + minutes) * MS_PER_MINUTE) as Instant
  return {at, studyDay: utcDayOf(at), utcOffsetMinutes: 0}
}

export function utcDayOf(instant: Instant): StudyDay {
  return Math.floor(instant / MS_PER_DAY) as StudyDay
}

const STUDIED: Studied = {
  memory: {stability: 3, difficulty: 5},
  lastReview: (minutesIn(0).at - 4 * MS_PER_DAY) as Instant,
  lastDay: (TODAY - 4) as StudyDay,
  reps: 4,
  lapses: 0,
}

export const learningDue = (minutes: number): Extract<Schedule, {readonly step: number}> => ({
  phase: 'learning',
  step: 0,
  due: minutesIn(minutes).at,
  ...STUDIED,
  lastReview: (minutesIn(Math.min(minutes, 0)).at - 10 * MS_PER_MINUTE) as Instant,
  lastDay: TODAY,
  reps: 1,
})

export const reviewDue = (daysFromToday: number): Schedule => ({
  phase: 'review',
  due: (TODAY + daysFromToday) as StudyDay,
  ...STUDIED,
})

/** A card with nothing remarkable about it but what is given. `name` is its note’s id, one letter or more. */
export function makeCard(
  name: string,
  schedule: Schedule = NEW,
  {
    variant = 'forward',
    deck = 'Backend::Databases',
    section = [],
    content = {kind: 'basic', question: `What is ${name}?`, answer: `It is ${name}.`},
  }: {
    readonly variant?: Card['variant']
    readonly deck?: string
    readonly section?: readonly string[]
    readonly content?: NoteContent
  } = {},
): Card {
  return {
    id: `${name}.${variant === 'backward' ? 2 : 1}` as CardId,
    noteId: name as NoteId,
    variant,
    deck: deck as DeckName,
    section,
    tags: [],
    content,
    source: {path: 'databases.md', line: 1},
    schedule,
    marks: NO_MARKS,
  }
}

const OPTIONS_ID = 'options' as OptionsId

export const OPTIONS: SchedulingOptions = DEFAULT_SETTINGS.scheduling

/** A session context with FSRS’s defaults, in UTC. */
export function makeContext({
  learnAheadMinutes = 20,
  options = OPTIONS,
}: {
  readonly learnAheadMinutes?: number
  readonly options?: SchedulingOptions
} = {}): SessionContext {
  return {
    mode: 'schedule',
    scheduler: createScheduler(options),
    options,
    optionsId: OPTIONS_ID,
    learnAheadMs: learnAheadMinutes * MS_PER_MINUTE,
    studyDayOf: utcDayOf,
  }
}

/** Ids in the order in which they are asked for: `entry-1`, `entry-2`, … */
export function countedIds(): () => EntryId {
  let count = 0
  return () => `entry-${String(++count).padStart(6, '0')}` as EntryId
}
