import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {RIVERS} from '../support/documents.ts'
import {ROOT} from '../support/program.ts'
import {ANSWER, collection, QUESTION} from '../support/sessions.ts'
import type {TestTerminal} from '../support/terminal.ts'

const SYSTEM_DESIGN = readFileSync(join(ROOT, 'decks', 'system-design.md'), 'utf8')

/** Reveals and rates the card whose number is asked. */
async function answer(terminal: TestTerminal, number: number, key: string): Promise<void> {
  await terminal.waitUntil(
    `question ${number}`,
    screen => screen.includes(`What is ${number} times 7?`) && !screen.includes('It is'),
  )
  terminal.press(' ')
  await terminal.waitFor(`It is ${number * 7}.`)
  await terminal.waitFor(/1 (again )?1m/)
  // The key that has shown the answer, at once again, is held down; another between them tells that it is not.
  if (key === ' ') terminal.press('j')
  terminal.press(key)
}

test.each([
  {columns: 80, rows: 24},
  {columns: 40, rows: 10},
  {columns: 120, rows: 40},
])('at $columns×$rows cards are asked, revealed and rated by every key', async size => {
  const ebb = collection(5)
  const terminal = ebb.open(size)
  for (const [index, key] of ['1', '2', '3', '4', ' '].entries()) {
    await answer(terminal, index + 1, key)
  }
  // The first is in learning, and comes back.
  await terminal.waitFor('What is 1 times 7?')
  terminal.press('q')
  expect((await terminal.exit).exitCode).toBe(0)
  expect(ebb.log().map(({rating}) => rating)).toEqual(['again', 'hard', 'good', 'easy', 'good'])
  expect(ebb.json(['doctor']).ok).toBe(true)
})

test('a rating before the reveal does nothing', async () => {
  const ebb = collection(2)
  const terminal = ebb.open()
  await terminal.waitFor(QUESTION)
  terminal.press('3')
  terminal.press('?')
  await terminal.waitFor('take back what was done')
  terminal.press('?')
  await terminal.waitFor('What is 1 times 7?')
  terminal.press('q')
  await terminal.exit
  expect(ebb.log()).toEqual([])
})

test('undo goes back from the summary to the first card, and no further', async () => {
  const ebb = collection(3)
  const before = ebb.json(['cards'])
  const terminal = ebb.open()
  for (const number of [1, 2, 3]) await answer(terminal, number, '4')
  await terminal.waitFor('That is all for now.')
  for (const number of [3, 2, 1]) {
    terminal.press('u')
    await terminal.waitFor(`It is ${number * 7}.`)
  }
  terminal.press('u')
  await terminal.waitFor('The last was an import')
  expect(ebb.log().map(({kind}) => kind)).toEqual([
    ...['review', 'review', 'review'],
    ...['undo', 'undo', 'undo'],
  ])
  expect(ebb.json(['cards'])).toEqual(before)

  terminal.press('1')
  await terminal.waitFor('What is 2 times 7?')
  terminal.press('q')
  await terminal.exit
  expect(ebb.json(['cards', '7?']).cards[0].schedule).toMatchObject({phase: 'learning', reps: 1})
  expect(ebb.json(['doctor'])).toMatchObject({ok: true, entries: 7})
})

test('a session goes on where an earlier one was left, and undo outside reaches into it', async () => {
  const ebb = collection(3)
  const first = ebb.open()
  await answer(first, 1, '4')
  await first.waitFor('What is 2 times 7?')
  first.press('q')
  await first.exit
  const second = ebb.open()
  await second.waitFor('What is 2 times 7?')
  second.press('q')
  await second.exit
  expect(ebb.run(['undo']).stdout).toBe('Took back “easy” on: What is 1 times 7?\n')
  const third = ebb.open()
  await third.waitFor('What is 1 times 7?')
})

/** The lines that are shown, as the mark of position has them. */
function position(terminal: TestTerminal): {first: number; last: number; total: number} {
  const [, first, last, total] = /(\d+)–(\d+) of (\d+)/.exec(terminal.screen())?.map(Number) ?? []
  if (first === undefined || last === undefined || total === undefined) {
    throw new Error(`No position on the screen:\n${terminal.screen()}`)
  }
  return {first, last, total}
}

test('a long answer is scrolled by line, page and to its ends, with its position', async () => {
  const ebb = collection(7, SYSTEM_DESIGN, 'system-design.md')
  const terminal = ebb.open()
  await terminal.waitFor('How does consistent hashing')
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  const start = position(terminal)
  expect(start.total).toBeGreaterThan(24)
  const steps: readonly (readonly [keys: string, first: (last: typeof start) => number])[] = [
    ['j', () => start.first + 1],
    ['\u001B[B', () => start.first + 2],
    ['k', () => start.first + 1],
    ['\u001B[A', () => start.first],
    ['G', ({last, first}) => start.total - (last - first)],
    ['g', () => 1],
    ['\u001B[6~', ({last}) => last],
    ['\u001B[5~', () => 1],
    ['jjj', () => 4],
  ]
  for (const [keys, first] of steps) {
    const expected = first(position(terminal))
    terminal.press(keys)
    await terminal.waitUntil(
      `line ${expected} after ${JSON.stringify(keys)}`,
      screen =>
        Math.abs(Number(/(\d+)–\d+ of/.exec(screen)?.[1]) - expected) <= (keys.length > 3 ? 1 : 0),
    )
    expect(terminal.screen()).toContain(ANSWER)
  }
  terminal.press('G')
  await terminal.waitFor('100 %')
  expect(terminal.screen()).toContain('its whole load')
  terminal.press('3')
  await terminal.waitFor('In a quorum system')
  expect(ebb.log()).toHaveLength(1)
})

