import type {Highlight} from '../../render/context.ts'
import type {Span} from '../../render/line.ts'

/** Calls back when there is nothing more urgent to do. Returns what prevents that. */
export type Later = (run: () => void) => () => void

export interface CodeColorsOptions {
  /** Brings the highlighter, which is loaded for the first code that is shown. */
  readonly load: () => Promise<Highlight>
  readonly later: Later
  /** What was asked for and plain has its colours now. */
  readonly onReady: () => void
}

export interface CodeColors {
  /** The code in its colours where they are known; else plain, and the colours follow. */
  readonly highlight: Highlight
  /** No colours follow any more. */
  readonly close: () => void
}

/** Blocks of code that are remembered: those of some long answers. */
const KEPT = 64

/**
 * Colours code while the learner reads. A grammar may take tens of milliseconds for a long block, and loading the highlighter as
 * long: no key waits for either. One block at a time, so that a key that is pressed meanwhile waits for one at most.
 */
export function createCodeColors({load, later, onReady}: CodeColorsOptions): CodeColors {
  const known = new Map<string, readonly Span[]>()
  const wanted = new Map<string, readonly [code: string, language: string]>()
  let colored: Highlight | undefined
  let isBusy = false
  let isClosed = false
  let cancel = (): void => {}

  const remember = (key: string, spans: readonly Span[]): void => {
    known.delete(key)
    known.set(key, spans)
    const [oldest] = known.keys()
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
  }

  const work = (): void => {
    if (isBusy || isClosed) return
    isBusy = true
    cancel = later(() => {
      if (colored) colorOne(colored)
      else void begin()
    })
  }

  const begin = async (): Promise<void> => {
    try {
      colored = await load()
    } catch {
      // Plain code can be read as well: a missing file is no reason to end a review.
      isClosed = true
      return
    }
    isBusy = false
    work()
  }

  const colorOne = (highlight: Highlight): void => {
    isBusy = false
    const [next] = wanted
    if (next === undefined || isClosed) return
    const [key, [code, language]] = next
    wanted.delete(key)
    remember(key, highlight(code, language))
    if (wanted.size > 0) work()
    else onReady()
  }

  return {
    highlight: (code, language) => {
      const key = `${language}\n${code}`
      const spans = known.get(key)
      if (spans) {
        remember(key, spans)
        return spans
      }
      if (code !== '' && language !== '' && !isClosed) {
        wanted.set(key, [code, language])
        work()
      }
      return [{text: code}]
    },
    close: () => {
      isClosed = true
      cancel()
    },
  }
}
