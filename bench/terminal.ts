import {stripVTControlCharacters} from 'node:util'
import {spawn} from '@lydell/node-pty'
import {EBB, environmentOf} from './program.ts'

/** Nothing here takes longer, on any machine. */
const PATIENCE_MS = 30_000

/** The program in a pseudo-terminal of 120 columns and 40 rows, started now. */
export function openTerminal(args: readonly string[], home: string) {
  const pty = spawn(process.execPath, [EBB, ...args], {
    cols: 120,
    rows: 40,
    name: 'xterm-256color',
    env: environmentOf(home),
  })
  let written = ''
  let check: (() => void) | undefined
  pty.onData(data => {
    written += data
    check?.()
  })
  const ended = new Promise<void>(resolve => {
    pty.onExit(() => resolve())
  })

  /** Resolves as soon as what was written since the last key satisfies the condition. */
  const until = (what: string, condition: (text: string) => boolean) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        pty.kill('SIGKILL')
        reject(new Error(`Waited in vain for ${what}:\n${written}`))
      }, PATIENCE_MS)
      check = () => {
        if (!condition(written)) return
        clearTimeout(timer)
        check = undefined
        resolve()
      }
      check()
    })

  return {
    press: (key: string) => {
      written = ''
      pty.write(key)
    },
    /** Resolves as soon as the text was written, styled or not. */
    see: (text: string) =>
      until(`“${text}”`, shown => stripVTControlCharacters(shown).includes(text)),
    /** Resolves at the end of the next frame. */
    frame: () => until('a frame', shown => shown.includes(FRAME_END)),
    bytes: () => Buffer.byteLength(written),
    ended,
  }
}

/** With this, Ink ends what a terminal is to show at once. */
const FRAME_END = '\u001b[?2026l'
