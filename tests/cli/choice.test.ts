import {expect, test} from 'vitest'
import {documentFile} from '../support/documents.ts'
import {program} from '../support/program.ts'
import {collection, QUESTION} from '../support/sessions.ts'
import {openTerminal, type TestTerminal} from '../support/terminal.ts'

/** Six cards in three decks, tagged by deck: \`Which a is it?\` … */
function threeDecks() {
  const ebb = collection(0, '# Nothing\n')
  const note = (name: string) => `Q: Which ${name} is it?\nA: The ${name}.\n`
  const document = (deck: string, tags: string, names: readonly string[]) =>
    documentFile(`---\ndeck: ${deck}\ntags: [${tags}]\n---\n# T\n\n${names.map(note).join('\n')}`, {
      name: `${names.join('')}.md`,
    })
  ebb.run(['import', document('Backend::SQL', 'sql, exam', ['a', 'b'])])
  ebb.run(['import', document('Backend::SQL::Joins', 'sql/joins', ['c'])])
  ebb.run(['import', document('Geography', 'exam', ['d', 'e', 'f'])])
  const ids: Record<string, string> = {}
  for (const {id, question} of ebb.json(['cards']).cards) ids[question.charAt(6)] = id
  return {...ebb, ids}
}

/** Which cards are asked, in their order, each rated easy. */
async function asked(terminal: TestTerminal): Promise<string> {
  let names = ''
  for (;;) {
    const screen = await terminal.waitUntil(
      'a question or the end',
      shown =>
        (shown.includes(QUESTION) && !shown.includes(`Which ${names.at(-1)} is`)) ||
        /That is all|Nothing to ask/.test(shown),
    )
    if (!screen.includes(QUESTION)) break
    names += /Which (.) is it/.exec(screen)?.[1]
    terminal.press(' ')
    await terminal.waitUntil('the ratings', shown => !shown.includes(QUESTION))
    terminal.press('4')
  }
  terminal.press('q')
  await terminal.exit
  return names
}

test('several decks are offered as a tree, and enter begins with all of them', async () => {
  const ebb = threeDecks()
  const terminal = ebb.open()
  const screen = await terminal.waitFor('What do you want to review?')
  expect(screen.replaceAll(/ +\d+ +0 +0$/gm, '')).toContain(`
  ›   All decks
      ▾ Backend
        ▾ SQL
            Joins
        Geography`)
  terminal.press('\r')
  expect(await terminal.waitFor(QUESTION)).toContain('6 new')
})

test('a deck is found by typing, and only its cards are asked', async () => {
  const terminal = threeDecks().open()
  await terminal.waitFor('All decks')
  terminal.press('/join')
  await terminal.waitFor('find: join')
  terminal.press('\r')
  expect(await asked(terminal)).toBe('c')
})

test('marked decks are asked together', async () => {
  const terminal = threeDecks().open()
  await terminal.waitFor('All decks')
  terminal.press('/joi ')
  await terminal.waitFor('1 deck marked: 1 card')
  terminal.press('\u001B')
  await terminal.waitFor('All decks')
  terminal.press('geo ')
  await terminal.waitFor('2 decks marked: 4 cards')
  terminal.press('\r')
  expect(await asked(terminal)).toBe('cdef')
})

test('the choice is left without a review', async () => {
  const ebb = threeDecks()
  const terminal = ebb.open({shown: '$ ebb review\r\n'})
  await terminal.waitFor('All decks')
  terminal.press('q')
  expect((await terminal.exit).exitCode).toBe(0)
  await terminal.waitUntil('the normal screen', () => terminal.buffer() === 'normal')
  expect(terminal.history().trim()).toBe('$ ebb review')
  expect(ebb.log()).toEqual([])
})

test('a deck without anything due is not offered, and one deck alone is no choice', async () => {
  const ebb = threeDecks()
  for (const name of 'abc') ebb.json(['rate', ebb.ids[name] ?? '', 'easy'])
  const terminal = ebb.open()
  expect(await asked(terminal)).toBe('def')
})

test.each([
  {args: ['backend'], names: 'abc'},
  {args: ['backend::sql::joins', 'geography'], names: 'cdef'},
  {args: ['--tag', 'sql'], names: 'abc'},
  {args: ['--tag', '#SQL/joins'], names: 'c'},
  {args: ['--tag', 'sql/joins', '--tag', 'exam'], names: 'abcdef'},
  {args: ['geography', '--tag', 'exam'], names: 'def'},
  {args: ['--limit', '2'], names: 'ab'},
  {args: ['--limit', '1', 'geography'], names: 'd'},
  {args: ['--new', '3'], names: 'abc'},
  {args: ['--new', '0'], names: ''},
])('ebb review $args asks $names', async ({args, names}) => {
  expect(await asked(threeDecks().open({}, ['review', ...args]))).toBe(names)
})

test('a session of few cards ends with how many the day still has', async () => {
  const ebb = threeDecks()
  const terminal = ebb.open({}, ['review', '--limit', '1', 'geography'])
  await terminal.waitFor('show the answer')
  terminal.press(' ')
  await terminal.waitFor('4 easy')
  terminal.press('4')
  await terminal.waitFor('2 more cards can be asked today.')
})

test('--new reaches beyond the daily limit, and only there', async () => {
  const ebb = threeDecks()
  ebb.run(['config', 'new-per-day', '1'])
  expect(await asked(ebb.open({}, ['review', 'geography']))).toBe('d')
  expect(await asked(ebb.open({}, ['review', 'geography']))).toBe('')
  expect(await asked(ebb.open({}, ['review', '--new', '2']))).toBe('ab')
})

