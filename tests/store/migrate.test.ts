import {spawn} from 'node:child_process'
import {copyFileSync, mkdirSync, readdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import Database from 'better-sqlite3'
import {expect, test} from 'vitest'
import type {CardId} from '../../src/core/card.ts'
import {NO_MARKS} from '../../src/core/marks.ts'
import type {EntryId} from '../../src/core/review-log.ts'
import type {Instant, StudyDay} from '../../src/core/time.ts'
import {openStore} from '../../src/store/open.ts'
import {MIGRATIONS, temporaryFolder} from '../support/store.ts'

const OPEN = new URL('../../src/store/open.ts', import.meta.url).href
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
const PROCESSES = 6
const SOURCES = 5_000

const STARTED = `
const {openStore} = await import(process.env.OPEN)
while (Date.now() < Number(process.env.AT)) {}
openStore({path: process.env.DATABASE, migrationsDirectory: process.env.MIGRATIONS}).close()`

/** A database as the first version of the program left it. */
function versionOne(): string {
  const path = join(temporaryFolder(), 'ebb.db')
  const first = temporaryFolder()
  const [file = ''] = readdirSync(MIGRATIONS).sort()
  copyFileSync(join(MIGRATIONS, file), join(first, file))
  openStore({path, migrationsDirectory: first}).close()
  const db = new Database(path)
  const insert = db.prepare(
    `insert into sources (path, hash, deck, layout, imported_at) values (?, ?, 'D', 'headings', 0)`,
  )
  db.transaction(() => {
    for (let index = 0; index < SOURCES; index += 1) insert.run(`${index}.md`, 'x'.repeat(400))
  })()
  db.close()
  return path
}

/** What several programs come to that open the database at the same time. */
async function openAtOnce(path: string) {
  const at = Date.now() + 1_500
  const env = {...process.env, OPEN, DATABASE: path, MIGRATIONS, AT: String(at)}
  const endings = Array.from({length: PROCESSES}, async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', STARTED], {
      env,
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', text => {
      errors += text
    })
    const status = await new Promise(resolve => child.on('close', resolve))
    return {status, errors: status === 0 ? '' : errors}
  })
  return Promise.all(endings)
}

function look(path: string): {version: unknown; sources: unknown} {
  const db = new Database(path, {readonly: true})
  try {
    return {
      version: db.pragma('user_version', {simple: true}),
      sources: db.prepare('select count(*) from sources').pluck().get(),
    }
  } finally {
    db.close()
  }
}

const newest = readdirSync(MIGRATIONS).length
const GOOD = Array.from({length: PROCESSES}, () => ({status: 0, errors: ''}))

test('programs that start at once after an upgrade leave one backup, of the version before', async () => {
  const path = versionOne()
  expect(await openAtOnce(path)).toEqual(GOOD)
  expect(readdirSync(dirname(path)).sort()).toEqual(['ebb.db', 'ebb.db.before-2'])
  expect(look(path)).toEqual({version: newest, sources: SOURCES})
  expect(look(`${path}.before-2`)).toEqual({version: 1, sources: SOURCES})
})

test('programs that start at once for the first time make one collection', async () => {
  const path = join(temporaryFolder(), 'ebb.db')
  expect(await openAtOnce(path)).toEqual(GOOD)
  expect(look(path)).toEqual({version: newest, sources: 0})
})

test('an earlier backup is kept beside a new one that differs', () => {
  const path = versionOne()
  const earlier = new Database(`${path}.before-2`)
  earlier.exec('create table sources (path text)')
  earlier.close()
  openStore({path, migrationsDirectory: MIGRATIONS}).close()
  expect(look(`${path}.before-2`)).toEqual({version: 0, sources: 0})
  expect(look(`${path}.before-2.2`)).toEqual({version: 1, sources: SOURCES})
})

test('a migration that fails again and again leaves one backup', () => {
  const path = versionOne()
  const broken = temporaryFolder()
  const [file = ''] = readdirSync(MIGRATIONS).sort()
  copyFileSync(join(MIGRATIONS, file), join(broken, file))
  mkdirSync(join(broken, '0002-broken.sql'))
  for (let count = 0; count < 3; count += 1) {
    expect(() => openStore({path, migrationsDirectory: broken})).toThrow()
  }
  expect(readdirSync(dirname(path)).sort()).toEqual(['ebb.db', 'ebb.db.before-2'])
})

