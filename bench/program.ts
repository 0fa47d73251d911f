import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {timed} from './measure.ts'

export const ROOT = join(import.meta.dirname, '..')

/** A folder on the disk that the project lies on, gone at the end: the system’s own may be in memory, where a commit costs nothing. */
export function scratchFolder(): string {
  const parent = join(ROOT, 'node_modules', '.cache')
  mkdirSync(parent, {recursive: true})
  const folder = mkdtempSync(join(parent, 'ebb-bench-'))
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/**
 * The environment of every measured process. Without NODE_EXTRA_CA_CERTS, a file that Node would read at every start, which
 * flatters ratios to it.
 */
export function environmentOf(home: string): Record<string, string> {
  const {PATH = '', HOME = ''} = process.env
  return {
    PATH,
    HOME,
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    TZ: 'UTC',
    EBB_HOME: home,
    EBB_NOW: '2026-03-02T09:00:00+00:00',
    XDG_CACHE_HOME: join(home, 'cache'),
  }
}

/** Arguments to Node that start the program. */
export const EBB = join(ROOT, 'bin', 'ebb.js')

/** Runs Node to its end and gives the milliseconds that it took. */
export function runNode(args: readonly string[], home: string): number {
  return timed(() => {
    const {status, stderr} = spawnSync(process.execPath, args, {
      env: environmentOf(home),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  })
}

/** What every start is compared with. */
export function runBareNode(home: string): number {
  return runNode(['-e', '0'], home)
}
