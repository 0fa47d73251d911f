import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {onTestFinished} from 'vitest'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const CACHE = join(ROOT, 'node_modules', '.cache', 'ebb-tests')

/** The morning on which every test takes place unless it says otherwise. */
const MORNING = '2026-03-02T09:00:00+00:00'

export interface Run {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

interface RunOptions {
  readonly env?: Record<string, string>
  readonly input?: string | Buffer
  readonly cwd?: string
  /** Without the rights of root, whom no permission binds. */
  readonly asNobody?: boolean
}

const NOBODY = 65_534

/** A folder that is gone when the test ends. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'ebb-test-'))
  onTestFinished(() => rmSync(directory, {recursive: true, force: true}))
  return directory
}

/** The environment in which the built program runs in tests: nothing of the developer’s own. */
export function programEnvironment(home: string, more: Record<string, string> = {}) {
  const {PATH = ''} = process.env
  return {
    PATH,
    HOME: home,
    // One for all, or every start would compile the program anew.
    XDG_CACHE_HOME: CACHE,
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    TZ: 'UTC',
    EBB_HOME: home,
    EBB_NOW: MORNING,
    ...more,
  }
}

/** Runs a line of Bash in which `$EBB` starts the built program in this collection. */
export function shell(line: string, home: string): Run {
  const EBB = `${process.execPath} ${join(ROOT, 'bin', 'ebb.js')}`
  const {stdout, stderr, status} = spawnSync('bash', ['-c', line], {
    env: {...programEnvironment(home), EBB},
    encoding: 'utf8',
    timeout: 30_000,
    killSignal: 'SIGKILL',
  })
  return {stdout, stderr, status}
}

/** Whether a small disk can be made here: by root, or in a namespace of one’s own. In CI it must be: nothing is skipped there. */
export const canMount =
  Boolean(process.env['CI']) ||
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /tmp'], {stdio: 'ignore'})
    .status === 0

/** Starts a command, given as further arguments of the script, with a home that is a disk of 1 MB. */
export function smallDisk(script = 'exec "$@"'): readonly string[] {
  const mount = 'mount -t tmpfs -o size=1m tmpfs "$EBB_HOME"'
  return ['unshare', '-rm', 'bash', '-c', `${mount} && ${script}`, 'bash']
}

/** Runs the built program in a collection of its own. */
export function program(home = temporaryDirectory()) {
  const run = (args: readonly string[], options: RunOptions = {}): Run => {
    const {stdout, stderr, status} = spawnSync(
      process.execPath,
      [join(ROOT, 'bin', 'ebb.js'), ...args],
      {
        env: programEnvironment(home, options.env),
        input: options.input ?? '',
        ...(options.cwd && {cwd: options.cwd}),
        ...(options.asNobody && process.getuid?.() === 0 && {uid: NOBODY, gid: NOBODY}),
        maxBuffer: 1 << 28,
      },
    )
    return {stdout: stdout.toString(), stderr: stderr.toString(), status}
  }
  return {
    home,
    run,
    /** Run, expect success, and parse what was printed. */
    json: (args: readonly string[], env: Record<string, string> = {}) => {
      const {stdout, stderr, status} = run([...args, '--json'], {env})
      if (status !== 0) throw new Error(`ebb ${args.join(' ')} ended with ${status}: ${stderr}`)
      return JSON.parse(stdout)
    },
  }
}
