import {expect, test} from 'vitest'
import {shell} from '../support/program.ts'
import {collection} from '../support/sessions.ts'

const ESCAPE = '\u001B'

/** The review of a collection in plain lines, fed with lines. */
function plainly(ebb: ReturnType<typeof collection>, lines: readonly string[], env = {}) {
  return ebb.run(['review', '--plain'], {input: lines.map(line => `${line}\n`).join(''), env})
}

test('question, prompt, answer, prompt: a script may review through a pipe', () => {
  const ebb = collection(2)
  const {stdout, stderr, status} = plainly(ebb, ['', '3', '', 'easy', ''])
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toBe(`
[2 left] multiples > Multiples

What is 1 times 7?

[enter] answer, ? help, q leave: 

It is 7.

1 again 1m, 2 hard 6m, 3 good 10m, 4 easy 8d, ? help, q leave: 3

[2 left] multiples > Multiples

What is 2 times 7?

[enter] answer, ? help, q leave: 

It is 14.

1 again 1m, 2 hard 6m, 3 good 10m, 4 easy 8d, ? help, q leave: easy

[1 left] multiples > Multiples

What is 1 times 7?

[enter] answer, ? help, q leave: 

It is 7.

1 again 1m, 2 hard 10m, 3 good 2d, 4 easy 4d, ? help, q leave: 
2 reviews of 2 cards recorded: 1 good, 1 easy.
`)
  expect(ebb.log().map(({rating}) => rating)).toEqual(['good', 'easy'])
})

test('what is done to cards can be said by key and by name, and taken back', () => {
  const ebb = collection(3)
  const {stdout} = plainly(ebb, [
    's',
    'undo',
    'flag',
    '2',
    't',
    'river',
    'h',
    'e e',
    '',
    '4',
    'u',
    'q',
  ])
  expect(stdout).toContain('The card has flag 2.')
  expect(stdout).toContain('Your tags: river.')
  expect(stdout).toContain('I· i· 7.')
  expect(stdout).toContain('“e e” is no key here. Say ? for the list of keys.')
  expect(stdout).toContain('Taken back: the rating easy.')
  expect(ebb.log().map(({kind}) => kind)).toEqual(['review', 'undo'])
  expect(ebb.json(['doctor']).ok).toBe(true)
})

test('help lists keys and names; what only is read does not have to be closed', () => {
  const ebb = collection(1)
  const {stdout} = plainly(ebb, ['?', 'i', '/', 'times'])
  expect(stdout).toContain('u, undo: take back what was done last')
  expect(stdout).not.toContain('a page down')
  expect(stdout).toContain('This card is new')
  expect(stdout.split('show the answer').length).toBe(2)
})

test('no rating before the answer, and none at the end of the input', () => {
  const ebb = collection(1)
  expect(plainly(ebb, ['3', '1']).status).toBe(0)
  expect(plainly(ebb, ['']).status).toBe(0)
  expect(ebb.log()).toEqual([])
})

test('a typed answer is compared with the answer', () => {
  const ebb = collection(1)
  const {stdout} = plainly(ebb, ['w', 'It is 8.', '1'])
  expect(stdout).toContain('Your answer: It is 8.')
  expect(stdout).toContain('It is 7.')
  expect(ebb.log().map(({rating}) => rating)).toEqual(['again'])
})

test('nothing that a terminal would obey is written, and no line is wider than 80 columns', () => {
  const text = `# Sea\n\n## How **deep**?\n\n${'Very deep. '.repeat(40)}\n\n\`\`\`js\nlet a = 1\n\`\`\`\n\n| a | b |\n| - | - |\n| 1 | \u001B[31m2 |\n`
  const ebb = collection(0, text, 'sea.md')
  const {stdout} = plainly(ebb, ['', '3'])
  expect(stdout).not.toContain(ESCAPE)
  expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(80)
})

test('where nothing is due, that is said', () => {
  const ebb = collection(0, '# Nothing here\n')
  expect(plainly(ebb, []).stdout).toContain('Nothing to ask.')
})

test('a dumb terminal gets lines without being asked, at its width, and a key is a line', async () => {
  const ebb = collection(2)
  const terminal = ebb.open({env: {TERM: 'dumb'}, columns: 50})
  await terminal.waitFor('[enter] answer')
  terminal.press('\r')
  await terminal.waitFor('It is 7.')
  terminal.press('4\r')
  await terminal.waitFor('What is 2 times 7?')
  terminal.press('\u0004')
  expect((await terminal.exit).exitCode).toBe(0)
  expect(terminal.raw()).not.toContain(ESCAPE)
  expect(terminal.raw()).toContain('1 review of 1 card recorded: 1 easy.')
})

test.each([
  ['SIGTERM', 'SIGTERM'],
  ['SIGINT', 'SIGINT'],
])('%s ends it and keeps what was rated', async (_, signal) => {
  const ebb = collection(2)
  const terminal = ebb.open({}, ['review', '--plain'])
  await terminal.waitFor('[enter] answer')
  terminal.press('\r')
  await terminal.waitFor('It is 7.')
  terminal.press('4\r')
  await terminal.waitFor('What is 2 times 7?')
  terminal.kill(signal)
  expect((await terminal.exit).exitCode).toBe(1)
  expect(ebb.log().map(({rating}) => rating)).toEqual(['easy'])
})

test('without --plain a pipe gets the plain answer, as ever', () => {
  const ebb = collection(2)
  const {stdout} = shell(`echo | $EBB review`, ebb.home)
  expect(stdout).toContain('2 cards')
})
