import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import Database from 'better-sqlite3'
import {expect, test} from 'vitest'
import {ANSWER, collection, QUESTION} from '../support/sessions.ts'
import type {TestTerminal} from '../support/terminal.ts'

const SCENES: Readonly<Record<string, (terminal: TestTerminal) => Promise<unknown>>> = {
  question: terminal => terminal.waitFor(QUESTION),
  answer: async terminal => {
    await terminal.waitFor(QUESTION)
    terminal.press(' ')
    await terminal.waitFor(ANSWER)
  },
  help: async terminal => {
    await terminal.waitFor(QUESTION)
    terminal.press('?')
    await terminal.waitFor('take back what was done')
  },
}

const press = (keys: string) => (terminal: TestTerminal) => terminal.press(keys)
const kill = (signal: string) => (terminal: TestTerminal) => terminal.kill(signal)

/** Asked to end by a signal, the program ends by that signal, as the shell expects. */
const WAYS = [
  {way: 'q', scenes: ['question', 'answer'], leave: press('q'), signal: 0},
  {way: 'Ctrl-C', scenes: ['question', 'answer', 'help'], leave: press('\u0003'), signal: 0},
  {way: 'SIGTERM', scenes: ['question', 'answer', 'help'], leave: kill('SIGTERM'), signal: 15},
  {way: 'SIGHUP', scenes: ['question', 'answer', 'help'], leave: kill('SIGHUP'), signal: 1},
  {way: 'SIGINT', scenes: ['question', 'answer', 'help'], leave: kill('SIGINT'), signal: 2},
].flatMap(({scenes, ...rest}) => scenes.map(scene => ({...rest, scene})))

test.each(WAYS)(
  '$way at the $scene leaves the terminal as it was',
  async ({leave, scene, signal}) => {
    const ebb = collection(2)
    const terminal = ebb.open({shown: 'line one\r\n$ ebb review\r\n'})
    await SCENES[scene]?.(terminal)
    expect(terminal.buffer()).toBe('alternate')
    expect(terminal.cursorShown()).toBe(false)
    leave(terminal)
    expect(await terminal.exit).toEqual({exitCode: 0, signal})
    await terminal.waitFor('$ ebb review')
    expect(terminal.buffer()).toBe('normal')
    expect(terminal.cursorShown()).toBe(true)
    expect(terminal.lines().slice(0, 3)).toEqual(['line one', '$ ebb review', ''])
    expectClean(terminal)
    expect(ebb.log()).toEqual([])
  },
)

test('a key that is typed before the first card is shown is a key of the review already', async () => {
  const ebb = collection(1)
  for (let count = 0; count < 10; count += 1) {
    const terminal = ebb.open()
    await terminal.waitUntil('the alternate screen', () => terminal.buffer() === 'alternate')
    terminal.press('\u0003')
    expect(await terminal.exit).toEqual({exitCode: 0, signal: 0})
  }
})

test.skipIf(process.platform !== 'linux').each([
  {way: 'q', leave: press('q')},
  {way: 'Ctrl-C', leave: press('\u0003')},
  ...['SIGTERM', 'SIGHUP', 'SIGINT'].map(signal => ({
    way: signal,
    leave: ({pid}: TestTerminal) => process.kill(childOf(pid), signal),
  })),
])('after $way the terminal shows what is typed, by the line, as before', async ({leave}) => {
  const ebb = collection(1)
  const terminal = ebb.open({
    launcher: ['bash', '-c', 'stty -a; "$@"; echo; stty -a; echo "after $?"', 'bash'],
  })
  await terminal.waitFor(QUESTION)
  leave(terminal)
  await terminal.waitFor('after 0')
  const [before, after] = terminal
    .history()
    .split(/^speed/m)
    .slice(1)
    .map(modesIn)
  expect(before).toContain('icanon')
  expect(after).toEqual(before)
})

function modesIn(stty: string): readonly string[] {
  return stty.match(/-?\b(?:icanon|echo|isig|iexten|ixon|icrnl|opost)\b/g) ?? []
}

/** The process that a shell has started and waits for. */
function childOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim())
}

test('after ratings, one line tells what was recorded, below what was on the screen', async () => {
  const ebb = collection(2)
  const terminal = ebb.open({shown: 'line one\r\n$ ebb review\r\n'})
  for (const rating of ['1', '4']) {
    await terminal.waitFor(QUESTION)
    terminal.press(' ')
    await terminal.waitFor(ANSWER)
    terminal.press(rating)
  }
  await terminal.waitFor('What is 1 times 7?')
  terminal.press('q')
  await terminal.exit
  await terminal.waitFor('recorded')
  expect(terminal.buffer()).toBe('normal')
  expect(terminal.lines().slice(0, 4)).toEqual([
    'line one',
    '$ ebb review',
    '2 reviews of 2 cards recorded: 1 again, 1 easy.',
    '',
  ])
})

