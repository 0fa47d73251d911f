import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {onTestFinished} from 'vitest'
import {openStore, type Store} from '../../src/store/open.ts'

export const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), '../../migrations')

/** A folder that is gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ebb-store-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** A real database in a file of its own, closed and removed when the test ends. */
export function temporaryStore(path = join(temporaryFolder(), 'ebb.db')): Store {
  const store = openStore({path, migrationsDirectory: MIGRATIONS})
  onTestFinished(() => store.close())
  return store
}
