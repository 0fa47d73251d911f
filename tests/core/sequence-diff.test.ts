import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {diffSequences} from '../../src/core/sequence-diff.ts'

describe('the edits between two sequences', () => {
  test('keep what both have, and put what is missing first', () => {
    expect(diffSequences([...'abcd'], [...'axcd'])).toEqual([
      {kind: 'equal', a: 0, b: 0},
      {kind: 'missing', a: 1},
      {kind: 'extra', b: 1},
      {kind: 'equal', a: 2, b: 2},
      {kind: 'equal', a: 3, b: 3},
    ])
  })

  const sequence = fc.array(fc.constantFrom(...'abc'), {maxLength: 9})

  test('lead from one to the other', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const edits = diffSequences(a, b)
        expect(edits.flatMap(edit => (edit.kind === 'extra' ? [] : [edit.a]))).toEqual([
          ...a.keys(),
        ])
        expect(edits.flatMap(edit => (edit.kind === 'missing' ? [] : [edit.b]))).toEqual([
          ...b.keys(),
        ])
        for (const edit of edits) if (edit.kind === 'equal') expect(a[edit.a]).toBe(b[edit.b])
      }),
    )
  })

  test('keep as much as can be kept', () => {
    const longest = (a: readonly string[], b: readonly string[]): number => {
      const [first, ...rest] = a
      if (first === undefined) return 0
      const at = b.indexOf(first)
      const without = longest(rest, b)
      return at === -1 ? without : Math.max(without, 1 + longest(rest, b.slice(at + 1)))
    }
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const kept = diffSequences(a, b).filter(edit => edit.kind === 'equal').length
        expect(kept).toBe(longest(a, b))
      }),
    )
  })
})
