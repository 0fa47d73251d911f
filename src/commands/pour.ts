import {UserError} from '../core/user-error.ts'
import type {Sink} from '../platform/sink.ts'
import {sanitizeText} from '../render/sanitize.ts'
import type {Context} from './context.ts'

/** Where a command writes what may be long. */
export interface Destination {
  /** Standard output where none is given. */
  readonly file: string | undefined
  /** Whether a file that is there may be replaced. */
  readonly force: boolean
}

/** How much is gathered before it is written. */
const PIECE_LENGTH = 60_000

/**
 * Writes a text piece by piece, so that no more than a piece is held. A file appears whole or not at all.
 * @throws UserError where it cannot be written, or the program is told to end.
 */
export async function pour(
  context: Pick<Context, 'sinks' | 'ending'>,
  {file, force}: Destination,
  pieces: Iterable<string>,
): Promise<void> {
  const goOn = () => refuseToGoOn(context, file)
  // Before there is an unfinished file: a signal that nobody hears would leave it behind.
  goOn()
  const sink =
    file === undefined ? context.sinks.standard() : context.sinks.file({path: file, force})
  try {
    if (!(await pourInto(sink, pieces, goOn))) return
    sink.finish()
  } finally {
    sink.abandon()
  }
}

/** Resolves to `false` where nobody reads any more. */
async function pourInto(sink: Sink, pieces: Iterable<string>, goOn: () => void): Promise<boolean> {
  // Text of documents is not to command a terminal; a file or another program gets it as it is.
  const shown = sink.isTerminal ? sanitizeText : (text: string) => text
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < PIECE_LENGTH) continue
    if (!(await sink.write(shown(text)))) return false
    goOn()
    text = ''
  }
  return text === '' || sink.write(shown(text))
}

/** Without a file there is nothing to leave in order, and the system ends the program. */
function refuseToGoOn(context: Pick<Context, 'ending'>, file: string | undefined): void {
  if (file === undefined || !context.ending.aborted) return
  throw new UserError(`Stopped: ${file} was not written.`)
}
