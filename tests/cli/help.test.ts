import {tmpdir} from 'node:os'
import {expect, test} from 'vitest'
import {shell} from '../support/program.ts'

const helpOf = (name = '') => shell(`$EBB ${name} --help`, tmpdir()).stdout

/** The commands that the help lists, but for `help` itself. */
const COMMANDS = [
  ...(helpOf().split('\nCommands:\n')[1]?.split('\n\n')[0] ?? '').matchAll(/^ {2}([a-z]+)/gm),
]
  .map(([, name]) => name ?? '')
  .filter(name => name !== 'help')

test('there are commands', () => {
  expect(COMMANDS).toEqual(expect.arrayContaining(['import', 'review', 'stats', 'export']))
})

test.each(COMMANDS)('the help of `ebb %s` fits a terminal, and its examples can be typed', name => {
  const help = helpOf(name)
  const [usage = '', examples = ''] = help.split(/\nExamples?:\n/)
  for (const line of help.split('\n')) expect(line.length, line).toBeLessThanOrEqual(120)
  const lines = examples.split('\n').filter(Boolean)
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) {
    expect(line).toContain(`ebb ${name}`)
    const [call = ''] = line.slice(line.indexOf(`ebb ${name}`)).split(/ {3}/)
    for (const [flag] of call.split(/ [|&]+ ebb /)[0]?.matchAll(/(?<= )--?[a-z-]+/g) ?? []) {
      expect(usage, `${line} has ${flag}`).toMatch(new RegExp(`${flag}\\b`))
    }
  }
})
