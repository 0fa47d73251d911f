import {join} from 'node:path'
import Database from 'better-sqlite3'
import {expect, onTestFinished, test} from 'vitest'
import type {CardId} from '../../src/core/card.ts'
import {DEFAULT_SETTINGS, type Settings} from '../../src/core/options.ts'
import {NEW} from '../../src/core/schedule.ts'
import {openDatabase} from '../../src/store/database.ts'
import type {Store} from '../../src/store/open.ts'
import {storeOn} from '../../src/store/store.ts'
import {importStep} from '../support/importing.ts'
import {learnerOf} from '../support/learner.ts'
import {basic, documentOf, importInto, seeded} from '../support/makers-note.ts'
import {momentOf, TODAY} from '../support/makers-schedule.ts'
import {MIGRATIONS, temporaryFolder, temporaryStore} from '../support/store.ts'

/** A collection with as many cards as asked for, and who learns it. */
function collection(cards = 2) {
  const path = join(temporaryFolder(), 'ebb.db')
  const store = temporaryStore(path)
  importInto(store, [
    documentOf(
      'a.md',
      Array.from({length: cards}, (_, index) => basic(`q${index}`)),
    ),
  ])
  const ids = store.findCards('').map(({id}) => id)
  return {path, store, ids: ids as [CardId, CardId], learner: learnerOf(store, seeded(3))}
}

function scheduleOf(store: Store, id: CardId) {
  return store.cardById(id)?.schedule
}

/** Everything in the log as SQLite has it, through a connection of its own. */
function raw(path: string) {
  const db = new Database(path)
  onTestFinished(() => void db.close())
  return db
}

test('a review is read back as it was recorded, with its schedule', () => {
  const {store, ids, learner} = collection()
  const review = learner.rate(ids[0], 'good', momentOf(TODAY))
  expect(store.entriesOf(ids[0])).toEqual([review])
  expect(store.optionsOf(review.optionsId)).toEqual(store.readSettings().scheduling)
  expect(store.newestReview()).toEqual(review)
  expect(scheduleOf(store, ids[0])).toEqual(review.after)
  expect(scheduleOf(store, ids[1])).toEqual(NEW)
})

test('every phase survives the way to the disk and back', () => {
  const {store, ids, learner} = collection()
  const phases = (['again', 'easy', 'again', 'good'] as const).map((rating, day) => {
    const {after} = learner.rate(ids[0], rating, momentOf(TODAY + 10 * day))
    expect(scheduleOf(store, ids[0])).toEqual(after)
    return after.phase
  })
  expect(phases).toEqual(['learning', 'review', 'relearning', 'review'])
})

test('a review by another program is there for a new connection at once', () => {
  const {path, ids, learner} = collection()
  const other = temporaryStore(path)
  const review = learner.rate(ids[0], 'good', momentOf(TODAY))
  expect(other.entriesOf(ids[0])).toEqual([review])
})

test('taking back restores the schedule and leaves both entries in the log', () => {
  const {store, ids, learner} = collection()
  learner.rate(ids[0], 'good', momentOf(TODAY))
  const before = scheduleOf(store, ids[0])
  learner.rate(ids[0], 'again', momentOf(TODAY, 800))
  learner.undo(momentOf(TODAY, 801))
  expect(scheduleOf(store, ids[0])).toEqual(before)
  expect(store.entriesOf(ids[0]).map(({kind}) => kind)).toEqual(['review', 'review', 'undo'])
  expect(store.newestReview()?.rating).toBe('good')
  learner.undo(momentOf(TODAY, 802))
  expect(scheduleOf(store, ids[0])).toEqual(NEW)
  expect(store.newestReview()).toBeUndefined()
})

test('a review of a card that was reviewed elsewhere meanwhile is refused', () => {
  const {store, ids, learner} = collection()
  const stale = learner.ratingOf(ids[0], 'easy', momentOf(TODAY, 800))
  const first = learner.rate(ids[0], 'good', momentOf(TODAY, 799))
  expect(() => store.recordReview(stale)).toThrow(
    expect.objectContaining({
      name: 'UserError',
      message: 'This card was reviewed elsewhere in the meantime',
    }),
  )
  expect(store.entriesOf(ids[0])).toEqual([first])
  expect(scheduleOf(store, ids[0])).toEqual(first.after)
})

