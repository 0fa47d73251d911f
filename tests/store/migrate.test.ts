import {spawn} from 'node:child_process'
import {copyFileSync, mkdirSync, readdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import Database from 'better-sqlite3'
import {expect, test} from 'vitest'
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
