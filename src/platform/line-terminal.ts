import {writeOutput} from './output.ts'
import {type TerminalFeatures, terminalFeaturesOf} from './terminal-features.ts'

/** What can show one line after the other, and read one: any terminal, a pipe, a file. */
export interface LineTerminal {
  readonly features: TerminalFeatures
  /** Columns of a line, at present. */
  readonly columns: () => number
  /** Whether what is typed is seen at once. */
  readonly echoes: boolean
  /** Whether anybody still reads what is written. */
  readonly write: (text: string) => boolean
  /** What is typed, a line at a time. Nothing is read before it is called. */
  readonly lines: () => LineInput
}

export interface LineInput {
  /** The next line; nothing at the end of the input. */
  readonly next: () => Promise<string | undefined>
  /** Drops the lines that were typed on a terminal before they are asked for; those of a pipe stay. */
  readonly forget: () => Promise<void>
  /** Nothing is read any more, so that the process can end. */
  readonly close: () => void
}

/** Of what is no terminal, and of terminals that do not know their size. */
const USUAL_COLUMNS = 80

/** Standard input and output, whatever they are. */
export function systemLineTerminal(): LineTerminal {
  const {isatty} = process.getBuiltinModule('node:tty')
  const echoes = isatty(0)
  const isSized = isatty(1)
  return {
    features: terminalFeaturesOf(process.env),
    columns: () => (isSized && process.stdout.columns) || USUAL_COLUMNS,
    echoes,
    write: writeOutput,
    lines: () => systemLines(echoes),
  }
}

/** A terminal gives a line at a time: whatever it holds has come a turn of the event loop later, or nothing has. */
async function nextRead(): Promise<void> {
  await new Promise(resolve => setImmediate(resolve))
  await new Promise(resolve => setImmediate(resolve))
}

function systemLines(isTerminal: boolean): LineInput {
  const {createInterface} = process.getBuiltinModule('node:readline')
  // `terminal` would have Node move the cursor: the system edits a line well enough.
  const reader = createInterface({input: process.stdin, terminal: false})
  const early: string[] = []
  let isOver = false
  let hear: ((line: string | undefined) => void) | undefined
  const answer = (line: string | undefined): void => {
    const heard = hear
    hear = undefined
    if (heard) heard(line)
    else if (line !== undefined) early.push(line)
  }
  const end = (): void => {
    isOver = true
    answer(undefined)
  }
  reader.on('line', answer)
  reader.on('close', end)
  // A terminal that was closed.
  process.stdin.on('error', end)
  return {
    next: () =>
      new Promise(resolve => {
        if (early.length > 0 || isOver) resolve(early.shift())
        else hear = resolve
      }),
    forget: async () => {
      if (!isTerminal) return
      for (let known = -1; known !== early.length; ) {
        known = early.length
        await nextRead()
      }
      early.length = 0
    },
    close: () => {
      reader.close()
      process.stdin.destroy()
    },
  }
}
