import type {DisplaySettings} from '../core/display-settings.ts'
import {type JobControl, systemJobControl} from './job-control.ts'
import {type TerminalFeatures, terminalFeaturesOf} from './terminal-features.ts'

type Wished = 'theme' | 'background' | 'ascii' | 'revealMode' | 'typeAnswers'

/** How the screen is to be drawn, and answers to be shown. */
export interface LookWishes extends Partial<Pick<DisplaySettings, Wished>> {
  /** Whether there may be colours. */
  readonly color?: boolean
}

/** The streams of a terminal, which know its size, what it can do, and how the shell behind it stops and continues this program. */
export interface Terminal {
  readonly features: TerminalFeatures
  /** What was asked for this once, instead of what is set. */
  readonly wishes?: LookWishes
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  /** Nothing on systems without job control. */
  readonly jobs: JobControl | undefined
  /** When keys are pressed: milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/** The terminal that this process was started in; nothing where input or output is a pipe or a file. */
export function systemTerminal(): Terminal | undefined {
  // Loaded only here: it brings Node’s network and stream code along.
  const {isatty} = process.getBuiltinModule('node:tty')
  if (!isatty(0) || !isatty(1)) return undefined
  tellEveryResize(process.stdout)
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    jobs: systemJobControl(),
    now: () => performance.now(),
    features: terminalFeaturesOf(process.env),
  }
}

/**
 * Node tells of a resize only where it finds another size than the last. A terminal that was made small and large again at once has
 * cut off what it showed, and must be drawn anew all the same.
 */
function tellEveryResize(stdout: NodeJS.WriteStream): void {
  let isTold = false
  stdout.on('resize', () => {
    isTold = true
  })
  // After the listener of the stream itself, which is as old as the stream.
  process.on('SIGWINCH', () => {
    if (!isTold) stdout.emit('resize')
    isTold = false
  })
}
