import {createHash} from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import Database from 'better-sqlite3'
import {expect, onTestFinished, test} from 'vitest'
import {makeDurable} from '../../src/store/durability.ts'
import {openStore} from '../../src/store/open.ts'
import {basic, documentOf, importInto} from '../support/makers-note.ts'
import {MIGRATIONS, temporaryFolder, temporaryStore} from '../support/store.ts'

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const open = (path: string, migrationsDirectory = MIGRATIONS) =>
  openStore({path, migrationsDirectory})
const databaseIn = (folder: string) => join(folder, 'ebb.db')

/** A database with one note, as this version leaves it. */
function existingDatabase(): string {
  const path = databaseIn(temporaryFolder())
  const store = open(path)
  importInto(store, [documentOf('a.md', [basic('q')])])
  store.close()
  return path
}

/** The migrations of this version and one more. */
function migrationsAnd(sql: string): string {
  const folder = temporaryFolder()
  for (const file of readdirSync(MIGRATIONS))
    copyFileSync(join(MIGRATIONS, file), join(folder, file))
  writeFileSync(join(folder, `000${readdirSync(MIGRATIONS).length + 1}-next.sql`), sql)
  return folder
}

/** Runs `body` without the rights of root, whom no permission binds. */
function asNobody(body: () => void): void {
  if (process.getuid?.() !== 0) {
    body()
    return
  }
  process.seteuid?.(65_534)
  try {
    body()
  } finally {
    process.seteuid?.(0)
  }
}

test('a fresh database is made, with the folders above it', () => {
  const path = join(temporaryFolder(), 'deep', 'down', 'ebb.db')
  expect(temporaryStore(path).findCards('')).toEqual([])
})

test('commits go through a write-ahead log and are synced to the disk', () => {
  const path = existingDatabase()
  const db = new Database(path)
  onTestFinished(() => void db.close())
  expect(db.pragma('journal_mode', {simple: true})).toBe('wal')
  makeDurable(db, 0)
  expect(db.pragma('synchronous', {simple: true})).toBe(2)
  expect(db.pragma('fullfsync', {simple: true})).toBe(1)
})

test('a database of a newer version is refused, and not a byte of it changes', () => {
  const path = existingDatabase()
  const db = new Database(path)
  db.pragma('user_version = 99')
  db.close()
  const hash = hashOf(path)
  expect(() => open(path)).toThrow(
    expect.objectContaining({
      name: 'UserError',
      message: `The database ${path} is at version 99, but this program knows only ${readdirSync(MIGRATIONS).length}`,
      hint: 'Install a newer version of ebb. The database was not changed.',
    }),
  )
  expect(hashOf(path)).toBe(hash)
  expect(readdirSync(join(path, '..'))).toEqual(['ebb.db'])
})

test('a file that is no database is refused, and not a byte of it changes', () => {
  const path = databaseIn(temporaryFolder())
  writeFileSync(path, 'These are notes about the sea, and by no means a database.\n'.repeat(100))
  const hash = hashOf(path)
  expect(() => open(path)).toThrow(
    expect.objectContaining({name: 'UserError', message: `The database ${path} is not a database`}),
  )
  expect(hashOf(path)).toBe(hash)
})

test('a database of another program is refused, and not a byte of it changes', () => {
  const path = databaseIn(temporaryFolder())
  const db = new Database(path)
  db.exec('create table cards (id integer primary key)')
  db.close()
  const hash = hashOf(path)
  expect(() => open(path)).toThrow(
    expect.objectContaining({
      name: 'UserError',
      message: `The database ${path} belongs to another program`,
    }),
  )
  expect(hashOf(path)).toBe(hash)
})

test('an empty file becomes a database', () => {
  const path = databaseIn(temporaryFolder())
  writeFileSync(path, '')
  expect(temporaryStore(path).deckCounts({today: 0 as never, until: 0 as never})).toEqual([])
})

test('a folder that cannot be made is explained', () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(() => open(join(file, 'below', 'ebb.db'))).toThrow(
    expect.objectContaining({
      name: 'UserError',
      message: expect.stringContaining(`The folder ${join(file, 'below')} cannot be created`),
    }),
  )
})

