import {expect, test} from 'vitest'
import {documentFile, multiples} from '../support/documents.ts'
import {program, temporaryDirectory} from '../support/program.ts'
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
