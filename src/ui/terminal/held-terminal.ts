import type {Size} from '../looks/layout.ts'
import {createReplyFilter} from './terminal-replies.ts'

/** How a shell stops and continues a program. */
export interface Jobs {
  readonly listen: (calls: {
    readonly onStop: () => void
    readonly onContinue: () => void
  }) => () => void
  /** Settles when the process goes on. */
  readonly stop: () => Promise<void>
}

/** The streams of a terminal. */
export interface TerminalStreams {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  /** Where there is such a thing; Ctrl-Z does nothing without. */
  readonly jobs?: Jobs | undefined
}

/** A terminal that shows this program alone, until it is given back. */
export interface HeldTerminal extends TerminalStreams {
  /** Shows a frame before there is Ink to draw it; Ink is to draw the same one over it. */
  readonly show: (frame: string) => void
  /** What `show` has put on the screen, if it is still there. */
  readonly shown: () => string | undefined
  /** Erases the screen; the cursor is at its beginning then. */
  readonly clear: () => void
  /** The cursor goes to the beginning, and the screen stays as it is. */
  readonly rewind: () => void
  /** Asks the terminal something; what it says from then on is given to `hear`, from its ESC on. */
  readonly ask: (query: string, hear: (reply: string) => void) => void
  /** Calls back when Ctrl-Z is read. */
  readonly onCtrlZ: (call: () => void) => void
  /** Calls back whenever the terminal was taken back from another program. */
  readonly onTake: (call: () => void) => void
  /** Shows the terminal as it was, for another program; `take` takes it back. */
  readonly lend: () => void
  readonly take: () => void
  /** Gives the terminal back as it was, for good. May be called again. */
  readonly release: () => void
}

const ALTERNATE_SCREEN = '\u001b[?1049'
const CURSOR = '\u001b[?25'
/** The mouse wheel sends arrow keys. Many terminals do that of themselves, so it is not turned off at the end but set as it was. */
const ALTERNATE_SCROLL = '\u001b[?1007'

const HOME = '\u001b[H'
const ERASE_LINE_END = '\u001b[K'
/** Everything visible erased, the scrollback left alone. */
const ERASE_BELOW = '\u001b[J'
const HOME_AND_ERASE = `${HOME}${ERASE_BELOW}`

const ENTER = `${ALTERNATE_SCREEN}h${CURSOR}l${ALTERNATE_SCROLL}s${ALTERNATE_SCROLL}h${HOME_AND_ERASE}`
const CTRL_Z = '\u001a'
const PASTE_START = '\u001b[200~'

const LEAVE = `${ALTERNATE_SCROLL}r${ALTERNATE_SCREEN}l${CURSOR}h`

/**
 * Takes the terminal: the alternate screen without a cursor, keys as they are pressed, what the terminal says of itself filtered out
 * of them. Nothing of that needs Ink. Keys that are pressed from now on wait until somebody reads them.
 */
export function holdTerminal({stdin, stdout, jobs}: TerminalStreams): HeldTerminal {
  const {read} = stdin
  let hear = (_reply: string): void => {}
  const withoutReplies = createReplyFilter(reply => hear(reply))
  /** Ctrl-Z was read before anybody could do something about it. */
  let isStopWanted = false
  let stop = (): void => {
    isStopWanted = true
  }
  let taken = (): void => {}
  let isHeld = false
  let isReleased = false
  let frame: string | undefined

  const write = (text: string): void => {
    // What a closed terminal says to that comes as an event.
    if (!stdout.destroyed) stdout.write(text)
  }
  const withoutCtrlZ = (text: string): string => {
    if (!text.includes(CTRL_Z) || text.includes(PASTE_START)) return text
    // Not while somebody reads.
    queueMicrotask(stop)
    return text.replaceAll(CTRL_Z, '')
  }
  const take = (): void => {
    if (isHeld || isReleased) return
    isHeld = true
    // First, as a process in the background is stopped here until it is in the foreground; and before anything is seen, as whoever
    // sees it may press a key at once, and Ctrl-C is one.
    stdin.setRawMode(true)
    // Ink reads text.
    stdin.read = size => {
      const text: string | null = read.call(stdin, size)
      return text === null ? text : withoutCtrlZ(withoutReplies(text))
    }
    write(ENTER)
    taken()
  }
  const lend = (): void => {
    if (!isHeld) return
    isHeld = false
    frame = undefined
    write(LEAVE)
    stdin.read = read
    stdin.setRawMode(false)
  }
  const release = (): void => {
    process.off('exit', release)
    lend()
    isReleased = true
  }

  process.once('exit', release)
  take()
  return {
    stdin,
    stdout,
    jobs,
    show: text => {
      frame = text
      write(
        `${HOME}${text.replaceAll('\r\n', `${ERASE_LINE_END}\r\n`)}${ERASE_LINE_END}${ERASE_BELOW}`,
      )
    },
    shown: () => frame,
    clear: () => {
      frame = undefined
      write(HOME_AND_ERASE)
    },
    rewind: () => write(HOME),
    ask: (query, listener) => {
      hear = listener
      write(query)
    },
    onTake: call => {
      taken = call
    },
    onCtrlZ: call => {
      stop = call
      if (isStopWanted) queueMicrotask(call)
      isStopWanted = false
    },
    lend,
    take,
    release,
  }
}

/** A terminal that does not know its size reports none, or 0. */
export function sizeOf({columns, rows}: NodeJS.WriteStream): Size {
  return {columns: columns || 80, rows: rows || 24}
}
