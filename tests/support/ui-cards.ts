import type {Card, CardId} from '../../src/core/card.ts'
import type {DeckName, NoteContent, NoteId} from '../../src/core/note.ts'
import {NEW, type Schedule, type Studied} from '../../src/core/schedule.ts'
import type {Instant, Moment, StudyDay} from '../../src/core/time.ts'

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000

/** The study day on which the tests happen. */
export const TODAY = 20_000 as StudyDay

/** A moment of that day in UTC, counted in minutes from 09:00; days begin at midnight. */
export function minutesIn(minutes: number): Moment {
  const at = (TODAY * DAY_MS + (9 * 60 + minutes) * MINUTE_MS) as Instant
  return {at, studyDay: utcDayOf(at), utcOffsetMinutes: 0}
}

export function utcDayOf(instant: Instant): StudyDay {
  return Math.floor(instant / DAY_MS) as StudyDay
}

const STUDIED: Studied = {
  memory: {stability: 3, difficulty: 5},
  lastReview: (minutesIn(0).at - 4 * DAY_MS) as Instant,
  lastDay: (TODAY - 4) as StudyDay,
  reps: 4,
  lapses: 0,
}

export const learningDue = (minutes: number): Schedule => ({
  phase: 'learning',
  step: 0,
  due: minutesIn(minutes).at,
  ...STUDIED,
  lastReview: (minutesIn(Math.min(minutes, 0)).at - 10 * MINUTE_MS) as Instant,
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
  }
}
