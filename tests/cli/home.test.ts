import {expect, test} from 'vitest'
import {documentFile, multiples, RIVERS} from '../support/documents.ts'
import {program} from '../support/program.ts'
import {ANSWER, collection, logIn, QUESTION} from '../support/sessions.ts'
import {openTerminal, type TestTerminal} from '../support/terminal.ts'

/** Resolves when the shell has its screen and its cursor back. */
async function isAsItWas(terminal: TestTerminal): Promise<void> {
  await terminal.waitUntil('the normal screen', () => terminal.buffer() === 'normal')
  expect(terminal.cursorShown()).toBe(true)
}

/** Two decks, and a card that was answered the day before. */
function twoDecks() {
  const ebb = collection(3)
  ebb.run(['import', documentFile(RIVERS)])
  const {id} = ebb.json(['next', 'multiples'], {EBB_NOW: '2026-03-01T09:00:00+00:00'}).card
  ebb.json(['rate', id, 'easy'], {EBB_NOW: '2026-03-01T09:00:00+00:00'})
  return ebb
}

test('`ebb` alone shows the day; a review begun there leads back to it, and then to the shell', async () => {
  const ebb = twoDecks()
  const terminal = ebb.open({shown: '$ ebb\r\n'}, [])
  const morning = await terminal.waitFor('q leave')
  expect(morning).toContain('5 cards to review')
  expect(morning).toContain('5 new · 0 learning · 0 review')
  expect(morning).toContain('No answers yet today.')
  expect(morning).toContain('multiples')
  expect(morning).toMatch(/^ +today +Tue +Wed +Thu +Fri +Sat +Sun$/m)
  terminal.press(' ')
  await terminal.waitFor(QUESTION)
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  terminal.press('4')
  await terminal.waitFor(QUESTION)
  terminal.press('q')
  await terminal.waitFor('4 cards to review')
  const later = await terminal.waitFor('q leave')
  expect(later).toContain('Today: 1 answer in')
  expect(later).toContain('2 days in a row')
  expect(terminal.buffer()).toBe('alternate')
  terminal.press('q')
  expect((await terminal.exit).exitCode).toBe(0)
  await isAsItWas(terminal)
  expect(terminal.history()).toContain('$ ebb\n1 review of 1 card recorded: 1 easy.\n')
  expect(logIn(ebb.home)).toHaveLength(2)
})

test('the terminal changes its screen once, however many reviews are begun', async () => {
  const ebb = twoDecks()
  const terminal = ebb.open({}, [])
  for (const round of [1, 2]) {
    await terminal.waitFor('5 cards to review')
    terminal.press(' ')
    await terminal.waitFor(QUESTION)
    terminal.press('q')
    await terminal.waitUntil(`home again (${round})`, screen => screen.includes('to review'))
  }
  terminal.press('q')
  await terminal.exit
  expect(terminal.raw().split('\u001B[?1049h')).toHaveLength(2)
  expect(terminal.raw().split('\u001B[?1049l')).toHaveLength(2)
})

test('what was taken back at home is told after it, too', async () => {
  const ebb = twoDecks()
  const terminal = ebb.open({shown: '$ ebb\r\n'}, [])
  await terminal.waitFor('5 cards to review')
  terminal.press(' ')
  await terminal.waitFor(QUESTION)
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  terminal.press('4')
  await terminal.waitFor(QUESTION)
  terminal.press('q')
  await terminal.waitFor('4 cards to review')
  terminal.press('u')
  await terminal.waitFor('5 cards to review')
  terminal.press('q')
  await terminal.exit
  await isAsItWas(terminal)
  expect(terminal.history()).toMatch(/1 review of 1 card recorded: 1 easy\.\nTook back “easy” on: /)
})

test('decks are chosen from home, and the summary leads back', async () => {
  const ebb = twoDecks()
  const terminal = ebb.open({}, [])
  await terminal.waitFor('5 cards to review')
  terminal.press('d')
  await terminal.waitFor('What do you want to review?')
  terminal.press('q')
  await terminal.waitFor('5 cards to review')
  terminal.press('d')
  await terminal.waitFor('What do you want to review?')
  terminal.press('m')
  await terminal.waitFor('find: m')
  terminal.press('\r')
  for (const left of [2, 1]) {
    await terminal.waitFor(`${left} new`)
    await terminal.waitFor(QUESTION)
    terminal.press(' ')
    await terminal.waitFor(ANSWER)
    terminal.press('4')
  }
  await terminal.waitFor('That is all for now.')
  terminal.press('\r')
  await terminal.waitFor('3 cards to review')
})