const NEXT_WEEK = {EBB_NOW: '2026-03-09T09:00:00+00:00'}

test('--ahead asks what is due within so many days, and no more', async () => {
  const ebb = threeDecks()
  ebb.run(['config', 'new-per-day', '0'])
  // Easy at once: due in 8 days.
  for (const name of 'abcd') ebb.json(['rate', ebb.ids[name] ?? '', 'easy'])
  const ahead = (days: string) => ebb.open({env: NEXT_WEEK}, ['review', '--ahead', days])
  ebb.run(['config', 'reviews-per-day', '2'])
  expect([...(await asked(ahead('1')))].sort().join('')).toBe('abcd')
  expect(await asked(ahead('1'))).toBe('')
})

test('--cram asks all of a choice, and leaves the schedules alone', async () => {
  const ebb = threeDecks()
  for (const name of 'de') ebb.json(['rate', ebb.ids[name] ?? '', 'easy'])
  const before = ebb.json(['cards'])
  const log = ebb.log()
  const names = await asked(ebb.open({}, ['review', '--cram', 'geography']))
  expect([...names].sort().join('')).toBe('def')
  expect(ebb.json(['cards'])).toEqual(before)
  expect(ebb.log()).toEqual(log)
})

test('--minutes begins a session that has some time', async () => {
  const terminal = threeDecks().open({env: {EBB_NOW: ''}}, ['review', '--minutes', '1'])
  expect(await terminal.waitFor(QUESTION)).toContain('6 new')
})

test.each([
  {
    args: ['review', '--tag', 'biology'],
    said: 'ebb: No card has the tag `biology`\nThe tags are `exam`, `sql`, `sql/joins`.\n',
  },
  {
    args: ['next', '--tag', 'join'],
    said: 'ebb: No card has the tag `join`\nDid you mean `sql/joins`?\n',
  },
  {
    args: ['due', '--tag', 'xam'],
    said: 'ebb: No card has the tag `xam`\nDid you mean `exam`?\n',
  },
])('$args names a tag that there is not', ({args, said}) => {
  const {stdout, stderr, status} = threeDecks().run(args)
  expect({stdout, stderr, status}).toEqual({stdout: '', stderr: said, status: 1})
})

test.each([
  {args: ['--flag', '3'], said: 'No card that can be asked is flagged 3.\n'},
  {args: ['--leeches'], said: 'No card is forgotten over and over.\n'},
  {args: ['--needs-fixing'], said: 'No card that can be asked is marked as needing a fix.\n'},
  {
    args: ['geography', '--tag', 'sql', '--flag', '1', '--flag', '2'],
    said: 'No card that can be asked is in `geography` and tagged `sql` and flagged 1 or 2.\n',
  },
])('where no card is like $args, that is said', ({args, said}) => {
  const ebb = threeDecks()
  for (const command of ['due', 'next', 'review']) {
    expect(ebb.run([command, ...args])).toEqual({stdout: said, stderr: '', status: 0})
  }
})

test.each([{args: []}, {args: ['--leeches']}, {args: ['--plain']}])(
  'a review of an empty collection with $args says how to begin, on a terminal too',
  async ({args}) => {
    const terminal = openTerminal(['review', ...args], {home: program().home})
    await terminal.waitFor('There are no cards yet. `ebb import PATH` makes some')
    expect(await terminal.exit).toMatchObject({exitCode: 0})
  },
)

test('on a terminal, no screen is opened where no card is like that', async () => {
  const terminal = threeDecks().open({}, ['review', '--needs-fixing'])
  await terminal.waitFor('No card that can be asked is marked as needing a fix.')
  expect(await terminal.exit).toMatchObject({exitCode: 0})
})

test('due and next take the same cards as the review', () => {
  const ebb = threeDecks()
  expect(ebb.json(['due', '--tag', 'sql']).total).toBe(3)
  expect(ebb.json(['next', '--tag', 'sql/joins']).card.id).toBe(ebb.ids['c'])
  expect(ebb.json(['due', 'geography', '--tag', 'sql']).total).toBe(0)
})

test.each([
  {args: ['--flag', '8'], problem: 'Expected a number from 1 to 7.'},
  {args: ['--limit', '0'], problem: 'Expected a whole number from 1 to 99999.'},
  {args: ['--minutes', 'ten'], problem: 'Expected a whole number from 1 to 1440.'},
  {args: ['--ahead', '-1'], problem: 'Expected a whole number from 1 to 3650.'},
  {args: ['--cram', '--ahead', '3'], problem: 'cannot be used with'},
  {args: ['--cram', '--new', '3'], problem: 'cannot be used with'},
])('$args is a usage error', ({args, problem}) => {
  const {stderr, status} = program().run(['review', ...args])
  expect({status, stderr}).toEqual({status: 2, stderr: expect.stringContaining(problem)})
})

test.each([
  {word: 'imprt', near: '(Did you mean import?)'},
  {word: 'stat', near: '(Did you mean stats?)'},
  {word: 'geography', near: '`ebb review DECK` reviews a deck.'},
])('`ebb $word` is no command, and no deck either', ({word, near}) => {
  const {stdout, stderr, status} = threeDecks().run([word])
  expect({stdout, status}).toEqual({stdout: '', status: 2})
  expect(stderr).toContain(`unknown command '${word}'`)
  expect(stderr).toContain(near)
})
