import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {linesOf} from '../../src/platform/lines.ts'
import {temporaryDirectory} from '../support/program.ts'

function fileOf(content: string | Uint8Array): string {
  const path = join(temporaryDirectory(), 'lines.json')
  writeFileSync(path, content)
  return path
}

test('lines of any length come one at a time, without their ends', () => {
  const line = fc.oneof(
    fc.string({unit: 'grapheme'}).map(text => text.replace(/[\n\r\ufeff]/g, '')),
    // Longer than what is read at once, and cut within a character.
    fc.integer({min: 65_530, max: 131_080}).map(length => `a${'長'.repeat(length / 3)}`),
  )
  fc.assert(
    fc.property(fc.array(line, {maxLength: 5}), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      const path = fileOf(lines.map(text => text + end).join(''))
      expect([...linesOf(path)]).toEqual(lines)
    }),
    {numRuns: 30},
  )
})

test('a last line without an end is a line', () => {
  expect([...linesOf(fileOf('a\n\nb'))]).toEqual(['a', '', 'b'])
  expect([...linesOf(fileOf(''))]).toEqual([])
})

test('what is no UTF-8 is told by its line', () => {
  const path = fileOf(Buffer.from([0x61, 0x0a, 0xff, 0x0a]))
  expect(() => [...linesOf(path)]).toThrow(`${path}:2: This line is no UTF-8 text.`)
})

test('a folder and a file that is not there are told', () => {
  const folder = temporaryDirectory()
  expect(() => [...linesOf(folder)]).toThrow('is a folder')
  expect(() => [...linesOf(join(folder, 'gone'))]).toThrow('does not exist')
})
