import {writeOutput} from './output.ts'
import {type TerminalFeatures, terminalFeaturesOf} from './terminal-features.ts'

/** What can show one line after the other, and read one: any terminal, a pipe, a file. */
export interface LineTerminal {
  readonly features: TerminalFeatures
  /** Columns of a line. */
  readonly columns: number
  /** Whether what is typed is seen at once. */
  readonly echoes: boolean
  readonly write: (text: string) => void
  /** What is typed, a line at a time. Nothing is read before it is called. */
  readonly lines: () => LineInput
}

export interface LineInput {
  readonly iterator: AsyncIterator<string>
  /** Nothing is read any more, so that the process can end. */
  readonly close: () => void
}

/** Of what is no terminal, and of terminals that do not know their size. */
const USUAL_COLUMNS = 80

/** Standard input and output, whatever they are. */
export function systemLineTerminal(): LineTerminal {
  const {isatty} = process.getBuiltinModule('node:tty')
  const echoes = isatty(0)
  return {
    features: terminalFeaturesOf(process.env),
    columns: (isatty(1) && process.stdout.columns) || USUAL_COLUMNS,
    echoes,
    write: writeOutput,
    lines: () => {
      const {createInterface} = process.getBuiltinModule('node:readline')
      // `terminal` would have Node move the cursor: the system edits a line well enough.
      const reader = createInterface({input: process.stdin, terminal: false})
      return {
        iterator: reader[Symbol.asyncIterator](),
        close: () => {
          reader.close()
          process.stdin.destroy()
        },
      }
    },
  }
}
