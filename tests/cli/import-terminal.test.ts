import {writeFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {documentFile, RIVERS} from '../support/documents.ts'
import {program} from '../support/program.ts'
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