test('a full screen of history is there after the session', async () => {
  const ebb = collection(1)
  const lines = Array.from({length: 60}, (_, index) => `line ${index + 1}`)
  const terminal = ebb.open({shown: `${lines.join('\r\n')}\r\n`})
  await terminal.waitFor(QUESTION)
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  terminal.press('4')
  await terminal.waitFor('That is all')
  terminal.press('\r')
  await terminal.exit
  await terminal.waitFor('recorded')
  expect(terminal.history()).toContain(`${lines.join('\n')}\n1 review of 1 card recorded: 1 easy.`)
  expectClean(terminal)
})

test('what was typed after leaving is left to the shell, and no mode stays set', async () => {
  const ebb = collection(1)
  const terminal = ebb.open()
  await terminal.waitFor(QUESTION)
  terminal.press('q')
  await terminal.exit
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  for (const [, mode] of terminal.raw().matchAll(/\u001B\[\?(\d+)h/g)) {
    const on = terminal.raw().lastIndexOf(`\u001B[?${mode}h`)
    // Whether the wheel sends arrow keys differs from terminal to terminal, so that is set as it was.
    const off = terminal.raw().lastIndexOf(`\u001B[?${mode}${mode === '1007' ? 'r' : 'l'}`)
    // The cursor is the one mode that is on by default.
    expect({mode, isReset: off > on}).toEqual({mode, isReset: mode !== '25'})
  }
})

test.each([{scene: 'question'}, {scene: 'answer'}])(
  'after a storm of resizes at the $scene the frame is the one of the last size',
  async ({scene}) => {
    const ebb = collection(3)
    const terminal = ebb.open()
    await SCENES[scene]?.(terminal)
    for (let step = 1; step <= 20; step += 1) {
      terminal.resize(30 + ((step * 37) % 100), 8 + ((step * 11) % 40))
    }
    terminal.resize(100, 30)
    const fresh = ebb.open({columns: 100, rows: 30})
    await SCENES[scene]?.(fresh)
    await terminal.waitUntil('the frame of the last size', screen => screen === fresh.screen())
    expect(terminal.buffer()).toBe('alternate')
    terminal.press('q')
    expect((await terminal.exit).exitCode).toBe(0)
    expectClean(terminal)
  },
)

test('a session goes on in a terminal that was made tiny and large again', async () => {
  const ebb = collection(1)
  const terminal = ebb.open()
  await terminal.waitFor(QUESTION)
  terminal.resize(1, 1)
  terminal.resize(5, 2)
  terminal.resize(80, 24)
  await terminal.waitFor('What is 1 times 7?')
  terminal.press(' ')
  await terminal.waitFor('It is 7.')
  terminal.press('4')
  await terminal.waitFor('That is all')
  expect(ebb.log()).toHaveLength(1)
})

test('a session whose terminal is closed ends, and keeps its ratings', async () => {
  const ebb = collection(2)
  const terminal = ebb.open()
  await terminal.waitFor(QUESTION)
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  terminal.press('4')
  await terminal.waitFor('What is 2 times 7?')
  terminal.hangUp()
  await terminal.exit
  expect(() => process.kill(terminal.pid, 0)).toThrow('ESRCH')
  expect(ebb.log().map(({rating}) => rating)).toEqual(['easy'])
  expect(ebb.json(['doctor']).ok).toBe(true)
})

/** Nothing was ever written that clears what scrolled away, or resets the terminal. */
function expectClean(terminal: TestTerminal): void {
  expect(terminal.raw()).not.toContain('\u001B[3J')
  expect(terminal.raw()).not.toContain('\u001Bc')
}

test('a bug inside the review leaves the terminal as it was, says so, and ends with 70', async () => {
  const ebb = collection(2)
  const terminal = ebb.open({shown: 'line one\r\n$ ebb review\r\n'})
  await SCENES['answer']?.(terminal)
  // What no user can cause: a rating finds its table gone.
  const db = new Database(join(ebb.home, 'ebb.db'))
  db.pragma('foreign_keys = off')
  db.exec('drop table reviews')
  db.close()
  terminal.press('3')
  expect((await terminal.exit).exitCode).toBe(70)
  expect(terminal.buffer()).toBe('normal')
  expect(terminal.cursorShown()).toBe(true)
  expect(terminal.history()).toContain('line one')
  expect(terminal.history()).toContain('this is a bug')
})
