import {PassThrough, Writable} from 'node:stream'
import headless from '@xterm/headless'
import {onTestFinished} from 'vitest'
import type {Size} from '../../src/ui/looks/layout.ts'

/** How long a text may take to appear before the test fails. Never waited out when it does appear. */
const PATIENCE_MS = 10_000

/** Keys as a terminal sends them. */
export const KEYS = {
  space: ' ',
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  pageUp: '\u001b[5~',
  pageDown: '\u001b[6~',
  home: '\u001b[H',
  end: '\u001b[F',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
  ctrlU: '\u0015',
} as const

const ENTER_ALTERNATE = '\u001b[?1049h'
const LEAVE_ALTERNATE = '\u001b[?1049l'
/** With this, Ink ends what a terminal is to show at once. */
const INK_FRAME_END = '\u001b[?2026l'
const ERASE_SCROLLBACK = '\u001b[3J'

/** A terminal that Ink takes for real: what is written to it is read by a terminal emulator. */
export function openScreen(size: Size = {columns: 80, rows: 24}) {
  const emulator = new headless.Terminal({
    cols: size.columns,
    rows: size.rows,
    allowProposedApi: true,
  })
  const watchers = new Set<() => void>()
  const chunks: string[] = []
  /** Whether Ink draws by now: what is typed before is another matter, as nobody can have seen what comes of it. */
  let isReady = false
  let typed = ''
  const type = (keys: string): void => {
    if (isReady) stdin.write(keys)
    else typed += keys
  }
  const output = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _, done) {
      const text = chunk.toString()
      chunks.push(text)
      if (text.includes(INK_FRAME_END)) {
        isReady = true
        if (typed !== '') stdin.write(typed)
        typed = ''
      }
      // As a terminal driver does.
      emulator.write(text.replaceAll(/\r?\n/g, '\r\n'), () => {
        for (const watcher of watchers) watcher()
        done()
      })
    },
  })
  const stdout = Object.assign(output, {isTTY: true, ...size}) as unknown as NodeJS.WriteStream
  const rawModes: boolean[] = []
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => rawModes.push(mode),
    ref: () => {},
    unref: () => {},
  }) as unknown as NodeJS.ReadStream & PassThrough
  onTestFinished(() => emulator.dispose())

  const lines = (): readonly string[] =>
    Array.from({length: emulator.rows}, (_, row) => {
      const {active} = emulator.buffer
      // Beyond the last column the emulator may keep what a wider terminal showed.
      const line = active.getLine(active.baseY + row)?.translateToString(true, 0, emulator.cols)
      return (line ?? '').trimEnd()
    })
  const text = () => lines().join('\n')

  /** Resolve with the screen as soon as the condition holds. */
  const waitUntil = (what: string, condition: () => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const check = () => {
        if (!condition()) return
        clearTimeout(timer)
        watchers.delete(check)
        resolve(text())
      }
      const timer = setTimeout(() => {
        watchers.delete(check)
        reject(new Error(`Waited in vain for ${what}. The screen:\n${text()}`))
      }, PATIENCE_MS)
      watchers.add(check)
      check()
    })
  /** Resolve with the screen as soon as it shows the text. */
  const see = (wanted: string): Promise<string> =>
    waitUntil(`“${wanted}”`, () => text().includes(wanted))

  return {
    stdin,
    stdout,
    see,
    text,
    lines,
    waitUntil,
    /** Type a key, then wait for a text that it brings. */
    press: (key: string, wanted: string): Promise<string> => {
      type(key)
      return see(wanted)
    },
    /** Resolve when Ink draws, and answers keys. */
    ready: () => waitUntil('Ink', () => isReady),
    /** Type keys without waiting for what comes of them. */
    type,
    resize: (next: Size, wanted: string): Promise<string> => {
      emulator.resize(next.columns, next.rows)
      Object.assign(stdout, next)
      stdout.emit('resize')
      return see(wanted)
    },
    /** Put something on the screen that the program did not, as a terminal may that breaks lines anew when it is resized. */
    scribble: (row: number, ghost: string): Promise<string> => {
      emulator.write(`\u001b[${row};1H${ghost}\u001b[H`, () => {
        for (const watcher of watchers) watcher()
      })
      return see(ghost)
    },
    /** All that was written. */
    written: () => chunks.join(''),
    /** Forget what was written so far. */
    forget: () => {
      chunks.length = 0
    },
    /** Whether the program has left the terminal as it found it. */
    isRestored: () => {
      const written = chunks.join('')
      return (
        written.lastIndexOf(LEAVE_ALTERNATE) > written.lastIndexOf(ENTER_ALTERNATE) &&
        written.lastIndexOf('\u001b[?25h') > written.lastIndexOf('\u001b[?25l') &&
        rawModes.at(-1) === false
      )
    },
    hasErasedScrollback: () => chunks.join('').includes(ERASE_SCROLLBACK),
    /** The links on the screen, line by line (OSC 8). The emulator tells of them in private. */
    links: (): readonly Link[] => {
      const core = (emulator as unknown as {readonly _core: EmulatorCore})._core
      return Array.from({length: emulator.rows}, (_, row) => row).flatMap(row => {
        const line = core.buffer.lines.get(core.buffer.ybase + row)
        const found: Link[] = []
        for (let column = 0, end = 0; column < emulator.cols; column = end) {
          const idAt = (at: number) => line._extendedAttrs[at]?.urlId ?? 0
          const id = idAt(column)
          end = column + 1
          while (end < emulator.cols && idAt(end) === id) end += 1
          const text = line.translateToString(false, column, end)
          if (id !== 0) found.push({text, address: core._oscLinkService.getLinkData(id).uri})
        }
        return found
      })
    },
    /** The colours that were set, as SGR parameters. */
    colors: () =>
      chunks
        .join('')
        .split('\u001b[')
        .flatMap(piece => /^([\d;]+)m/.exec(piece)?.[1]?.split(';').map(Number) ?? [])
        .filter(parameter => parameter >= 30 && parameter < 50 && parameter !== 39),
  }
}

interface Link {
  readonly text: string
  readonly address: string
}

interface EmulatorCore {
  readonly buffer: {
    readonly ybase: number
    readonly lines: {
      readonly get: (row: number) => {
        readonly _extendedAttrs: readonly ({readonly urlId: number} | undefined)[]
        readonly translateToString: (trim: boolean, from: number, to: number) => string
      }
    }
  }
  readonly _oscLinkService: {readonly getLinkData: (id: number) => {readonly uri: string}}
}

export type TestScreen = ReturnType<typeof openScreen>
