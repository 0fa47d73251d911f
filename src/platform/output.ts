import {writeSync} from 'node:fs'
import {UserError} from '../core/user-error.ts'

const STDOUT = 1
const STDERR = 2

/**
 * Writes text to standard output, all of it before this returns where the system allows. `process.stdout` would load Node’s network
 * and stream code first, a tenth of what a shell prompt waits for `ebb due`.
 * @returns whether somebody still reads it: `ebb cards | head` closes the pipe early, which is no error of ours
 * @throws UserError where it cannot be written.
 */
export function writeOutput(text: string): boolean {
  try {
    return write(text, STDOUT)
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    const problem = code === 'ENOSPC' ? 'the disk is full' : message
    throw new UserError(
      `The output cannot be written: ${problem}`,
      'Free some space, or write somewhere else.',
    )
  }
}

/** Writes text to standard error; where that fails, there is nowhere left to say so. */
export function writeError(text: string): void {
  try {
    write(text, STDERR)
  } catch {}
}

function write(text: string, descriptor: typeof STDOUT | typeof STDERR): boolean {
  let rest = Buffer.from(text)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException
      if (code === 'EPIPE') return false
      if (code !== 'EAGAIN') throw error
      // A reader that is slower than we are: let Node wait for it.
      const stream = descriptor === STDOUT ? process.stdout : process.stderr
      stream.on('error', () => {})
      stream.write(rest)
      return true
    }
  }
  return true
}
