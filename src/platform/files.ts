import {type Dirent, readdirSync, readFileSync, readSync, realpathSync, statSync} from 'node:fs'
import {basename, extname, join, relative, resolve, sep} from 'node:path'
import {UserError} from '../core/user-error.ts'

/** A document as found on disk or on standard input. */
export interface FoundFile {
  /** As the user would name it: what reports show. */
  readonly path: string
  /** Absolute and without links, or `-` for standard input: what the collection stores. */
  readonly sourcePath: string
  /** Whether the user named it, not a folder above it. */
  readonly isNamed: boolean
  /** Folders below the named one and the file’s name without its ending: the deck unless the document names one. */
  readonly deckPath: readonly string[]
}

export interface Content {
  readonly bytes: Uint8Array
  readonly hash: string
}

const STANDARD_INPUT = '-'

/** Endings of the documents that a folder is searched for. A file that is named is read whatever its ending. */
const DOCUMENT_ENDINGS = new Set([
  '.md',
  '.markdown',
  '.mdown',
  '.mkd',
  '.mdx',
  '.txt',
  '.text',
  '.csv',
  '.tsv',
  '.org',
])

/**
 * The documents at a path: the file itself, or every document below a folder in the order of their names, without hidden
 * files and `node_modules`. Links are followed. What cannot be read below the folder is among them.
 * @throws UserError where nothing is there or the named one cannot be read.
 */
function findFiles(path: string): readonly FoundFile[] {
  if (path === STANDARD_INPUT) {
    return [{path, sourcePath: STANDARD_INPUT, isNamed: true, deckPath: ['Standard input']}]
  }
  const stats = explained(path, () => statSync(path))
  if (stats.isFile()) return [found(path, true, [stem(path)])]
  if (!stats.isDirectory()) {
    throw new UserError(
      `${path} is neither a file nor a folder`,
      'Name a document or a folder of documents.',
    )
  }
  explained(path, () => readdirSync(path))
  return [...documentsBelow(path, new Set())].map(file =>
    found(file, false, [...relative(path, file).split(sep).slice(0, -1), stem(file)]),
  )
}

/**
 * A document’s bytes and their SHA-256, in hexadecimal digits.
 * @throws UserError where it cannot be read.
 */
function readDocument({path, sourcePath}: FoundFile): Content {
  const bytes = explained(path, () =>
    sourcePath === STANDARD_INPUT ? readStandardInput() : readFileSync(sourcePath),
  )
  const {createHash} = process.getBuiltinModule('node:crypto')
  return {bytes, hash: createHash('sha256').update(bytes).digest('hex')}
}

/** The documents of this machine. */
export type Files = typeof systemFiles

/** Whether something lies at a path, as far as can be seen: what lies in a folder that is closed is not gone. */
function exists(path: string): boolean {
  try {
    return statSync(path, {throwIfNoEntry: false}) !== undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES'
  }
}

/** The absolute path of a folder without links, with a separator at its end; nothing where this is none. */
function folder(path: string): string | undefined {
  if (path === STANDARD_INPUT || !statSync(path, {throwIfNoEntry: false})?.isDirectory())
    return undefined
  const absolute = withoutLinks(path)
  return absolute.endsWith(sep) ? absolute : `${absolute}${sep}`
}

export const systemFiles = {find: findFiles, read: readDocument, exists, folder}

const PATIENCE_MS = 10

/** All of standard input. Whoever made the pipe may have it say that there is nothing yet instead of waiting. */
function readStandardInput(): Uint8Array {
  const chunks: Uint8Array[] = []
  for (;;) {
    const chunk = Buffer.alloc(65_536)
    try {
      const length = readSync(0, chunk)
      if (length === 0) return Buffer.concat(chunks)
      chunks.push(chunk.subarray(0, length))
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException
      // How Windows reports the end of a pipe.
      if (code === 'EOF') return Buffer.concat(chunks)
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE_MS)
    }
  }
}

function found(path: string, isNamed: boolean, deckPath: readonly string[]): FoundFile {
  return {path, sourcePath: withoutLinks(path), isNamed, deckPath}
}

/** The absolute path without links; with them where they lead nowhere. */
function withoutLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

function stem(path: string): string {
  return basename(path, extname(path))
}

/** Goes into each folder once, whatever links lead to it, and yields a folder that cannot be listed itself. */
function* documentsBelow(directory: string, visited: Set<string>): Generator<string> {
  const real = withoutLinks(directory)
  if (visited.has(real)) return
  visited.add(real)
  const entries = entriesOf(directory)
  if (!entries) {
    yield directory
    return
  }
  // Links last: a document is known by its own name, unless only a link leads to it.
  const links = entries.filter(entry => entry.isSymbolicLink())
  for (const entry of [...entries.filter(entry => !entry.isSymbolicLink()), ...links]) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(directory, entry.name)
    const kind = entry.isSymbolicLink() ? targetOf(path) : entry
    if (kind?.isDirectory()) yield* documentsBelow(path, visited)
    else if (kind?.isFile() !== false && DOCUMENT_ENDINGS.has(extname(entry.name).toLowerCase()))
      yield path
  }
}

function entriesOf(directory: string): readonly Dirent[] | undefined {
  try {
    const entries = readdirSync(directory, {withFileTypes: true})
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return undefined
  }
}

/** What a link leads to; nothing where it leads nowhere. */
function targetOf(link: string): Pick<Dirent, 'isDirectory' | 'isFile'> | undefined {
  try {
    return statSync(link)
  } catch {
    return undefined
  }
}

const EXPLANATIONS: Readonly<Record<string, readonly [problem: string, hint: string]>> = {
  ENOENT: ['does not exist', 'Check the spelling, and the folder you are in.'],
  ENOTDIR: ['does not exist', 'A part of this path is a file, not a folder.'],
  EACCES: ['cannot be read', 'You have no permission to read it.'],
  EPERM: ['cannot be read', 'You have no permission to read it.'],
  EISDIR: ['is a folder', 'Name a document.'],
  ELOOP: ['cannot be read', 'It is a symbolic link that leads to itself.'],
  ERR_FS_FILE_TOO_LARGE: ['is too large', 'Split it into documents of less than 2 GB.'],
}

function explained<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const [problem, hint] = EXPLANATIONS[code] ?? ['cannot be read', (error as Error).message]
    throw new UserError(`${path} ${problem}`, hint)
  }
}
