import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {program, programEnvironment, ROOT, temporaryDirectory} from '../support/program.ts'

function start(home: string): string {
  const {stdout, stderr, status} = spawnSync(process.execPath, [join(ROOT, 'scripts/start.mjs')], {
    env: programEnvironment(home),
    encoding: 'utf8',
  })
  expect({stderr, status}).toEqual({stderr: '', status: 0})
  return stdout
}

test('the first start imports the sample decks, the second does not', () => {
  const ebb = program()
  expect(start(ebb.home)).toMatch(/\d+ documents, \d+ cards: \d+ new\./)
  expect(ebb.json(['decks']).sources).toBeGreaterThan(1)
  expect(start(ebb.home)).not.toContain('documents')
})

test('a collection of which every card is absent is not given the sample decks', () => {
  const ebb = program()
  const document = join(temporaryDirectory(), 'rivers.md')
  writeFileSync(document, 'Q: Which river flows through Paris?\nA: The Seine.\n')
  ebb.run(['import', document])
  writeFileSync(document, 'Nothing to ask.\n')
  expect(ebb.run(['import', document, '--yes']).status).toBe(0)
  expect(ebb.json(['decks'])).toEqual({decks: [], sources: 1})
  expect(start(ebb.home)).not.toContain('documents')
})
