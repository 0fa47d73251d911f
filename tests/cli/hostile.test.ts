import {describe, expect, test} from 'vitest'
import {documentFile, multiples} from '../support/documents.ts'
import {program, temporaryDirectory} from '../support/program.ts'
import {ANSWER, collection} from '../support/sessions.ts'
import {openTerminal} from '../support/terminal.ts'

/** Sets the title, clears the screen and the scrollback, writes to the clipboard, rings; C1 forms too; reverses the direction. */
const COMMANDS = [
  '\u001B]0;owned\u0007',
  '\u001B[2J\u001B[3J',
  '\u001B]52;c;b3duZWQ=\u0007',
  '\u009B31m',
  '\u009D0;owned\u009C',
  '\u001BP+q544e\u001B\\',
  '\u202Eevil\u2066',
  '\u0007\u0008\u007F',
].join('')

const DOCUMENT = `---
deck: ${JSON.stringify(`De${COMMANDS}ck`)}
---
# Head${COMMANDS}ing

Q: What ${COMMANDS} is the question?
A: The ${COMMANDS}answer, \`co${COMMANDS}de\`

\`\`\`sh
echo ${COMMANDS}
\`\`\`

| a | b${COMMANDS} |
|---|---|
| 1 | ${COMMANDS}2 |

[li${COMMANDS}nk](https://example.org/${COMMANDS})

${multiples(100)}
`

/** What a terminal would obey: controls but tab and line ends, C1, marks of direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const RAW = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/

/** What of it the review has no use for itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const OBEYED = /\u001B(?:\]0;|\]52|P|\[3J)|[\u0007\u0080-\u009F\u202E\u2066]/

const name = `fi${COMMANDS.replaceAll('/', '')}le.md`

test('no document and no name of one commands the terminal from any command', () => {
  const ebb = program()
  const folder = temporaryDirectory()
  const path = documentFile(DOCUMENT, {name, folder})
  const ran = [
    ebb.run(['import', path]),
    ebb.run(['import', path, '--json']),
    ebb.run(['import', documentFile('', {name: `empty-${name}`, folder})]),
    ebb.run(['import', documentFile(Buffer.alloc(100), {name: `binary-${name}`, folder})]),
  ]
  const {deck, id} = ebb.json(['next']).card
  expect(deck).toContain('\u001B]0;owned\u0007')
  for (const args of [['due'], ['next'], ['cards'], ['decks'], ['undo'], ['rate', id, 'good']]) {
    ran.push(ebb.run(args), ebb.run([...args, '--json']))
  }
  ran.push(
    ebb.run(['undo']),
    ebb.run(['due', 'nowhere']),
    ebb.run(['cards', COMMANDS.replaceAll('\0', '')]),
    ebb.run(['due', COMMANDS]),
    ebb.run(['rate', COMMANDS, 'good']),
    ebb.run(['rate', id, COMMANDS]),
    ebb.run(['config', COMMANDS, '1']),
    ebb.run(['config', 'retention', COMMANDS]),
    ebb.run([`--${COMMANDS}`]),
    ebb.run(['due'], {env: {EBB_NOW: COMMANDS}}),
    ebb.run(['import', `${path}-not-there`]),
  )
  expect(ran).toHaveLength(27)
  for (const {stdout, stderr} of ran) expect(stdout + stderr).not.toMatch(RAW)
})

test('no document commands the terminal from the review', async () => {
  const ebb = program()
  ebb.run(['import', documentFile(DOCUMENT, {name})])
  ebb.run(['config', 'new-per-day', '1'])
  const terminal = openTerminal(['review'], {home: ebb.home, rows: 50})
  await terminal.waitFor('is the question?')
  terminal.press(' ')
  await terminal.waitFor('1 again')
  expect(terminal.screen()).toContain('answer')
  terminal.press('4')
  await terminal.waitFor('That is all')
  terminal.press('q')
  await terminal.exit
  expect(terminal.raw()).not.toMatch(OBEYED)
})

describe('what a terminal sends of itself is no key', () => {
  test.each([
    ['a colour, told', '\u001B]11;rgb:1111/3333/2222\u001B\\'],
    ['a colour, told with a bell', '\u001B]11;rgb:1111/3333/2222\u0007'],
    ['a reply of digits alone', '\u001B]3333\u001B\\'],
    ['a reply of digits alone, with a bell', '\u001B]3333\u0007'],
    ['a setting, told', '\u001BP1$r31m\u001B\\'],
    ['a version, told', '\u001BP>|xterm(331)\u001B\\'],
    ['a picture, acknowledged', '\u001B_Gi=31;OK\u001B\\'],
    ['a private message', '\u001B^33\u001B\\'],
    ['a string', '\u001BX33\u001B\\'],
    ['the attributes of the terminal', '\u001B[?1;2c'],
    ['the place of the cursor', '\u001B[3;31R'],
    ['a mouse button in the oldest way', '\u001B[M 12'],
    ['a mouse button beside letters', '\u001B[M#33'],
    ['a mouse button, SGR', '\u001B[<0;33;33M\u001B[<0;33;33m'],
    ['a mouse button, urxvt', '\u001B[32;33;33M'],
    ['the focus, gained and lost', '\u001B[I\u001B[O'],
    ['a paste', '\u001B[200~3333\n\u001B[201~'],
    ['a key with Super', '\u001B[51;9u'],
    ['a key with Hyper', '\u001B[51;17u'],
    ['a key with Ctrl', '\u001B[51;5u'],
    ['a key with Alt', '\u001B[51;3u'],
    ['a key that is let go', '\u001B[51;1:3u'],
    ['text that nobody types', '3 times 3 is 9\u001B[I'],
  ])('%s', async (_, sequence) => {
    const review = collection(3)
    const terminal = review.open()
    await terminal.waitFor('show the answer')
    terminal.press(' ')
    await terminal.waitFor(ANSWER)
    // In the same piece as the sequence: read after it, and obeyed.
    terminal.press(`${sequence}?`)
    await terminal.waitFor('esc close')
    terminal.press('?')
    await terminal.waitFor(ANSWER)
    expect(review.log()).toEqual([])
    terminal.press('4')
    await terminal.waitFor('2 new')
    expect(review.log()).toMatchObject([{rating: 'easy'}])
  })
})
