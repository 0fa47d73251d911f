import {spawnSync} from 'node:child_process'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {quoteForShell, splitShellLine} from '../../src/core/shell-words.ts'

test.each([
  ['ebb due', ['ebb'], 'due', undefined],
  ['ebb due ', ['ebb', 'due'], '', undefined],
  ['ebb due  A\\ B', ['ebb', 'due'], 'A B', undefined],
  ['ebb due "A B', ['ebb', 'due'], 'A B', '"'],
  ['ebb due \'A "B', ['ebb', 'due'], 'A "B', "'"],
  ['ebb "A\\"B" \'\' c', ['ebb', 'A"B', ''], 'c', undefined],
  ["ebb 'a\\' b", ['ebb', 'a\\'], 'b', undefined],
  ['ebb a\\', ['ebb'], 'a\\', undefined],
  ['', [], '', undefined],
])('%j is split before the cursor', (line, before, current, quote) => {
  expect(splitShellLine(line)).toEqual({before, current, quote})
})

test('a quoted word is read as it was, by us and by Bash', () => {
  const word = fc.string({unit: 'grapheme', maxLength: 12}).filter(text => !text.includes('\0'))
  fc.assert(
    fc.property(fc.array(word, {minLength: 1, maxLength: 8}), words => {
      const line = words.map(quoteForShell).join(' ')
      expect(splitShellLine(`${line} `).before).toEqual(words)
      const script = `printf '%s\\0' ${line}`
      const {stdout} = spawnSync('bash', ['-c', script], {encoding: 'utf8'})
      expect(stdout.split('\0').slice(0, -1)).toEqual(words)
    }),
    {numRuns: 60},
  )
})
