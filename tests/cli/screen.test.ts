import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {ROOT, temporaryDirectory} from '../support/program.ts'
import {ANSWER, collection, QUESTION} from '../support/sessions.ts'
import type {TestTerminal} from '../support/terminal.ts'

const EBB = join(ROOT, 'bin', 'ebb.js')

const LONG = `# Sea

Q: Which of the seas are these?
A: All of them:

${Array.from({length: 200}, (_, line) => `${line + 1}. This is the sea with the number ${line + 1}, and it is salty.`).join('\n')}
`

/** Resolves when Ink draws, and answers keys. */
function inkOn(terminal: TestTerminal): Promise<string> {
  return terminal.waitUntil('Ink', () => terminal.raw().includes('\u001B[?2004h'))
}

describe('before Ink is there', () => {
  /** Lets the program load Ink only once this file is there. */
  function withoutInkUntil(file: string): readonly string[] {
    const hook = join(temporaryDirectory(), 'hook.cjs')
    writeFileSync(
      hook,
      `const fs = require('node:fs')
const read = fs.readFileSync
fs.readFileSync = (path, ...rest) => {
  if (String(path).endsWith('ink.cjs')) {
    while (!fs.existsSync(${JSON.stringify(file)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
  }
  return read(path, ...rest)
}`,
    )
    return ['--require', hook, EBB]
  }

  function early() {
    const ebb = collection(3)
    const go = join(temporaryDirectory(), 'go')
    const terminal = ebb.open({node: withoutInkUntil(go)})
    return {ebb, terminal, loadInk: () => writeFileSync(go, '')}
  }

  test('the first card is on the screen, and Ink draws the same', async () => {
    const {terminal, loadInk} = early()
    const first = await terminal.waitFor(QUESTION)
    expect(first).toContain('What is 1 times 7?')
    const before = terminal.bytes()
    loadInk()
    await inkOn(terminal)
    expect(terminal.screen()).toBe(first)
    expect(terminal.raw().slice(before)).not.toContain('\u001B[J')
    terminal.press(' ')
    await terminal.waitFor(ANSWER)
  })

  test('keys are obeyed as soon as it is, and none rates what nobody has seen', async () => {
    const {ebb, terminal, loadInk} = early()
    await terminal.waitFor(QUESTION)
    terminal.press(' ')
    terminal.press(' ')
    terminal.press('3')
    loadInk()
    await terminal.waitFor('It is 7.')
    terminal.press('4')
    await terminal.waitFor('What is 2 times 7?')
    expect(ebb.log().map(({rating}) => rating)).toEqual(['easy'])
  })

  test('the answer, asked for by then, is shown before Ink draws it', async () => {
    const {terminal, loadInk} = early()
    await terminal.waitFor(QUESTION)
    terminal.press(' ')
    loadInk()
    const answer = await terminal.waitFor('It is 7.')
    await inkOn(terminal)
    expect(terminal.screen()).toBe(answer)
    expect(terminal.raw().split('It is 7.').length).toBe(3)
  })

  test.each(['q', '\u0003'])('%j leaves', async key => {
    const {terminal, loadInk} = early()
    await terminal.waitFor(QUESTION)
    terminal.press(key)
    loadInk()
    expect((await terminal.exit).exitCode).toBe(0)
    await terminal.waitUntil('the normal screen', () => terminal.buffer() === 'normal')
    expect(terminal.cursorShown()).toBe(true)
  })

  test('a resize is made up for', async () => {
    const {terminal, loadInk} = early()
    await terminal.waitFor(QUESTION)
    terminal.resize(60, 12)
    loadInk()
    await inkOn(terminal)
    const fresh = collection(3).open({columns: 60, rows: 12})
    await fresh.waitFor(QUESTION)
    await terminal.waitUntil('the frame of the size', screen => screen === fresh.screen())
  })
})

