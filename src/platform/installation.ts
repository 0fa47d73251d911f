import {join} from 'node:path'

/** Where the migrations of this installation lie: beside the bundle’s folder. */
export function migrationsDirectory(): string {
  return join(import.meta.dirname, '..', 'migrations')
}
