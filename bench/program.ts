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

/** What a run of the program took, and what it said. */
export interface Run {
  /** From the start of the process to its end, in milliseconds. */
  readonly ms: number
  /** Of all processors, in milliseconds: grows less than `ms` where others use the machine too. */
  readonly cpuMs: number
  /** The most memory that the process held, in MB. */
  readonly peakMegabytes: number
  readonly output: string
}

/** Runs Node to its end, as `runNode` does, and tells what it took besides time. */
export function runNodeMeasured(args: readonly string[], home: string): Run {
  const start = performance.now()
  const {status, stderr, output} = spawnSync(
    process.execPath,
    ['--import', join(ROOT, 'bench', 'peak.mjs'), ...args],
    {
      env: environmentOf(home),
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    },
  )
  const ms = performance.now() - start
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  const {peakKilobytes, cpuMicroseconds} = JSON.parse(output[3] ?? '')
  return {
    ms,
    cpuMs: cpuMicroseconds / 1_000,
    peakMegabytes: (peakKilobytes * 1_024) / 1_000_000,
    output: output[1] ?? '',
  }
}

/** What every start is compared with. */
export function runBareNode(home: string): number {
  return runNode(['-e', '0'], home)
}