describe('what is written', () => {
  /** The bytes that a key brings, once what it brings is on the screen. */
  async function bytesOf(terminal: TestTerminal, key: string, seen: RegExp): Promise<number> {
    const before = terminal.bytes()
    terminal.press(key)
    await terminal.waitFor(seen)
    return terminal.bytes() - before
  }

  test('for a line further in a long answer at 80×24 is no more than the screen holds', async () => {
    const terminal = collection(1, LONG, 'sea.md').open()
    await terminal.waitFor(QUESTION)
    await inkOn(terminal)
    terminal.press(' ')
    await terminal.waitFor('1–')
    for (let line = 2; line < 12; line += 1) {
      const bytes = await bytesOf(terminal, 'j', new RegExp(`\\b${line}–\\d+ of`))
      // The lines differ in a digit or two, and only what differs is written.
      expect(bytes).toBeLessThan(1_500)
    }
    expect(await bytesOf(terminal, '\u001B[6~', /\b(2\d|3\d)–\d+ of/)).toBeLessThan(80 * 24)
    // Neither cleared between frames nor scrolled.
    expect(terminal.raw()).not.toContain('\u001B[2J')
    expect(terminal.raw()).not.toContain('\u001B[3J')
    const [, afterStart = ''] = terminal.raw().split('\u001B[?2004h')
    expect(afterStart).toContain('This is the sea')
    expect(afterStart).not.toContain('\u001B[J')
  })

  test('for a message is little more than the message', async () => {
    const terminal = collection(1, LONG, 'sea.md').open()
    await terminal.waitFor(QUESTION)
    await inkOn(terminal)
    expect(await bytesOf(terminal, 'u', /ebb undo/)).toBeLessThan(800)
  })

  test('every frame is shown at once, where the terminal knows how to wait for its end', async () => {
    const terminal = collection(2).open()
    await terminal.waitFor(QUESTION)
    await inkOn(terminal)
    terminal.press(' ')
    await terminal.waitFor(ANSWER)
    const begins = terminal.raw().split('\u001B[?2026h').length
    expect(begins).toBeGreaterThan(2)
    expect(terminal.raw().split('\u001B[?2026l').length).toBe(begins)
  })
})

describe('under a shell with job control', () => {
  test('Ctrl-Z gives the terminal back as it was, and fg shows the card again', async () => {
    const ebb = collection(2)
    const terminal = ebb.open({
      shown: 'line one\r\n',
      env: {EBB_NOW: ''},
      launcher: ['bash', '-c', 'export COMMAND="$*" PS1="PROMPT> "; exec bash --norc -i', 'bash'],
    })
    await terminal.waitFor('PROMPT>')
    terminal.press('$COMMAND\r')
    await terminal.waitFor(QUESTION)
    const first = terminal.screen()
    terminal.press('\u001A')
    await terminal.waitFor('Stopped')
    expect(terminal.buffer()).toBe('normal')
    expect(terminal.cursorShown()).toBe(true)
    expect(terminal.screen()).toContain('line one')
    const stopped = performance.now()
    terminal.press('stty -a | grep -o -- "-*icanon"; sleep 0.7; echo over\r')
    await terminal.waitFor(/^over$/m)
    expect(terminal.screen()).toMatch(/^icanon$/m)
    terminal.press('fg\r')
    await terminal.waitUntil('the card', screen => screen === first)
    const away = performance.now() - stopped
    expect(terminal.buffer()).toBe('alternate')
    terminal.press(' ')
    await terminal.waitFor(ANSWER)
    terminal.press('4')
    await terminal.waitFor('What is 2 times 7?')
    // The time away is no time that the card took.
    expect(ebb.log()[0]?.duration_ms).toBeLessThan(away)
    terminal.press('\u001A')
    await terminal.waitUntil('the shell', () => terminal.buffer() === 'normal')
    terminal.press('fg\r')
    await terminal.waitFor('What is 2 times 7?')
    terminal.press('q')
    await terminal.waitFor('1 review of 1 card recorded')
    expect(terminal.buffer()).toBe('normal')
  })

  test('where no shell waits, Ctrl-Z changes nothing', async () => {
    const terminal = collection(2).open()
    await terminal.waitFor(QUESTION)
    terminal.press('\u001A')
    await terminal.waitUntil(
      'the screen again',
      () => terminal.raw().split('\u001B[?1049h').length === 3,
    )
    await terminal.waitFor(QUESTION)
    terminal.press(' ')
    await terminal.waitFor(ANSWER)
  })
})

describe('the same cards', () => {
  test.each([
    {columns: 40, rows: 10},
    {columns: 80, rows: 24},
    {columns: 250, rows: 80},
  ])('at $columns×$rows fit, and are no wider than is easily read', async size => {
    const terminal = collection(1, LONG, 'sea.md').open(size)
    await terminal.waitFor(QUESTION)
    terminal.press(' ')
    await terminal.waitFor(/1 (again )?1m/)
    const lines = terminal.lines().filter(line => line !== '')
    expect(terminal.lines().at(-1)).toBe('')
    const starts = lines.map(line => line.search(/\S/))
    const start = Math.min(...starts)
    const width = Math.max(...lines.map(line => line.length)) - start
    expect(width).toBeLessThanOrEqual(Math.min(90, size.columns))
    expect(lines.join('\n')).toContain('This is the sea with')
  })
})
