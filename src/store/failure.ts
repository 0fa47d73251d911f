import {UserError} from '../core/user-error.ts'

type Operation = (...parameters: never[]) => unknown
type Explanation = readonly [problem: string, hint: string]

/** What the user can do about SQLite’s primary result codes. All others are bugs of ours. */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  SQLITE_FULL: [
    'cannot be written: the disk is full',
    'Free some space, then try again. Nothing that was confirmed is lost.',
  ],
  SQLITE_IOERR: [
    'cannot be read or written: the disk reports an error',
    'Check the disk, and that the folder is still there.',
  ],
  SQLITE_READONLY: [
    'cannot be written',
    'Check the permissions of the file and of its folder, or set EBB_HOME to another folder.',
  ],
  SQLITE_PERM: ['cannot be opened', 'Check the permissions of the file and of its folder.'],
  SQLITE_CANTOPEN: [
    'cannot be opened',
    'Check the permissions of the file and of its folder, or set EBB_HOME to another folder.',
  ],
  SQLITE_BUSY: ['is in use by another program', 'Close the other ebb, then try again.'],
  SQLITE_LOCKED: ['is in use by another program', 'Close the other ebb, then try again.'],
  SQLITE_NOTADB: [
    'is not a database',
    'Move the file away, or set EBB_HOME to another folder. It was not changed.',
  ],
  SQLITE_CORRUPT: [
    'is damaged',
    'Keep a copy of it, and restore the newest backup; `ebb doctor` may tell more.',
  ],
}

/** What `error` means for the user of the database at `path`; the error itself where it is none of SQLite’s everyday ones. */
function explained(error: unknown, path: string): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error
  const primaryCode = error.code.split('_').slice(0, 2).join('_')
  const explanation = EXPLANATIONS[primaryCode]
  if (!explanation) return error
  const [problem, hint] = explanation
  return new UserError(`The database ${path} ${problem}`, hint)
}

/** Whether a table does not take a row, since it breaks one of its rules or a value is of another type. */
export function isRefusedRow(error: unknown): error is Error {
  if (!(error instanceof Error && 'code' in error)) return false
  return /^SQLITE_(?:CONSTRAINT|MISMATCH)/.test(String(error.code))
}

/** Runs `operation`, and throws what the user can put right as a `UserError`. */
export function explaining<Result>(path: string, operation: () => Result): Result {
  try {
    return operation()
  } catch (error) {
    throw explained(error, path)
  }
}

/** The same operations, each of them explaining its failures; a generator’s also while it runs. */
export function explainingAll<Operations extends Readonly<Record<string, Operation>>>(
  path: string,
  operations: Operations,
): Operations {
  const wrap =
    (operation: Operation): Operation =>
    (...parameters) => {
      const result = explaining(path, () => operation(...parameters))
      return isGenerator(result) ? explainingEach(path, result) : result
    }
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [name, wrap(operation)]),
  ) as Operations
}

function isGenerator(value: unknown): value is Generator<unknown> {
  return typeof value === 'object' && value !== null && 'next' in value
}

/** The same items, each explaining the failure to read it. */
export function* explainingEach<Item>(path: string, items: Generator<Item>): Generator<Item> {
  try {
    yield* items
  } catch (error) {
    throw explained(error, path)
  }
}