test('a review of a card whose only review was taken back and made anew elsewhere is refused', () => {
  const {store, ids, learner} = collection()
  learner.rate(ids[0], 'good', momentOf(TODAY, 700))
  const stale = learner.ratingOf(ids[0], 'easy', momentOf(TODAY, 800))
  learner.undo(momentOf(TODAY, 701))
  learner.rate(ids[0], 'good', momentOf(TODAY, 702))
  expect(() => store.recordReview(stale)).toThrow(
    expect.objectContaining({message: 'This card was reviewed elsewhere in the meantime'}),
  )
  expect(learner.findings()).toEqual([])
})

test('an entry that would come before the last step is refused', () => {
  const {store, ids, learner} = collection()
  const early = learner.ratingOf(ids[0], 'good', momentOf(TODAY, 700))
  importStep(store, [documentOf('b.md', [basic('r')])], {at: momentOf(TODAY, 800).at})
  expect(() => store.recordReview(early)).toThrow(
    expect.objectContaining({message: 'Another ebb has changed the collection in the meantime'}),
  )
  expect(scheduleOf(store, ids[0])).toEqual(NEW)
})

/** Doubles how long a first answer is remembered, through another connection. */
function changeParameters(path: string) {
  const other = temporaryStore(path)
  other.changeSettings(withDoubledParameters)
}

function withDoubledParameters(settings: Settings): Settings {
  const parameters = settings.scheduling.parameters.map((weight, index) =>
    index < 4 ? weight * 2 : weight,
  )
  return {...settings, scheduling: {...settings.scheduling, parameters}}
}

test.each([0, 1])('a review by parameters of before is refused, after %i others', others => {
  const {path, store, ids, learner} = collection()
  for (let count = 0; count < others; count += 1) learner.rate(ids[0], 'good', momentOf(TODAY, 700))
  const stale = learner.ratingOf(ids[0], 'good', momentOf(TODAY, 800))
  changeParameters(path)
  const entries = store.entriesOf(ids[0])
  expect(() => store.recordReview(stale)).toThrow(
    expect.objectContaining({
      name: 'UserError',
      message: 'The parameters were changed elsewhere in the meantime',
      hint: 'Nothing was recorded. Start the review again to go on.',
    }),
  )
  expect(store.entriesOf(ids[0])).toEqual(entries)
  expect(learner.findings()).toEqual([])
})

test('what is taken back after the parameters were changed follows from the log under the new ones', () => {
  const {path, store, ids, learner} = collection()
  learner.rate(ids[0], 'good', momentOf(TODAY, 700))
  learner.rate(ids[0], 'again', momentOf(TODAY, 800))
  changeParameters(path)
  learner.undo(momentOf(TODAY, 801))
  expect(store.newestReview()?.rating).toBe('good')
  expect(learner.findings()).toEqual([])
})

test('an entry that would come before the end of the log is refused', () => {
  const {store, ids, learner} = collection()
  const early = learner.ratingOf(ids[0], 'good', momentOf(TODAY, 700))
  learner.rate(ids[1], 'good', momentOf(TODAY, 800))
  expect(() => store.recordReview(early)).toThrow(
    expect.objectContaining({message: 'Another ebb has changed the collection in the meantime'}),
  )
  expect(scheduleOf(store, ids[0])).toEqual(NEW)
})

test('a review can be taken back only once, and only while it is the card’s last', () => {
  const {store, ids, learner} = collection()
  const review = learner.rate(ids[0], 'good', momentOf(TODAY))
  const undo = {
    kind: 'undo',
    cardId: ids[0],
    voids: review.id,
    ...momentOf(TODAY, 900),
  } as const
  const later = learner.rate(ids[0], 'good', momentOf(TODAY, 800))
  const refused = expect.objectContaining({
    name: 'UserError',
    message: 'This review was taken back or followed by another one elsewhere',
  })
  const id = `${later.id.slice(0, -1)}Z` as typeof later.id
  expect(() => store.revertReview({...undo, id})).toThrow(refused)
  learner.undo(momentOf(TODAY, 900))
  learner.undo(momentOf(TODAY, 901))
  expect(() => store.revertReview({...undo, id})).toThrow(refused)
})

