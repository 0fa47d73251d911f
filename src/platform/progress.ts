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

export function systemProgress(): Progress {
  let last: number | undefined
  let isShown = false
  return {
    tell: what => {
      const now = performance.now()
      last ??= now + SILENCE_MS - PERIOD_MS
      if (now - last < PERIOD_MS) return
      last = now
      if (!process.getBuiltinModule('node:tty').isatty(STDERR)) return
      isShown = true
      writeError(`${ERASE_LINE}${what} …`)
    },
    end: () => {
      if (isShown) writeError(ERASE_LINE)
    },
  }
}
