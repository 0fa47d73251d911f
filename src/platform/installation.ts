import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** Where the migrations of this installation lie: beside the bundle’s folder. */
export function migrationsDirectory(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '..', 'migrations')
}
