import type {Random} from '../core/random.ts'
import type {Clock} from '../platform/clock.ts'
import type {EditorPlace} from '../platform/editor.ts'
import type {Files} from '../platform/files.ts'
import type {Images} from '../platform/images.ts'
import type {LineTerminal} from '../platform/line-terminal.ts'
import type {Progress} from '../platform/progress.ts'
import type {Sinks} from '../platform/sinks.ts'
import type {Terminal} from '../platform/terminal.ts'
import type {Store} from '../store/open.ts'

/** The outside as a command sees it: built once, in `main`. */
export interface Context {
  readonly clock: Clock
  readonly random: Random
  readonly files: Files
  /** Opens the collection on first use; the same one afterwards. */
  readonly openStore: () => Store
  /** The same for who only reads: where there is no collection yet, an empty one that is written nowhere. */
  readonly openStoreToRead: () => Store
  /** The terminal that the learner sits at; nothing where input or output is a pipe or a file. */
  readonly terminal: () => Terminal | undefined
  /** Standard input and output for what needs no more than lines. */
  readonly lineTerminal: () => LineTerminal
  /** Asks a yes-or-no question on the terminal. */
  readonly confirm: (terminal: Terminal, question: string) => Promise<boolean>
  /** Lets the learner edit a document in an editor of their choice, in the terminal, which must be free for it. */
  readonly openEditor: (place: EditorPlace) => Promise<void>
  /** Images that documents name. */
  readonly images: Images
  readonly progress: Progress
  /** Where a long output goes. */
  readonly sinks: Sinks
  /** The lines of a file, one at a time. */
  readonly linesOf: (path: string) => Iterable<string>
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Aborted when the program is told to end (SIGTERM, SIGHUP, SIGINT). */
  readonly ending: AbortSignal
}

/** What a command came to: the text for standard output, and what the program ends with. */
export interface Outcome {
  readonly output: string
  /** 3 is an answer to whoever asked for one with `--exit-code`: it is no error. */
  readonly exitCode: 0 | 1 | 3
}

/** An outcome without anything wrong. */
export function done(output: string): Outcome {
  return {output, exitCode: 0}
}
