import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {ParsedNote} from '../../src/core/note.ts'
import {accountFor} from '../../src/importer/account.ts'

function noteAt(line: number, endLine: number): ParsedNote {
  return {
    content: {kind: 'basic', question: 'q', answer: 'a'},
    line,
    endLine,
    section: [],
    tags: [],
  }
}

const brief = (lines: string[], notes: ParsedNote[], reasonOf: Parameters<typeof accountFor>[2]) =>
  accountFor(lines, notes, reasonOf).map(b => `${b.line}-${b.endLine} ${b.taken} ${b.reason}`)

test('lines outside the notes form blocks that end at a blank line or at another reason', () => {
  const lines = ['# Seas', 'prose', 'prose', '', 'more', 'What?', '', 'That.', '']
  expect(brief(lines, [noteAt(6, 8)], line => (line === 1 ? 'heading' : 'prose'))).toEqual([
    '1-1 skipped heading',
    '2-3 skipped prose',
    '5-5 skipped prose',
    '6-8 card basic',
  ])
})

test('a block with an end of its own runs over blank lines', () => {
  const lines = ['```', 'a', '', 'b', '```', 'prose']
  expect(
    brief(lines, [], line =>
      line === 1 ? {taken: 'skipped', reason: 'code', endLine: 5} : 'prose',
    ),
  ).toEqual(['1-5 skipped code', '6-6 skipped prose'])
})

test('a note inside another keeps its own lines', () => {
  expect(brief(['a', 'b', 'c', 'd'], [noteAt(1, 4), noteAt(2, 3)], () => 'prose')).toEqual([
    '1-1 card basic',
    '2-3 card basic',
    '4-4 card basic',
  ])
})

test('whatever the notes, every line that is not blank is accounted for once, in order', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(30), fc.nat(6)).map(([at, more]) => noteAt(at + 1, at + 1 + more)),
  )
  const text = fc.array(fc.constantFrom('', ' ', 'x', '# y'), {maxLength: 30})
  fc.assert(
    fc.property(text, spans, (lines, notes) => {
      const blocks = accountFor(lines, notes, line => (line % 3 === 0 ? 'third' : 'other'))
      const covered = blocks.flatMap(({line, endLine}) =>
        Array.from({length: endLine - line + 1}, (_, i) => line + i),
      )
      expect(covered).toEqual(covered.toSorted((a, b) => a - b))
      expect(new Set(covered).size).toBe(covered.length)
      const filled = lines.flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]))
      expect(filled.filter(line => !covered.includes(line))).toEqual([])
    }),
  )
})
