import {closeSync, openSync, readSync} from 'node:fs'
import {UserError} from '../core/user-error.ts'

const CHUNK_BYTES = 1 << 16
/** Of one line: what no program writes need not fit into memory. */
const MOST_BYTES = 1 << 28
const LINE_FEED = 10

/**
 * The lines of a file of UTF-8, one at a time and without their ends; `-` is standard input.
 * @throws UserError where it cannot be read, is no UTF-8, or has a line of more than 256 MB.
 */
export function* linesOf(path: string): Generator<string> {
  let line = 0
  const decoder = new TextDecoder('utf-8', {fatal: true})
  const decoded = (bytes: Uint8Array): string => {
    line += 1
    try {
      const text = decoder.decode(bytes)
      return text.endsWith('\r') ? text.slice(0, -1) : text
    } catch {
      throw new UserError(`${path}:${line}: This line is no UTF-8 text.`, 'It may be damaged.')
    }
  }
  let rest: Uint8Array[] = []
  let length = 0
  for (const chunk of chunksOf(path)) {
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      const last = chunk.subarray(from, end)
      yield decoded(rest.length === 0 ? last : Buffer.concat([...rest, last]))
      rest = []
      length = 0
      from = end + 1
    }
    if (from === chunk.length) continue
    rest.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > MOST_BYTES) {
      throw new UserError(`${path}:${line + 1}: This line is too long to be read.`)
    }
  }
  if (rest.length > 0) yield decoded(Buffer.concat(rest))
}

function* chunksOf(path: string): Generator<Buffer> {
  const descriptor = path === '-' ? 0 : explained(path, () => openSync(path, 'r'))
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
      const length = explained(path, () => readSync(descriptor, chunk))
      if (length === 0) return
      yield chunk.subarray(0, length)
    }
  } finally {
    if (descriptor !== 0) closeSync(descriptor)
  }
}

function explained<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    const problem =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : 'cannot be read'
    throw new UserError(`${path} ${problem}`, code === 'ENOENT' ? 'Check the spelling.' : message)
  }
}
