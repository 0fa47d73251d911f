import {writeSync} from 'node:fs'
import {join} from 'node:path'
import {type IPty, spawn} from '@lydell/node-pty'
import headless from '@xterm/headless'
import {onTestFinished} from 'vitest'
import {programEnvironment, ROOT} from './program.ts'

const EBB = join(ROOT, 'bin', 'ebb.js')

/** How long a text may take to appear before the test fails. Never waited out when it does appear. */
const PATIENCE_MS = 15_000

export interface TerminalOptions {
  readonly home: string
  readonly columns?: number
  readonly rows?: number
  readonly env?: Record<string, string>
  /** What the terminal shows before the program starts. */
  readonly shown?: string
  /** The command that starts the program, and stays the same process. */
  readonly launcher?: readonly string[]
  /** What Node is told to run. */
  readonly node?: readonly string[]
}

/** The built program in a real pseudo-terminal, its output read by a real terminal emulator. */
export function openTerminal(args: readonly string[], options: TerminalOptions) {
  const {
    home,
    columns: cols = 80,
    rows = 24,
    env = {},
    shown = '',
    launcher = [],
    node = [EBB],
  } = options
  const emulator = new headless.Terminal({cols, rows, allowProposedApi: true, scrollback: 1000})
  emulator.write(shown)
  const command = [...launcher, process.execPath, ...node, ...args]
  const pty = spawn(command[0] as string, command.slice(1), {
    cols,
    rows,
    name: env['TERM'] ?? 'xterm-256color',
    env: programEnvironment(home, env),
  })
  const watchers = new Set<() => void>()
  /** A frame arrives in pieces, between two sequences that tell the terminal not to show it before its end. */
  const isWhole = () => read.lastIndexOf('\u001B[?2026h') <= read.lastIndexOf('\u001B[?2026l')
  let bytes = 0
  let raw = ''
  /** As much of it as the emulator has read. */
  let read = ''
  pty.onData(data => {
    bytes += Buffer.byteLength(data)
    raw += data
    emulator.write(data, () => {
      read += data
      for (const watcher of watchers) watcher()
    })
  })
  const exit = new Promise<{exitCode: number; signal: number | undefined}>(resolve =>
    pty.onExit(({exitCode, signal}) => {
      resolve({exitCode, signal})
      for (const watcher of watchers) watcher()
    }),
  )
  onTestFinished(() => {
    try {
      pty.kill('SIGKILL')
    } catch {}
    emulator.dispose()
  })

  const lines = (): string[] => {
    const {active} = emulator.buffer
    return Array.from({length: emulator.rows}, (_, row) =>
      (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
    )
  }
  const screen = () => lines().join('\n')

  /** Resolve as soon as the screen satisfies the condition. */
  const waitUntil = (what: string, condition: (screen: string) => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const check = () => {
        const text = screen()
        if (!isWhole() || !condition(text)) return
        clearTimeout(timer)
        watchers.delete(check)
        resolve(text)
      }
      const timer = setTimeout(() => {
        watchers.delete(check)
        reject(new Error(`Waited in vain for ${what}. The screen:\n${screen()}`))
      }, PATIENCE_MS)
      watchers.add(check)
      check()
    })

  return {
    pid: pty.pid,
    /** Type keys as the terminal would send them. */
    press: (keys: string) => writeAtOnce(pty, keys),
    /** Resolve with the screen as soon as it shows the text. */
    waitFor: (text: string | RegExp) =>
      waitUntil(String(text), shown =>
        typeof text === 'string' ? shown.includes(text) : text.test(shown),
      ),
    waitUntil,
    screen,
    lines,
    /** Everything on the normal screen, with what has scrolled out of it. */
    history: () => {
      const {normal} = emulator.buffer
      return Array.from({length: normal.length}, (_, row) =>
        (normal.getLine(row)?.translateToString(true) ?? '').trimEnd(),
      ).join('\n')
    },
    resize: (columns: number, newRows: number) => {
      emulator.resize(columns, newRows)
      pty.resize(columns, newRows)
    },
    /** Close the terminal, as one closes a window. */
    hangUp: () => (pty as unknown as {destroy: () => void}).destroy(),
    kill: (signal: string) => pty.kill(signal),
    exit,
    /** Which screen is shown: programs that take over the whole terminal use the alternate one. */
    buffer: () => emulator.buffer.active.type,
    /** Whether the cursor is shown, as told by the last sequence about it. */
    cursorShown: () => raw.lastIndexOf('\u001B[?25h') >= raw.lastIndexOf('\u001B[?25l'),
    bytes: () => bytes,
    raw: () => raw,
  }
}

/**
 * Writes to the terminal now, or not at all where it is closed. What node-pty queues it may write after that, when the file
 * descriptor is another file’s.
 */
function writeAtOnce(pty: IPty, keys: string): void {
  const {fd, _socket: socket} = pty as unknown as {fd: number; _socket: {destroyed: boolean}}
  const deadline = performance.now() + PATIENCE_MS
  let rest = Buffer.from(keys)
  while (rest.length > 0 && !socket.destroyed) {
    try {
      rest = rest.subarray(writeSync(fd, rest))
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException
      // The program is gone, and the terminal not yet.
      if (code === 'EIO') return
      // The program has not read what it was sent before.
      if (code !== 'EAGAIN' || performance.now() > deadline) throw error
    }
  }
}

export type TestTerminal = ReturnType<typeof openTerminal>
