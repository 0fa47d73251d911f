import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {cardIdOf, entryIds, newNoteId} from '../src/core/id.ts'
import {DEFAULT_SETTINGS} from '../src/core/options.ts'
import type {Random} from '../src/core/random.ts'
import type {Rating} from '../src/core/rating.ts'
import type {Review} from '../src/core/review-log.ts'
import {NEW, type Schedule} from '../src/core/schedule.ts'
import {createScheduler, retrievability} from '../src/core/scheduler.ts'
import {
  type Instant,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  type StudyDay,
} from '../src/core/time.ts'
import {openDatabase} from '../src/store/database.ts'
import {reviewsTable} from '../src/store/reviews.ts'
import {rowOfSchedule} from '../src/store/schedule-row.ts'
import {settingsTable} from '../src/store/settings.ts'
import {seededRandom} from '../tests/support/seeded-random.ts'
import {ROOT} from './program.ts'

/** The day after the last review: 2026-03-02, as the measured programs have it. */
const END = (Date.UTC(2026, 2, 2) / MS_PER_DAY) as StudyDay
const YEARS_BACK = 8
const DECKS = ['Git', 'Git::Branches', 'Databases', 'Databases::Indexes', 'Networks::TCP', 'Words']

/**
 * A collection whose log holds about so many reviews, at least, of a learner who has answered when cards were due, over eight years. One of a
 * hundred is taken back.
 */
export function makeReviewedCollection(home: string, reviews: number): void {
  mkdirSync(home, {recursive: true})
  const db = openDatabase({
    path: join(home, 'ebb.db'),
    migrationsDirectory: join(ROOT, 'migrations'),
  })
  const random = seededRandom('reviewed collection')
  const histories: MadeHistory[] = []
  for (let made = 0; made < reviews; made += histories.at(-1)?.reviews.length ?? 0) {
    histories.push(makeHistory(random))
  }
  const log = histories.flatMap(history => history.reviews).sort((a, b) => a.at - b.at)
  const settings = settingsTable(db)
  const {append} = reviewsTable(db)
  const optionsId = settings.optionsIdOf(DEFAULT_SETTINGS.scheduling)
  const idAt = entryIds(random)
  db.transaction(() => {
    settings.storeOptions(optionsId, DEFAULT_SETTINGS.scheduling)
    writeNotes(db, histories)
    for (const review of log) {
      const entry = {...review, id: idAt(review.at), optionsId}
      append(entry)
      if (random() < 0.01) {
        append({...entry, kind: 'undo', id: idAt(review.at), voids: entry.id})
      }
    }
  })()
  db.pragma('wal_checkpoint(truncate)')
  db.close()
}

type MadeReview = Omit<Review, 'id' | 'optionsId'>

interface MadeHistory {
  readonly noteId: ReturnType<typeof newNoteId>
  readonly cardId: ReturnType<typeof cardIdOf>
  readonly deck: string
  readonly schedule: Schedule
  readonly reviews: readonly MadeReview[]
}

const {parameters} = DEFAULT_SETTINGS.scheduling
const scheduler = createScheduler(DEFAULT_SETTINGS.scheduling)

function makeHistory(random: Random): MadeHistory {
  const noteId = newNoteId(random)
  const cardId = cardIdOf(noteId, 'forward')
  const reviews: MadeReview[] = []
  let schedule: Schedule = NEW
  let day = (END - Math.ceil(random() * 365 * YEARS_BACK)) as StudyDay
  let at = timeOn(day, random)
  while (day < END) {
    const rating = ratingOf(schedule, day, random)
    const moment = {at, studyDay: day, utcOffsetMinutes: 60}
    const after = scheduler.review(cardId, schedule, rating, moment)
    reviews.push({
      kind: 'review',
      cardId,
      ...moment,
      rating,
      durationMs: Math.round(2_000 + random() ** 3 * 40_000),
      before: schedule.phase,
      after,
    })
    schedule = after
    if (after.phase === 'review') {
      // Some come late, and cards that are known well come back as if they were not: logs of 20 reviews need that.
      day = Math.min(after.due, day + 120 + Math.floor(random() * 60)) as StudyDay
      at = timeOn(day, random)
    } else {
      at = Math.max(after.due, at + MS_PER_MINUTE) as Instant
    }
  }
  const deck = DECKS[Math.floor(random() * DECKS.length)] as string
  return {noteId, cardId, deck, schedule, reviews}
}

function timeOn(day: StudyDay, random: Random): Instant {
  return (day * MS_PER_DAY + 7 * MS_PER_HOUR + Math.floor(random() * 14 * MS_PER_HOUR)) as Instant
}

function ratingOf(schedule: Schedule, day: StudyDay, random: Random): Rating {
  const chance =
    schedule.phase === 'new'
      ? 0.6
      : retrievability(schedule.memory, Math.max(0, day - schedule.lastDay), parameters)
  if (random() > chance) return 'again'
  const roll = random()
  return roll < 0.15 ? 'hard' : roll < 0.9 ? 'good' : 'easy'
}

function writeNotes(db: ReturnType<typeof openDatabase>, histories: readonly MadeHistory[]): void {
  db.prepare(
    `insert into sources (id, path, hash, deck, layout, imported_at) values (1, '/made.md', '', 'Made', 'headings', 0)`,
  ).run()
  const note = db.prepare(
    `insert into notes (id, source_id, position, line, end_line, deck, kind, question, answer, section, tags)
      values (@noteId, 1, @position, 1, 1, @deck, 'basic', 'What is ' || @noteId || '?', 'This.', '[]', '["made"]')`,
  )
  const card = db.prepare(
    `insert into cards (id, note_id, variant, deck, position, ${COLUMNS.join(', ')})
      values (@cardId, @noteId, 'forward', @deck, @position, ${COLUMNS.map(name => `@${name}`).join(', ')})`,
  )
  histories.forEach(({noteId, cardId, deck, schedule}, position) => {
    note.run({noteId, deck, position})
    card.run({cardId, noteId, deck, position, ...rowOfSchedule(schedule)})
  })
}

const COLUMNS = Object.keys(rowOfSchedule(NEW))
