import {closeSync, openSync, readFileSync, statSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import Database from 'better-sqlite3'
import {expect, test} from 'vitest'
import {openStore} from '../../src/store/open.ts'
import {basic, documentOf, importInto} from '../support/makers-note.ts'
import {MIGRATIONS, temporaryFolder, temporaryStore} from '../support/store.ts'

/** A closed database of some hundred kilobytes. */
function largeDatabase(): string {
  const path = join(temporaryFolder(), 'ebb.db')
  const store = openStore({path, migrationsDirectory: MIGRATIONS})
  const notes = Array.from({length: 300}, (_, index) => basic(`q${index}`, 'long '.repeat(100)))
  importInto(store, [documentOf('a.md', notes)])
  expect(store.checkFile()).toEqual([])
  store.close()
  return path
}

test('a row that refers to nothing is found', () => {
  const path = largeDatabase()
  const db = new Database(path)
  db.pragma('foreign_keys = off')
  db.exec('delete from sources')
  db.close()
  const findings = temporaryStore(path).checkFile()
  expect(findings).toHaveLength(300)
  expect(findings[0]).toEqual({kind: 'dangling-reference', table: 'notes', parent: 'sources'})
})

test('a row that breaks a rule of its table is found', () => {
  const path = largeDatabase()
  const db = new Database(path)
  db.pragma('ignore_check_constraints = on')
  db.exec("update cards set stability = 1 where phase = 'new'")
  db.close()
  expect(temporaryStore(path).checkFile()).toContainEqual({
    kind: 'damaged-file',
    message: 'CHECK constraint failed in cards',
  })
})

test('pages of garbage are explained or found, never a bug', () => {
  const path = largeDatabase()
  const {size} = statSync(path)
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(size / 2, 0xa5), 0, size / 2, size / 4)
  closeSync(file)
  const damaged = readFileSync(path)
  const examine = () => {
    const store = temporaryStore(path)
    const findings = store.checkFile()
    if (findings.length === 0) throw new Error('the damage was not seen')
    store.findCards('')
  }
  expect(examine).toThrow(
    expect.objectContaining({name: 'UserError', message: `The database ${path} is damaged`}),
  )
  expect(readFileSync(path)).toEqual(damaged)
})
