import {writeSync} from 'node:fs'
import {UserError} from '../core/user-error.ts'
import {pieceEncoder} from './encoded.ts'

/** Where a long text goes, piece by piece. */
export interface Sink {
  /** Whether a person watches. */
  readonly isTerminal: boolean
  /**
   * Resolves once the piece is taken, so that no more is held than the reader has fallen behind; to `false` where nobody reads any more.
   * @throws UserError where it cannot be written.
   */
  readonly write: (text: string) => Promise<boolean>
  /** To be called once, after the last piece. @throws UserError where it cannot be brought to its place. */
  readonly finish: () => void
  /** Leaves no trace of what was written, as far as that can be done. May be called at any time, and more than once. */
  readonly abandon: () => void
}

const STDOUT = 1
const PATIENCE_MS = 5

/** Standard output. A reader that goes away early, such as `head`, is no error. */
export function standardSink(): Sink {
  const encode = pieceEncoder()
  return {
    isTerminal: process.getBuiltinModule('node:tty').isatty(STDOUT),
    async write(text) {
      let rest = encode(text)
      while (rest.length > 0) {
        const written = writeSome(rest)
        if (written === 'nobody reads') return false
        rest = rest.subarray(written)
        if (written === 0) await new Promise(resolve => setTimeout(resolve, PATIENCE_MS))
      }
      return true
    },
    finish: () => {},
    abandon: () => {},
  }
}

function writeSome(bytes: Uint8Array): number | 'nobody reads' {
  try {
    return writeSync(STDOUT, bytes)
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    if (code === 'EPIPE') return 'nobody reads'
    // Whoever made the pipe may have it say that it is full instead of waiting.
    if (code === 'EAGAIN') return 0
    const problem = code === 'ENOSPC' ? 'the disk is full' : message
    throw new UserError(
      `The output cannot be written: ${problem}`,
      'Free some space, or write somewhere else.',
    )
  }
}
