import {spawn} from 'node:child_process'
import {chmodSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {programEnvironment, ROOT, shell, temporaryDirectory} from '../support/program.ts'
import {collection} from '../support/sessions.ts'
import type {TestTerminal} from '../support/terminal.ts'

const ESCAPE = '\u001B'

const SEA = `# Sea

## How deep is the sea?

- **In the mean**: 3,700 m, see [a map](https://example.org/map).
- **At most**: 10,900 m. ![The deepest place](deep.png)
`

/** The review of a collection in plain lines, fed with lines through a pipe. */
function plainly(
  ebb: ReturnType<typeof collection>,
  lines: readonly string[],
  args: readonly string[] = [],
) {
  const input = lines.map(line => `${line}\n`).join('')
  const run = ebb.run(['review', '--plain', ...args], {input})
  expect(run.stdout).not.toContain(ESCAPE)
  return run
}

/** Answers the first card by lines, as one types them. */
async function answerFirst(terminal: TestTerminal): Promise<void> {
  await terminal.waitFor('[enter] answer')
  terminal.press('\r')
  await terminal.waitFor('It is 7.')
  terminal.press('4\r')
  await terminal.waitFor('What is 2 times 7?')
}

test('question, prompt, answer, prompt: a script may review through a pipe', () => {
  const ebb = collection(2)
  const {stdout, stderr, status} = plainly(ebb, ['', '3', '', 'easy', ''])
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toBe(`
multiples / Multiples, 1 of 2

What is 1 times 7?

[enter] answer, ? help, q leave: 

It is 7.

1 again 1m, 2 hard 6m, 3 good 10m, 4 easy 8d, [enter] good: 3

Recorded: good; next in 10 minutes.

multiples / Multiples, 2 of 3

What is 2 times 7?

[enter] answer, ? help, q leave: 

It is 14.

1 again 1m, 2 hard 6m, 3 good 10m, 4 easy 8d, [enter] good: easy

Recorded: easy; next in 8 days.

multiples / Multiples, 3 of 3

What is 1 times 7?

[enter] answer, ? help, q leave: 

It is 7.

1 again 1m, 2 hard 10m, 3 good 2d, 4 easy 4d, [enter] good: 
2 reviews of 2 cards recorded: 1 good, 1 easy.
`)
  expect(ebb.log().map(({rating}) => rating)).toEqual(['good', 'easy'])
})

test('what is done to cards is stored, and taken back', () => {
  const ebb = collection(3)
  const lines = ['s', 'u', 'f 2', 't river', 'n', '', '4', 'u', '1', 'b', 'q']
  const {stdout} = plainly(ebb, lines)
  expect(stdout).toContain('Taken back: suspending.')
  expect(stdout).toContain('Taken back: the rating easy.')
  const [first, second] = ebb.json(['cards']).cards
  expect(first).toMatchObject({tags: ['river'], marks: {flag: 2, needsFixing: true}})
  expect(second.marks.buriedUntil).toBe('2026-03-03')
  expect(ebb.log().map(({kind, rating}) => rating ?? kind)).toEqual(['easy', 'undo', 'again'])
  expect(ebb.json(['doctor']).ok).toBe(true)
})

test('undo reaches beyond the session', () => {
  const ebb = collection(2)
  plainly(ebb, ['', '4', 'q'])
  expect(plainly(ebb, ['u', '1']).stdout).toContain('Taken back: the rating easy, from before.')
  expect(ebb.log().map(({kind, rating}) => rating ?? kind)).toEqual(['easy', 'undo', 'again'])
})

test('an outline is numbered, what is ticked is stored, images and links are told in words', () => {
  const ebb = collection(0, SEA, 'sea.md')
  const {stdout} = plainly(ebb, ['', '2', ''], ['--reveal', 'outline'])
  expect(stdout).toContain('1. In the mean\n2. At most\n')
  expect(stdout).toContain('1 of 2 points recalled. Suggested: hard.')
  expect(stdout).toContain('https://example.org/map')
  expect(stdout).toContain('The deepest place')
  expect(ebb.log()).toMatchObject([{rating: 'hard', points_recalled: 1, points_total: 2}])
})

test('a typed answer is compared with the answer', () => {
  const ebb = collection(1)
  const {stdout} = plainly(ebb, ['It is 8.', ''], ['--type'])
  expect(stdout).toContain('missing: 7.\nextra: 8.\n')
  expect(ebb.log()).toHaveLength(1)
})

test('cards are crammed without a change of their schedules', () => {
  const ebb = collection(1)
  const {stdout} = plainly(ebb, ['', '3', ''], ['--cram'])
  expect(stdout).toContain('1 again, 2 hard, 3 good, 4 easy, [enter] good:')
  expect(stdout).toContain('Recorded: good; the schedule stays as it is.')
  expect(stdout).toContain('1 answer to 1 card in practice: 1 good. Your schedule is as it was.\n')
  expect(ebb.log()).toEqual([])
})

test('no rating before the answer, and none at the end of the input', () => {
  const ebb = collection(1)
  expect(plainly(ebb, ['3', '1']).status).toBe(0)
  expect(plainly(ebb, ['']).status).toBe(0)
  expect(ebb.log()).toEqual([])
})

test('a line that no line feed ends is a line', () => {
  const ebb = collection(1)
  ebb.run(['review', '--plain'], {input: '\n3'})
  expect(ebb.log().map(({rating}) => rating)).toEqual(['good'])
})

test('nothing that a terminal would obey is written, ASCII alone where asked, at most 80 columns', () => {
  const text = `# Sea\n\n## How **deep**?\n\n${'Very deep. '.repeat(40)}\n\n\`\`\`js\nlet a = 1\n\`\`\`\n\n| a | b |\n| - | - |\n| 1 | ${ESCAPE}[31m2 |\n`
  const ebb = collection(0, text.replaceAll(ESCAPE, ''), 'sea.md')
  const {stdout} = plainly(ebb, ['h', 'i', '', '3', ''], ['--ascii'])
  expect(stdout).toMatch(/^[\n -~]*$/)
  expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(80)
  const hostile = collection(0, text, 'sea.md')
  expect(plainly(hostile, ['', `${ESCAPE}[2J`, `t ${ESCAPE}]0;x`, 'i', '3']).stdout).toContain('␛')
})

test('where nothing is due, that is said', () => {
  const ebb = collection(0, '# Nothing here\n')
  expect(plainly(ebb, []).stdout).toContain('Nothing to ask.')
})

test('Ink and React are not loaded', () => {
  const ebb = collection(1)
  const cache = temporaryDirectory()
  ebb.run(['review', '--plain'], {input: '\n3\n', env: {XDG_CACHE_HOME: cache}})
  // The compiled code of every chunk that was loaded.
  const chunks = readdirSync(join(cache, 'ebb')).map(name => name.split('-')[0])
  expect(chunks.toSorted()).toEqual(['main', 'plain'])
})

test('a dumb terminal gets lines without being asked, at its width', async () => {
  const ebb = collection(2)
  const terminal = ebb.open({env: {TERM: 'dumb'}, columns: 50})
  await answerFirst(terminal)
  terminal.press('i\r')
  await terminal.waitFor('leaves the steps')
  terminal.press('\u0004')
  expect((await terminal.exit).exitCode).toBe(0)
  expect(terminal.raw()).not.toContain(ESCAPE)
  expect(
    Math.max(
      ...terminal
        .raw()
        .split(/\r?\n/)
        .map(line => line.length),
    ),
  ).toBeLessThanOrEqual(50)
  expect(terminal.raw()).toContain('1 review of 1 card recorded: 1 easy.')
})

test('lines that are typed before the answer is there are no ratings of it', async () => {
  const ebb = collection(2)
  const terminal = ebb.open({}, ['review', '--plain'])
  await terminal.waitFor('[enter] answer')
  terminal.press('\r4\r1\r')
  await terminal.waitFor('It is 7.')
  terminal.press('r\r')
  await terminal.waitUntil('the answer again', screen => screen.split('It is 7.').length === 3)
  terminal.press('q\r')
  await terminal.exit
  expect(ebb.log()).toEqual([])
})

test('the document is edited at the card’s line, and what it says then is asked', async () => {
  const ebb = collection(1)
  const editor = join(temporaryDirectory(), 'editor')
  writeFileSync(editor, '#!/bin/sh\nsed -i "s/times 7/times 8/" "$1"\n')
  chmodSync(editor, 0o755)
  const terminal = ebb.open({env: {EDITOR: editor}}, ['review', '--plain'])
  await terminal.waitFor('[enter] answer')
  terminal.press('e\r')
  await terminal.waitFor('What is 1 times 8?')
  expect(terminal.screen()).toContain('Imported: 1 changed.')
  terminal.press('\r')
  await terminal.waitFor('It is 7.')
  terminal.press('q\r')
  expect((await terminal.exit).exitCode).toBe(0)
})

test.each([
  {signal: 'SIGTERM', number: 15},
  {signal: 'SIGHUP', number: 1},
  {signal: 'SIGINT', number: 2},
])('$signal ends it and keeps what was rated', async ({signal, number}) => {
  const ebb = collection(2)
  const terminal = ebb.open({}, ['review', '--plain'])
  await answerFirst(terminal)
  terminal.kill(signal)
  expect((await terminal.exit).signal).toBe(number)
  expect(terminal.raw()).toContain('\r\n1 review of 1 card recorded: 1 easy.')
  expect(ebb.log().map(({rating}) => rating)).toEqual(['easy'])
})

test('so does Ctrl-C, and a terminal that is closed', async () => {
  const ebb = collection(3)
  const terminal = ebb.open({}, ['review', '--plain'])
  await answerFirst(terminal)
  terminal.press('\u0003')
  expect((await terminal.exit).signal).toBe(2)
  const other = ebb.open({}, ['review', '--plain'])
  await other.waitFor('What is 2 times 7?')
  other.press('\r')
  await other.waitFor('It is 14.')
  other.press('1\r')
  await other.waitFor('What is 3 times 7?')
  other.hangUp()
  await other.exit
  expect(() => process.kill(other.pid, 0)).toThrow('ESRCH')
  expect(ebb.log().map(({rating}) => rating)).toEqual(['easy', 'again'])
})

test('where nobody reads any more, it ends without taking lines for ratings', async () => {
  const ebb = collection(2)
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'ebb.js'), 'review', '--plain'], {
    env: programEnvironment(ebb.home),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise(resolve => child.on('exit', resolve))
  await new Promise(resolve => child.stdout.once('data', resolve))
  child.stdout.destroy()
  child.stdin.on('error', () => {})
  child.stdin.write('\n')
  expect(await ended).toBe(0)
  expect(ebb.log()).toEqual([])
})

test('without --plain a pipe gets the plain answer, as ever', () => {
  const ebb = collection(2)
  const {stdout} = shell(`echo | $EBB review`, ebb.home)
  expect(stdout).toContain('2 cards')
})

test('what was practised is taken back before what was recorded earlier', () => {
  const ebb = collection(2)
  plainly(ebb, ['', '3', 'q'])
  plainly(ebb, ['', '1', 'q'], ['--cram'])
  const recorded = ebb.log()
  const {stdout} = plainly(ebb, ['u', 'q'])
  expect(stdout).toContain('The last was practice: `ebb undo` takes it back.')
  expect(ebb.run(['undo']).stdout).toMatch(/^Took back “again”, given in practice, on: /)
  expect(ebb.log()).toEqual(recorded)
  expect(ebb.run(['undo']).stdout).toMatch(/^Took back “good” on: /)
})
