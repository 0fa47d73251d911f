import {setTimeout} from 'node:timers/promises'
import {LONG_QUESTION} from './documents.ts'
import {median, percentile, type Result} from './measure.ts'
import {openTerminal} from './terminal.ts'

/** As fast as a held key repeats on most systems, and slower than frames may follow each other. */
const PAUSE_MS = 33

/** By lines most of the time, by pages now and then, and to the top again before the end is reached. */
const KEYS = ['j', 'j', 'j', '\u001b[6~', 'j', 'k', 'j', 'g']

/** From a key to the end of the frame that it brings, on a long answer in a pseudo-terminal. */
export async function measureFrames(home: string, keys: number): Promise<readonly Result[]> {
  const terminal = openTerminal(['review'], home)
  await terminal.see(LONG_QUESTION)
  await setTimeout(500)
  terminal.press(' ')
  await terminal.see('again')
  const times: number[] = []
  const bytes: number[] = []
  for (let key = 0; key < keys; key++) {
    await setTimeout(PAUSE_MS)
    const start = performance.now()
    terminal.press(KEYS[key % KEYS.length] ?? 'j')
    await terminal.frame()
    times.push(performance.now() - start)
    bytes.push(terminal.bytes())
  }
  terminal.press('q')
  await terminal.ended
  return [
    {
      what: 'key to frame, 400-line answer, median',
      figure: median(times),
      unit: 'ms',
      atMost: 16,
      note: `${keys} keys in a pseudo-terminal of 120×40`,
    },
    {
      what: 'key to frame, 400-line answer, p95',
      figure: percentile(times, 95),
      unit: 'ms',
      atMost: 33,
    },
    {what: 'bytes per key, median', figure: median(bytes), unit: 'bytes'},
    {what: 'bytes per key, p95', figure: percentile(bytes, 95), unit: 'bytes'},
  ]
}
