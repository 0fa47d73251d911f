import {writeSync} from 'node:fs'

const STDOUT = 1
const STDERR = 2

/**
 * Writes text to standard output, all of it before this returns where the system allows. `process.stdout` would load Node’s network
 * and stream code first, a tenth of what a shell prompt waits for `ebb due`.
 */
export function writeOutput(text: string): void {
  write(text, STDOUT)
}

/** Writes text to standard error. */
export function writeError(text: string): void {
  write(text, STDERR)
}

function write(text: string, descriptor: typeof STDOUT | typeof STDERR): void {
  let rest = Buffer.from(text)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException
      // `ebb cards | head` closes the pipe early, which is no error of ours.
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
      // A reader that is slower than we are: let Node wait for it.
      const stream = descriptor === STDOUT ? process.stdout : process.stderr
      stream.on('error', () => {})
      stream.write(rest)
      return
    }
  }
}