test('a backup that cannot be written is explained, and the database stays as it was', () => {
  const path = versionOne()
  // A folder in the way of every name that the copy could have while it is written.
  mkdirSync(`${path}.before-2.unfinished-${process.pid}`)
  expect(() => openStore({path, migrationsDirectory: MIGRATIONS})).toThrow(
    expect.objectContaining({name: 'UserError', message: expect.stringContaining('backup')}),
  )
  expect(look(path).version).toBe(1)
})

/** A database as the second version of the program left it: one note that was answered, one that is new, and an import as a step. */
function versionTwo(): string {
  const path = join(temporaryFolder(), 'ebb.db')
  const two = temporaryFolder()
  for (const file of readdirSync(MIGRATIONS).sort().slice(0, 2)) {
    copyFileSync(join(MIGRATIONS, file), join(two, file))
  }
  openStore({path, migrationsDirectory: two}).close()
  const db = new Database(path)
  db.exec(`
    insert into sources (id, path, hash, deck, layout, imported_at) values (1, 'a.md', 'h', 'D', 'headings', 0);
    insert into notes (id, source_id, position, line, end_line, deck, kind, question, answer, section, tags) values
      ('note00000001', 1, 0, 1, 2, 'D', 'basic', 'p', 'a', '[]', '["document"]'),
      ('note00000002', 1, 1, 4, 5, 'D', 'basic', 'q', 'a', '[]', '[]');
    insert into cards (id, note_id, variant, deck, position, phase, stability, difficulty, last_review_at, last_day,
        reps, lapses, due_day) values
      ('note00000001.1', 'note00000001', 'forward', 'D', 0, 'review', 8.3, 1, 1000, 10, 1, 0, 20),
      ('note00000002.1', 'note00000002', 'forward', 'D', 1, 'new', null, null, null, null, null, null, null);
    insert into scheduling_options values ('o', '{}');
    insert into reviews (id, card_id, kind, at, study_day, utc_offset_minutes, rating, duration_ms, options_id, before_phase,
        phase, stability, difficulty, reps, lapses, due_day) values
      ('00000000000000000000000002', 'note00000001.1', 'review', 1000, 10, 60, 'easy', 4000, 'o', 'new', 'review', 8.3, 1, 1, 0, 20);
    insert into steps (id, kind, at) values ('00000000000000000000000001', 'import', 0);
    insert into step_changes values (1, 0, 'note', 'note00000002', null)`)
  db.close()
  return path
}

test('a collection of the second version keeps all that it has, and can be marked', () => {
  const path = versionTwo()
  const store = openStore({path, migrationsDirectory: MIGRATIONS})
  try {
    const cards = store.findCards('')
    expect(cards).toMatchObject([
      {
        id: 'note00000001.1',
        tags: ['document'],
        marks: NO_MARKS,
        schedule: {phase: 'review', due: 20},
      },
      {id: 'note00000002.1', tags: [], marks: NO_MARKS, schedule: {phase: 'new'}},
    ])
    const today = 20 as StudyDay
    const asked = () => {
      const {review, new: fresh} = store.dueCards({decks: [], today})
      return [...review, ...fresh].map(({id}) => id)
    }
    expect(asked()).toEqual(cards.map(({id}) => id))
    expect(store.newestStep()).toMatchObject({kind: 'review', review: {rating: 'easy'}})
    expect(store.newestReview()?.points).toBeUndefined()
    const [first] = cards
    const step = {
      id: '0000000000000000000000000Z' as EntryId,
      at: 0 as Instant,
      action: {kind: 'suspend', isSuspended: true} as const,
      cardIds: [first?.id as CardId],
    }
    store.recordAction({step, studyDay: today})
    expect(asked()).toEqual(['note00000002.1'])
    expect(store.checkFile()).toEqual([])
  } finally {
    store.close()
  }
  expect(look(path).version).toBe(newest)
  expect(look(`${path}.before-3`)).toEqual({version: 2, sources: 1})
})

test('a collection of the second version is asked by the same indexes as a new one', () => {
  const indexes = (path: string) => {
    const db = new Database(path, {readonly: true})
    try {
      return db
        .prepare(
          `select name, sql from sqlite_schema where type = 'index' and tbl_name = 'cards' order by name`,
        )
        .all()
    } finally {
      db.close()
    }
  }
  const [old, fresh] = [versionTwo(), join(temporaryFolder(), 'ebb.db')]
  for (const path of [old, fresh]) openStore({path, migrationsDirectory: MIGRATIONS}).close()
  expect(indexes(old)).toEqual(indexes(fresh))
})
