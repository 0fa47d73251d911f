import {chmodSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {documentFile, multiples} from '../support/documents.ts'
import {program, temporaryDirectory} from '../support/program.ts'
import {ANSWER, QUESTION} from '../support/sessions.ts'
import {openTerminal} from '../support/terminal.ts'

/** A collection of one document, and an editor that is a script of the shell; `$1` is `+LINE`, `$2` the document. */
function setUp(script: string, cards = 3) {
  const ebb = program()
  ebb.run(['config', 'fuzz', 'off'])
  const path = documentFile(multiples(cards), {name: 'multiples.md'})
  ebb.run(['import', path])
  const folder = temporaryDirectory()
  const editor = join(folder, 'vim')
  const note = join(folder, 'called')
  writeFileSync(editor, `#!/bin/sh\nprintf '%s\\n' "$@" > ${note}\n${script}\n`)
  chmodSync(editor, 0o755)
  const terminal = openTerminal(['review'], {
    home: ebb.home,
    columns: 100,
    env: {EDITOR: editor},
    shown: 'line one\r\n$ ebb review\r\n',
  })
  return {
    ...ebb,
    path,
    editor,
    terminal,
    called: () => readFileSync(note, 'utf8').trim().split('\n'),
  }
}

test('the editor opens the document at the card, has the terminal to itself, and what it saves is asked', async () => {
  const {terminal, path, called, json} = setUp(
    'echo in the editor; read -r answer; sed -i "s/1 times 7/1 multiplied by 7/" "$2"',
  )
  await terminal.waitFor(QUESTION)
  terminal.press('e')
  await terminal.waitFor('in the editor')
  expect(terminal.buffer()).toBe('normal')
  expect(terminal.cursorShown()).toBe(true)
  expect(terminal.screen()).toContain('line one')
  terminal.press('yes\r')
  await terminal.waitFor('What is 1 multiplied by 7?')
  expect(terminal.buffer()).toBe('alternate')
  expect(called()).toEqual(['+3', path])
  // The progress of the card goes on, and the edit can be taken back.
  terminal.press(' ')
  await terminal.waitFor('It is 7.')
  terminal.press('4')
  await terminal.waitFor('What is 2 times 7?')
  terminal.press('q')
  expect((await terminal.exit).exitCode).toBe(0)
  expect(json(['cards', 'multiplied']).cards[0].schedule.reps).toBe(1)
  expect(json(['doctor']).ok).toBe(true)
})

test('a resize while the editor is open erases nothing of the shell’s, and the card comes back in the new size', async () => {
  const {terminal} = setUp('echo in the editor; read -r answer')
  await terminal.waitFor(QUESTION)
  terminal.press('e')
  await terminal.waitFor('in the editor')
  terminal.resize(60, 12)
  terminal.press('yes\r')
  await terminal.waitUntil('the review', () => terminal.buffer() === 'alternate')
  await terminal.waitFor(QUESTION)
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  // As wide as it is now: nothing was drawn beyond.
  const answer = terminal.screen()
  terminal.resize(61, 12)
  terminal.resize(60, 12)
  await terminal.waitUntil('the same frame', screen => screen === answer)
  terminal.press('q')
  expect((await terminal.exit).exitCode).toBe(0)
  expect(terminal.screen()).toContain('line one')
  expect(terminal.screen()).toContain('in the editor')
})

test('what was given for the import counts for the edit, too', async () => {
  const {terminal, editor, home, path, run, json} = setUp(
    'sed -i "s/1 times 7/1 multiplied by 7/" "$2"',
  )
  terminal.press('q')
  await terminal.exit
  const given = ['import', path, '--deck', 'Sums::Small', '--tag', 'easy', '--yes']
  run(given)
  const again = openTerminal(['review'], {home, env: {EDITOR: editor}})
  await again.waitFor(QUESTION)
  again.press('e')
  await again.waitFor('What is 1 multiplied by 7?')
  again.press('q')
  await again.exit
  expect(json(['cards', 'multiplied']).cards[0]).toMatchObject({
    deck: 'Sums::Small',
    tags: ['easy'],
  })
  expect(run(given).stdout).toContain('unchanged')
})

test('an edit is taken back like anything else', async () => {
  const {terminal} = setUp('sed -i "s/1 times 7/1 multiplied by 7/" "$2"')
  await terminal.waitFor(QUESTION)
  terminal.press('e')
  await terminal.waitFor('What is 1 multiplied by 7?')
  terminal.press('u')
  await terminal.waitFor('What is 1 times 7?')
})

test('a document that was left as it was changes nothing', async () => {
  const {terminal, json} = setUp('true')
  const before = json(['decks'])
  await terminal.waitFor(QUESTION)
  terminal.press('e')
  await terminal.waitUntil('the card again', screen => screen.includes(QUESTION))
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  terminal.press('q')
  expect((await terminal.exit).exitCode).toBe(0)
  expect(json(['decks'])).toEqual(before)
})

test('a card that was deleted is not asked any more, and the next one is', async () => {
  const {terminal} = setUp('sed -i "/1 times 7/,/It is 7/d" "$2"')
  await terminal.waitFor(QUESTION)
  terminal.press('e')
  await terminal.waitFor('What is 2 times 7?')
  expect(terminal.screen()).toContain('not in its document any more')
})

test.each([
  {what: 'crashes', script: 'kill -SEGV $$', said: 'was ended by SIGSEGV'},
  {what: 'ends with an error', script: 'exit 3', said: 'ended with an error (3)'},
])('an editor that $what leaves the card as it was, and says so', async ({script, said}) => {
  const {terminal} = setUp(script)
  await terminal.waitFor(QUESTION)
  terminal.press('e')
  await terminal.waitFor(said)
  expect(terminal.buffer()).toBe('alternate')
  expect(terminal.screen()).toContain('What is 1 times 7?')
  terminal.press(' ')
  await terminal.waitFor('It is 7.')
  terminal.press('q')
  expect((await terminal.exit).exitCode).toBe(0)
})

test('an editor that is not there is told, with what to do', async () => {
  const {home, terminal: other} = setUp('true')
  other.press('q')
  const terminal = openTerminal(['review'], {home, env: {EDITOR: 'no-such-editor -x'}})
  await terminal.waitFor(QUESTION)
  terminal.press('e')
  const screen = await terminal.waitFor('was not found')
  expect(screen).toContain('no-such-editor -x')
  expect(screen).toContain('Set EDITOR')
  expect(screen).toContain('What is 1 times 7?')
})

test('a document that is gone is told before any editor opens', async () => {
  const {terminal, path} = setUp('true')
  await terminal.waitFor(QUESTION)
  rmSync(path)
  terminal.press('e')
  const screen = await terminal.waitFor('is not there any more')
  expect(screen).toContain('What is 1 times 7?')
  expect(terminal.raw()).not.toContain('\u001B[?1049l')
})

test('a document with errors after the edit keeps its cards as they were', async () => {
  const {terminal, json} = setUp(`head -c 100 /dev/zero > "$2"`)
  await terminal.waitFor(QUESTION)
  terminal.press('e')
  await terminal.waitFor('has errors, so its cards stay as they were')
  terminal.press('q')
  await terminal.exit
  expect(json(['cards']).cards).toHaveLength(3)
})

test('Ctrl-C in the editor’s terminal does not end the review', async () => {
  const {terminal} = setUp(
    'trap "echo interrupted" INT; echo in the editor; sleep 30 & wait; kill $!',
  )
  await terminal.waitFor(QUESTION)
  terminal.press('e')
  await terminal.waitFor('in the editor')
  terminal.press('\u0003')
  await terminal.waitFor(QUESTION)
  expect(terminal.buffer()).toBe('alternate')
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
})
