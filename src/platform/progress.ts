import {writeError} from './output.ts'

/** How long work goes on in silence, and how often its progress is told then. */
const SILENCE_MS = 500
const PERIOD_MS = 100

const STDERR = 2
const ERASE_LINE = '\r\u001B[K'

/** Tells on standard error, where that is a terminal, how far a long piece of work has come. */
export interface Progress {
  /** `what` says it with numbers: `Reading document 12 of 3000`. */
  readonly tell: (what: string) => void
  /** Takes the line away. */
  readonly end: () => void
}

interface Outside {
  /** Milliseconds since any point in time. */
  readonly now: () => number
  readonly isTerminal: () => boolean
  readonly write: (text: string) => void
}

export function systemProgress(): Progress {
  return progressOn({
    now: () => performance.now(),
    isTerminal: () => process.getBuiltinModule('node:tty').isatty(STDERR),
    write: writeError,
  })
}

/** Progress of work that begins with the first thing told. */
export function progressOn({now, isTerminal, write}: Outside): Progress {
  let next: number | undefined
  let isShown = false
  return {
    tell: what => {
      const time = now()
      next ??= time + SILENCE_MS
      if (time < next || !isTerminal()) return
      next = time + PERIOD_MS
      isShown = true
      write(`${ERASE_LINE}${what} …`)
    },
    end: () => {
      if (isShown) write(ERASE_LINE)
      isShown = false
    },
  }
}
