import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {UserError} from '../core/user-error.ts'
import {pieceEncoder} from './encoded.ts'
import type {Sink} from './sink.ts'

/** Where a file shall stand. */
export interface FilePlace {
  readonly path: string
  /** Whether a file that is there may be replaced. */
  readonly force: boolean
}

/** How many names are tried before it is given up to find one that is free. */
const MOST_NAMES = 100
/** How much of the name the unfinished file has: a name has 255 bytes at most, and a character up to four. */
const MOST_CHARACTERS = 40

/**
 * A file that appears whole or not at all: it is written under a name of its own beside its place, brought to disk, and
 * only then given its name. What stood there stays until that moment.
 * @throws UserError where a file is there already and may not be replaced, or the folder cannot be written to.
 */
export function openAtomicFile({path, force}: FilePlace): Sink {
  const target = targetOf(path)
  // By its own name: where a pipe is, there is nothing at the end of the link.
  const previous = statIfThere(path)
  if (previous) refuseToReplace(path, previous, force)
  const {file: unfinished, descriptor} = explained(path, () => createBeside(target))
  const encode = pieceEncoder()
  let isOpen = true
  const close = () => {
    if (isOpen) closeSync(descriptor)
    isOpen = false
  }
  const abandon = () => {
    close()
    rmSync(unfinished, {force: true})
  }
  return {
    isTerminal: false,

    async write(text) {
      explained(path, () => writeAll(descriptor, encode(text)))
      // Signals are heard in between.
      await new Promise(setImmediate)
      return true
    },

    finish() {
      try {
        explained(path, () => {
          fsyncSync(descriptor)
          close()
          if (previous) chmodSync(unfinished, previous.mode)
          if (force) renameSync(unfinished, target)
          else giveName(unfinished, target)
          bringToDisk(dirname(target))
        })
      } finally {
        abandon()
      }
    },

    abandon,
  }
}

/** The file itself where a link leads to it: the link stays, and what it leads to is replaced. */
function targetOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function refuseToReplace(path: string, previous: Stats, force: boolean): void {
  if (previous.isDirectory()) throw new UserError(`${path} is a folder`, 'Name a file in it.')
  if (!previous.isFile()) {
    throw new UserError(
      `${path} is no ordinary file`,
      'Without --output, everything goes to standard output.',
    )
  }
  if (!force) throw alreadyThere(path)
}

function alreadyThere(path: string): UserError {
  return new UserError(`${path} is there already`, 'Replace it with --force, or name another file.')
}

function createBeside(target: string): {file: string; descriptor: number} {
  const beginning = [...basename(target)].slice(0, MOST_CHARACTERS).join('')
  for (let number = 1; ; number += 1) {
    const name = `.${beginning}.unfinished-${process.pid}-${number}`
    const file = join(dirname(target), name)
    try {
      return {file, descriptor: openSync(file, 'wx')}
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || number === MOST_NAMES) throw error
    }
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let rest = bytes
  while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest))
}

/** Another program may have made a file of this name meanwhile: unlike a rename, a link does not replace it. */
function giveName(unfinished: string, target: string): void {
  try {
    linkSync(unfinished, target)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw alreadyThere(target)
    // Not every file system has links.
    if (statIfThere(target)) throw alreadyThere(target)
    renameSync(unfinished, target)
  }
}

/** The name itself. Not every system can open a folder. */
function bringToDisk(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r')
    try {
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch {}
}

function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path, {throwIfNoEntry: false})
  } catch {
    return undefined
  }
}

const EXPLANATIONS: Readonly<Record<string, readonly [problem: string, hint: string]>> = {
  ENOENT: ['cannot be written: its folder does not exist', 'Check the spelling.'],
  ENOTDIR: ['cannot be written', 'A part of this path is a file, not a folder.'],
  EACCES: ['cannot be written', 'You have no permission to write in its folder.'],
  EPERM: ['cannot be written', 'You have no permission to write in its folder.'],
  EROFS: ['cannot be written', 'Its disk is read-only.'],
  ENOSPC: ['cannot be written: the disk is full', 'Free some space, then try again.'],
  EDQUOT: ['cannot be written: the disk is full', 'Free some space, then try again.'],
}

function explained<T>(path: string, write: () => T): T {
  try {
    return write()
  } catch (error) {
    if (error instanceof UserError) throw error
    const {code = '', message} = error as NodeJS.ErrnoException
    const [problem, hint] = EXPLANATIONS[code] ?? ['cannot be written', message]
    throw new UserError(`${path} ${problem}`, hint)
  }
}
