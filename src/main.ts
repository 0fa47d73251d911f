import {runCli} from './cli.ts'
import type {Context} from './commands/context.ts'
import {parseInstant} from './core/time.ts'
import {isUserError, UserError} from './core/user-error.ts'
import {systemClock} from './platform/clock.ts'
import {confirm} from './platform/confirm.ts'
import {openEditor} from './platform/editor.ts'
import {systemEnding} from './platform/ending.ts'
import {systemFiles} from './platform/files.ts'
import {systemImages} from './platform/images.ts'
import {migrationsDirectory} from './platform/installation.ts'
import {systemLineTerminal} from './platform/line-terminal.ts'
import {linesOf} from './platform/lines.ts'
import {writeError, writeOutput} from './platform/output.ts'
import {databaseFile, isMissing} from './platform/paths.ts'
import {systemProgress} from './platform/progress.ts'
import {systemSinks} from './platform/sinks.ts'
import {systemTerminal} from './platform/terminal.ts'
import {sanitizeText} from './render/sanitize.ts'
import {wrapWords} from './report/wrap-words.ts'
import {openStore, type Store} from './store/open.ts'

const STDERR = 2

/** What SQLite calls a database that is in no file. */
const NOWHERE = ':memory:'

void main()

/** The composition root, and the one place that handles errors. */
async function main(): Promise<void> {
  const ending = systemEnding()
  let store: Store | undefined
  let asked: AbortSignal | undefined
  try {
    const environment = process.env
    const openAt = (path: string): Store => {
      store ??= openStore({path, migrationsDirectory: migrationsDirectory()})
      return store
    }
    const context: Context = {
      clock: systemClock(fixedInstant(environment['EBB_NOW'])),
      random: Math.random,
      files: systemFiles,
      openStore: () => openAt(databaseFile(environment)),
      openStoreToRead: () => {
        const path = databaseFile(environment)
        return openAt(isMissing(path) ? NOWHERE : path)
      },
      terminal: systemTerminal,
      lineTerminal: systemLineTerminal,
      confirm,
      openEditor: place => openEditor(place, environment),
      images: systemImages,
      progress: systemProgress(),
      sinks: systemSinks(databaseFile(environment)),
      linesOf,
      environment,
      get ending() {
        asked = ending()
        return asked
      },
    }
    await closingAfter(runAndTell(context), () => store?.close())
    // All is in order: now it ends by the signal that asked for it, as whoever sent it expects.
    if (asked?.aborted) process.kill(process.pid, asked.reason)
  } catch (error) {
    process.exitCode = report(error)
  }
}

async function runAndTell(context: Context): Promise<void> {
  const {output, errorOutput, exitCode} = await runCli(process.argv.slice(2), context)
  tell(errorOutput)
  writeOutput(output)
  process.exitCode = exitCode
}

/** Closes what was opened meanwhile. Where both fail, the first failure tells more. */
async function closingAfter(running: Promise<void>, close: () => void): Promise<void> {
  try {
    await running
  } catch (error) {
    try {
      close()
    } catch {}
    throw error
  }
  close()
}

/** `EBB_NOW` stands in for the clock: tests and demonstrations want a day of their own. */
function fixedInstant(text: string | undefined) {
  if (!text) return undefined
  const instant = parseInstant(text)
  if (instant === undefined) {
    throw new UserError(
      `EBB_NOW is \`${text}\`, which is no instant`,
      'Write it as ISO 8601 with an offset: 2026-03-01T09:00:00+01:00',
    )
  }
  return instant
}

function report(error: unknown): 1 | 70 {
  if (isUserError(error)) {
    tell(`ebb: ${error.message}\n${error.hint ? `${error.hint}\n` : ''}`)
    return 1
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  tell(`ebb: this is a bug, please report it together with these lines:\n${stack}\n`)
  return 70
}

/** Errors name what documents and arguments hold, which is not to command the terminal. */
function tell(text: string): void {
  const clean = sanitizeText(text)
  const {isatty} = process.getBuiltinModule('node:tty')
  const {columns = 0} = text !== '' && isatty(STDERR) ? process.stderr : {}
  writeError(columns > 0 ? wrapWords(clean, columns) : clean)
}
