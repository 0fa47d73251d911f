import {closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync} from 'node:fs'
import Database from 'better-sqlite3'
import {UserError} from '../core/user-error.ts'

/**
 * Makes a whole copy of the database as it was last committed, on disk before this returns. To be called by the one who
 * holds the write lock, so that no two make one at a time. A backup that is there already is never replaced: where it
 * differs, the new one gets a number; where it is the same, it serves again.
 * @param options.version that the database has
 * @param options.unchanged what is told where the copy cannot be written: what was not done to the database
 * @returns The file that holds the copy.
 * @throws UserError where the copy cannot be written.
 */
export function backUp(
  path: string,
  file: string,
  {version, unchanged}: {readonly version: number; readonly unchanged: string},
): string {
  const unfinished = `${file}.unfinished-${process.pid}`
  try {
    rmSync(unfinished, {force: true})
    copyTo(unfinished, path, version)
    const place = placeFor(unfinished, file)
    if (existsSync(place)) rmSync(unfinished)
    else renameSync(unfinished, place)
    return place
  } catch (error) {
    if (isOfSqlite(error)) throw error
    throw new UserError(
      `The backup ${file} cannot be written: ${(error as Error).message}`,
      `${unchanged} Check the permissions and the space of its folder.`,
    )
  }
}

function copyTo(unfinished: string, path: string, version: number): void {
  // A connection of its own: one that is in a transaction cannot copy.
  const reader = new Database(path, {readonly: true})
  try {
    reader.prepare<[file: string]>('vacuum into ?').run(unfinished)
  } finally {
    reader.close()
  }
  const copy = new Database(unfinished, {readonly: true})
  const copied = copy.pragma('user_version', {simple: true})
  copy.close()
  if (copied !== version) throw new Error(`it is of version ${copied}, not ${version}`)
  const descriptor = openSync(unfinished, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** The first name that is free, or of a backup that is the same. */
function placeFor(unfinished: string, file: string): string {
  const copy = readFileSync(unfinished)
  for (let number = 1; ; number += 1) {
    const place = number === 1 ? file : `${file}.${number}`
    if (!existsSync(place) || readFileSync(place).equals(copy)) return place
  }
}

function isOfSqlite(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')
}