test('help lists the keys and returns to the card', async () => {
  const ebb = collection(1)
  const terminal = ebb.open()
  await terminal.waitFor(QUESTION)
  terminal.press('?')
  const help = await terminal.waitFor('take back what was done')
  for (const words of ['show the answer', 'again: not recalled', 'reveal at once'])
    expect(help).toContain(words)
  terminal.press('\u001B')
  await terminal.waitFor('What is 1 times 7?')
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
})

test('a card in learning comes back in the session', async () => {
  const ebb = collection(2)
  const terminal = ebb.open()
  await answer(terminal, 1, '1')
  await answer(terminal, 2, '4')
  const screen = await terminal.waitFor('What is 1 times 7?')
  expect(screen).toContain('1 learning')
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  terminal.press('4')
  await terminal.waitFor('That is all for now.')
})

test('a card in learning is waited for, and asked when its time has come', async () => {
  const ebb = collection(1)
  ebb.run(['config', 'learn-ahead', '0'])
  ebb.run(['config', 'learning-steps', '2s 1h'])
  const terminal = ebb.open({env: {EBB_NOW: ''}})
  await terminal.waitFor(QUESTION)
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  terminal.press('1')
  await terminal.waitFor('Nothing to ask right now.')
  await terminal.waitFor('What is 1 times 7?')
  terminal.press('u')
  await terminal.waitFor('1 new')
})

test('the summary says what was done, what comes next and when', async () => {
  const ebb = collection(2)
  const terminal = ebb.open()
  await answer(terminal, 1, '4')
  await answer(terminal, 2, '4')
  const summary = await terminal.waitFor('That is all for now.')
  expect(summary).toContain('2 cards in 0 s')
  expect(summary).toMatch(/easy +2/)
  expect(summary).toContain('Next: 2 cards in 8 days.')
})

test('where nothing is due, that is said, and what comes next', async () => {
  const ebb = collection(1)
  ebb.json(['rate', ebb.json(['next']).card.id, 'easy'])
  const terminal = ebb.open()
  const screen = await terminal.waitFor('Nothing to ask.')
  expect(screen).toContain('Next: 1 card in 8 days.')
  terminal.press('\r')
  expect((await terminal.exit).exitCode).toBe(0)
})

test('an empty collection is no crash', async () => {
  const ebb = collection(0, '# Nothing here\n')
  const terminal = ebb.open()
  await terminal.waitFor('Nothing to ask.')
  terminal.press('q')
  expect((await terminal.exit).exitCode).toBe(0)
})

test('a session can be of some decks only', async () => {
  const ebb = collection(0, RIVERS, 'rivers.md')
  ebb.run(['import', '-'], {input: '# T\n\nQ: What is 1?\nA: One.\n'})
  const terminal = ebb.open({}, ['review', 'standard input'])
  const screen = await terminal.waitFor('What is 1?')
  expect(screen).toContain('1 new')
  terminal.press('q')
  await terminal.exit
  const other = ebb.open({}, ['review', 'nowhere'])
  expect((await other.exit).exitCode).toBe(1)
  await other.waitFor('There is no deck `nowhere`')
  expect(other.raw()).not.toContain('\u001B[?1049h')
})

test('what another process did to the card is told, and nothing is recorded twice', async () => {
  const ebb = collection(2)
  const {id} = ebb.json(['next']).card
  const terminal = ebb.open()
  await terminal.waitFor(QUESTION)
  ebb.json(['rate', id, 'easy'])
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  terminal.press('1')
  const screen = await terminal.waitFor('This card was reviewed elsewhere in the meantime')
  expect(screen).toContain('It is 7.')
  expect(ebb.log().map(({rating}) => rating)).toEqual(['easy'])
  terminal.press('q')
  expect((await terminal.exit).exitCode).toBe(0)
  const next = ebb.open()
  await next.waitFor('What is 2 times 7?')
  expect(ebb.json(['doctor']).ok).toBe(true)
})

test('another process may rate other cards meanwhile', async () => {
  const ebb = collection(3)
  const [, , third] = ebb.json(['cards']).cards
  const terminal = ebb.open({env: {EBB_NOW: ''}})
  await terminal.waitFor(QUESTION)
  ebb.json(['rate', third.id, 'easy'], {EBB_NOW: ''})
  await answer(terminal, 1, '4')
  await answer(terminal, 2, '4')
  await terminal.waitFor('What is 3 times 7?')
  expect(ebb.log()).toHaveLength(3)
  expect(ebb.json(['doctor']).ok).toBe(true)
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const COLOR = /\u001B\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m/

test('NO_COLOR leaves no colour, and without it there is some', async () => {
  const ebb = collection(7, SYSTEM_DESIGN, 'system-design.md')
  for (const [env, hasColor] of [
    [{NO_COLOR: '1'}, false],
    [{}, true],
  ] as const) {
    const terminal = ebb.open({env: {...env}, rows: 60})
    await terminal.waitFor(QUESTION)
    terminal.press(' ')
    await terminal.waitFor(ANSWER)
    terminal.press('q')
    await terminal.exit
    expect(COLOR.test(terminal.raw())).toBe(hasColor)
  }
})

test('the time from question to rating is recorded', async () => {
  const ebb = collection(2)
  const started = performance.now()
  const terminal = ebb.open({env: {EBB_NOW: ''}})
  await terminal.waitFor(QUESTION)
  const asked = performance.now()
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  const rated = performance.now()
  terminal.press('3')
  await terminal.waitFor('What is 2 times 7?')
  const [review] = ebb.log()
  expect(review?.duration_ms).toBeGreaterThanOrEqual(Math.floor(rated - asked) - 1)
  expect(review?.duration_ms).toBeLessThanOrEqual(performance.now() - started)
})
