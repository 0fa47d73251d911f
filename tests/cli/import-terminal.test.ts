import {writeFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {documentFile, RIVERS} from '../support/documents.ts'
import {program, temporaryDirectory} from '../support/program.ts'
import {openTerminal} from '../support/terminal.ts'

const WITHOUT_RHINE = RIVERS.replace(/Q: Where.*\nA: .*\n/, '')

test('on a terminal, an import that retires cards shows how and asks', async () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  ebb.run(['import', path])
  writeFileSync(path, WITHOUT_RHINE)

  const refused = openTerminal(['import', path], {home: ebb.home, columns: 160})
  await refused.waitFor('This changes 0 and retires 1 of the cards that you have. Go on? [y/N]')
  expect(refused.screen()).toContain('3 unchanged, 1 absent')
  refused.press('n\r')
  await refused.waitFor('Nothing was imported.')
  expect((await refused.exit).exitCode).toBe(1)
  expect(ebb.json(['cards']).cards).toHaveLength(4)

  const agreed = openTerminal(['import', path], {home: ebb.home, columns: 160})
  await agreed.waitFor('Go on? [y/N]')
  agreed.press('y\r')
  expect((await agreed.exit).exitCode).toBe(0)
  expect(ebb.json(['cards']).cards).toHaveLength(3)
})

test('on a terminal, what one is asked to agree to is listed, wrapped to it', async () => {
  const ebb = program()
  const folder = temporaryDirectory()
  const path = documentFile(RIVERS, {folder})
  ebb.run(['import', path])
  writeFileSync(
    path,
    WITHOUT_RHINE.replace('through Vienna', 'thruogh Vienna')
      .replace('The Danube', 'The blue Danube')
      .replace('flows into', 'still flows into'),
  )
  const terminal = openTerminal(['import', '--accept', 'rivers.md'], {
    home: ebb.home,
    columns: 70,
    launcher: ['bash', '-c', 'cd "$0"; exec "$@"', folder],
  })
  await terminal.waitFor('Go on?')
  expect(terminal.screen()).toContain(
    [
      'Changed:',
      '  rivers.md:9: “Which river flows through Vienna?” → “Which river',
      '      flows thruogh Vienna?”',
      '  rivers.md:15: “The Nile flows into the Mediterranean.” → “The',
      '      Nile still flows into the Mediterranean.” (2 cards)',
      'Retired:',
      '  rivers.md:12: “Where does the Rhine end?”',
      'rivers.md: 3 cards',
    ].join('\n'),
  )
  terminal.press('n\r')
  expect((await terminal.exit).exitCode).toBe(1)
})

test('on a terminal, it is asked whether a question that may be an edited one is', async () => {
  const ebb = program()
  const path = documentFile(RIVERS)
  ebb.run(['import', path])
  const [first] = ebb.json(['cards']).cards
  writeFileSync(path, RIVERS.replace('Which river flows', 'What river runs'))
  const terminal = openTerminal(['import', path], {home: ebb.home, columns: 160})
  await terminal.waitFor('Is this the same note, edited? [y/N]')
  expect(terminal.screen()).toContain('may be what was “Which river flows through Vienna?”')
  terminal.press('y\r')
  await terminal.waitFor('This changes 1 and retires 0')
  terminal.press('y\r')
  expect((await terminal.exit).exitCode).toBe(0)
  expect(ebb.json(['cards']).cards[0]).toMatchObject({
    id: first.id,
    question: 'What river runs through Vienna?',
  })
})