test.each([
  "update reviews set rating = 'easy'",
  'delete from reviews',
  "update scheduling_options set options = '{}'",
  'delete from scheduling_options',
])('the log refuses: %s', sql => {
  const {path, ids, learner} = collection()
  learner.rate(ids[0], 'good', momentOf(TODAY))
  expect(() => raw(path).exec(sql)).toThrow('append-only')
})

test.each([
  {name: 'a new card with a memory', sql: 'update cards set stability = 1'},
  {
    name: 'a card in review without due day',
    sql: "update cards set phase = 'review', stability = 1, difficulty = 5, last_review_at = 0, last_day = 0, reps = 1, lapses = 0",
  },
  {
    name: 'a card in learning with a due day',
    sql: "update cards set phase = 'learning', stability = 1, difficulty = 5, last_review_at = 0, last_day = 0, reps = 1, lapses = 0, step = 0, due_at = 0, due_day = 0",
  },
  {name: 'an unknown phase', sql: "update cards set phase = 'buried'"},
  {
    name: 'a card of no note',
    sql: "insert into cards (id, note_id, variant, deck, position, phase) values ('000000000000.1', '000000000000', 'forward', 'D', 0, 'new')",
  },
  {
    name: 'a review without rating',
    sql: "insert into reviews (id, card_id, kind, at, study_day, utc_offset_minutes, phase) select '00000000000000000000000000', id, 'review', 0, 0, 0, 'new' from cards",
  },
  {
    name: 'an undo of nothing',
    sql: "insert into reviews (id, card_id, kind, at, study_day, utc_offset_minutes) select '00000000000000000000000000', id, 'undo', 0, 0, 0 from cards",
  },
])('the tables refuse $name', ({sql}) => {
  const {path} = collection(1)
  expect(() => raw(path).exec(sql)).toThrow(/constraint failed/)
})

test('a full disk refuses the rating whole, and says so', () => {
  const path = join(temporaryFolder(), 'ebb.db')
  const db = openDatabase({path, migrationsDirectory: MIGRATIONS})
  const store = storeOn(db)
  onTestFinished(() => store.close())
  importInto(store, [
    documentOf(
      'a.md',
      Array.from({length: 50}, (_, index) => basic(`q${index}`)),
    ),
  ])
  const learner = learnerOf(store, seeded(3))
  const ids = store.findCards('').map(({id}) => id)
  db.pragma(`max_page_count = ${db.pragma('page_count', {simple: true})}`)
  let refused: unknown
  let recorded = 0
  for (const [index, id] of ids.entries()) {
    try {
      learner.rate(id, 'good', momentOf(TODAY, 600 + index))
      recorded += 1
    } catch (error) {
      refused = error
      break
    }
  }
  expect(refused).toMatchObject({
    name: 'UserError',
    message: `The database ${path} cannot be written: the disk is full`,
  })
  expect(store.dayActivity(TODAY).answers).toBe(recorded)
  expect(learner.findings()).toEqual([])
})

test('new parameters give every reviewed card the memory of its log', () => {
  const {store, ids, learner} = collection()
  learner.rate(ids[0], 'good', momentOf(TODAY))
  const before = scheduleOf(store, ids[0])
  store.changeSettings(withDoubledParameters)
  const after = scheduleOf(store, ids[0])
  expect(before?.phase !== 'new' && after?.phase !== 'new' && after?.memory.stability).toBe(
    before?.phase !== 'new' && before !== undefined && before.memory.stability * 2,
  )
  expect(scheduleOf(store, ids[1])).toEqual(NEW)
  expect(learner.findings()).toEqual([])
})

test('stored settings of a kind that this version does not know are as by default', () => {
  const path = join(temporaryFolder(), 'ebb.db')
  const store = temporaryStore(path)
  store.changeSettings(settings => ({...settings, theme: 'high-contrast', goalMinutes: 20}))
  const db = new Database(path)
  const insert = db.prepare('insert into settings (key, value) values (?, ?)')
  insert.run('align', '"diagonal"')
  insert.run('buttons', '3')
  insert.run('ascii', '"yes"')
  insert.run('newPerDay', 'null')
  insert.run('learningSteps', '10')
  insert.run('of-a-later-version', '{"a": 1}')
  db.close()
  expect(store.readSettings()).toEqual({
    ...DEFAULT_SETTINGS,
    theme: 'high-contrast',
    goalMinutes: 20,
  })
})