test('an answer is taken back at home, and an import is not', async () => {
  const ebb = collection(1)
  ebb.json(['rate', ebb.json(['next']).card.id, 'easy'])
  const terminal = ebb.open({}, ['home'])
  await terminal.waitFor('Nothing is due.')
  terminal.press('u')
  await terminal.waitFor('Took back “easy” on: What is 1 times 7?')
  expect(terminal.screen()).toContain('1 card to review')
  terminal.press('u')
  await terminal.waitFor('The last was an import')
  expect(ebb.json(['cards']).cards).toHaveLength(1)
})

test('progress is shown at home', async () => {
  const ebb = collection(2)
  ebb.json(['rate', ebb.json(['next']).card.id, 'easy'])
  const terminal = ebb.open({}, [])
  await terminal.waitFor('1 card to review')
  for (const away of ['q', '\u001B']) {
    terminal.press('s')
    await terminal.waitFor('Progress on')
    await terminal.waitFor('j k line · space page')
    terminal.press(' ')
    await terminal.waitUntil('the next page', screen => !screen.includes('Progress on'))
    terminal.press(away)
    await terminal.waitFor('1 card to review')
  }
})

test('progress at home takes all of a wide terminal, as `ebb stats` does', async () => {
  const ebb = collection(2)
  ebb.json(['rate', ebb.json(['next']).card.id, 'easy'])
  const terminal = ebb.open({columns: 200, rows: 14}, [])
  await terminal.waitFor('1 card to review')
  terminal.press('s')
  const shown = await terminal.waitFor('space page')
  const alone = ebb.open({columns: 200, rows: 14}, ['stats'])
  expect(shown).toBe(await alone.waitFor('space page'))
  terminal.press('q')
  await terminal.waitFor('1 card to review')
})

test('Ctrl-C ends the program from home and from a review that was begun there', async () => {
  const ebb = twoDecks()
  for (const keys of [[], [' ']]) {
    const terminal = ebb.open({}, [])
    await terminal.waitFor('5 cards to review')
    for (const key of keys) {
      terminal.press(key)
      await terminal.waitFor(QUESTION)
    }
    terminal.press('\u0003')
    expect((await terminal.exit).exitCode).toBe(0)
    await isAsItWas(terminal)
  }
})

test.each(['SIGTERM', 'SIGHUP'])('%s at home leaves the terminal as it was', async signal => {
  const terminal = collection(1).open({}, [])
  await terminal.waitFor('1 card to review')
  terminal.kill(signal)
  await terminal.exit
  await isAsItWas(terminal)
})

test('without a card there is a hint how to make some', async () => {
  const {home} = program()
  const terminal = openTerminal([], {home, columns: 40, rows: 12})
  await terminal.waitFor('There are no cards yet.')
  expect(await terminal.waitFor('q leave')).toContain('ebb import notes/')
  terminal.press(' ')
  terminal.press('q')
  expect((await terminal.exit).exitCode).toBe(0)
})

test.each([
  {columns: 40, rows: 10},
  {columns: 250, rows: 80},
])(
  'home is right at $columns×$rows, in ASCII and without colours, and after a resize',
  async size => {
    const ebb = twoDecks()
    ebb.run(['config', 'ascii', 'on'])
    const terminal = ebb.open({...size, env: {NO_COLOR: '1'}}, [])
    const screen = await terminal.waitFor('5 cards to review')
    expect(screen).toMatch(/^[\n -~]*$/)
    terminal.resize(60, 20)
    await terminal.waitUntil('the new size', shown => shown.split('\n').length === 20)
    await terminal.waitFor('5 cards to review')
  },
)

test('a collection that cannot be opened is told of on the normal screen', async () => {
  const ebb = program()
  const path = documentFile(multiples(1), {name: 'ebb.db', folder: ebb.home})
  expect(path).toContain(ebb.home)
  const terminal = openTerminal([], {home: ebb.home})
  expect((await terminal.exit).exitCode).toBe(1)
  await terminal.waitFor('ebb: ')
  expect(terminal.raw()).not.toContain('\u001B[?1049h')
})