test('a folder in the place of the database is explained', () => {
  const path = databaseIn(temporaryFolder())
  mkdirSync(path)
  expect(() => open(path)).toThrow(
    expect.objectContaining({name: 'UserError', message: `The database ${path} cannot be opened`}),
  )
})

const RESTRICTED = [
  {
    name: 'a folder that may only be read',
    folderMode: 0o555,
    exists: false,
    problem: 'cannot be opened',
  },
  {
    name: 'a folder that may not even be read',
    folderMode: 0o000,
    exists: true,
    problem: 'cannot be opened',
  },
  {
    name: 'a file that may only be read',
    folderMode: 0o777,
    exists: true,
    problem: 'cannot be written',
  },
]

test.skipIf(process.platform === 'win32').each(RESTRICTED)(
  '$name is explained',
  ({folderMode, exists, problem}) => {
    const home = temporaryFolder()
    chmodSync(home, 0o755)
    const folder = join(home, 'restricted')
    mkdirSync(folder)
    const path = databaseIn(folder)
    if (exists) {
      copyFileSync(existingDatabase(), path)
      chmodSync(path, 0o444)
    }
    chmodSync(folder, folderMode)
    onTestFinished(() => chmodSync(folder, 0o755))
    asNobody(() => {
      const use = () => {
        const store = open(path)
        onTestFinished(() => store.close())
        importInto(store, [documentOf('b.md', [basic('r')])])
      }
      expect(use).toThrow(
        expect.objectContaining({
          name: 'UserError',
          message: `The database ${path} ${problem}`,
          hint: expect.stringContaining('permissions'),
        }),
      )
    })
  },
)

test('a database that another process keeps locked is explained', () => {
  const path = existingDatabase()
  const other = new Database(path)
  onTestFinished(() => void other.close())
  other.pragma('locking_mode = exclusive')
  other.exec('begin exclusive')
  expect(() => openStore({path, migrationsDirectory: MIGRATIONS, busyTimeoutMs: 50})).toThrow(
    expect.objectContaining({
      name: 'UserError',
      message: `The database ${path} is in use by another program`,
    }),
  )
})

test('before an existing database is migrated, a whole copy of it is made', () => {
  const path = existingDatabase()
  const newer = migrationsAnd('alter table notes add column flag integer')
  const store = open(path, newer)
  onTestFinished(() => store.close())
  expect(store.findCards('')).toHaveLength(1)

  const copy = temporaryStore(`${path}.before-${readdirSync(MIGRATIONS).length + 1}`)
  expect(copy.findCards('')).toEqual(store.findCards(''))
  expect(readdirSync(join(path, '..')).filter(file => file.includes('unfinished'))).toEqual([])
})

test.each([
  {
    name: 'that breaks off',
    sql: 'alter table notes add column flag integer; select nonsense from nowhere;',
  },
  {name: 'that leaves references to nothing', sql: 'delete from sources;'},
])('a migration $name leaves the old database as it was', ({sql}) => {
  const path = existingDatabase()
  expect(() => open(path, migrationsAnd(sql))).toThrow()
  const store = temporaryStore(path)
  expect(store.findCards('')).toHaveLength(1)
  expect(store.checkFile()).toEqual([])
  const raw = new Database(path)
  onTestFinished(() => void raw.close())
  expect(
    raw
      .prepare('select * from notes')
      .columns()
      .map(({name}) => name),
  ).not.toContain('flag')
})

test('a database is opened twice at once', () => {
  const path = existingDatabase()
  const [one, two] = [temporaryStore(path), temporaryStore(path)]
  importInto(one, [documentOf('b.md', [basic('r')])])
  expect(two.findCards('')).toHaveLength(2)
})

test('opening an existing database writes nothing', () => {
  const path = existingDatabase()
  const {mtimeMs} = statSync(path)
  const hash = hashOf(path)
  open(path).close()
  expect([hashOf(path), statSync(path).mtimeMs]).toEqual([hash, mtimeMs])
})
