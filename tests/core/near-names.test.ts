import fc from 'fast-check'
import {expect, test} from 'vitest'
import {nearNames} from '../../src/core/near-names.ts'

const DECKS = ['fsrs', 'git', 'http', 'networking', 'sql', 'sql::Querying', 'Unicode', 'unix']

test.each([
  {typed: 'netwroking', near: ['networking']},
  {typed: 'network', near: ['networking']},
  {typed: 'Unicorn', near: ['Unicode']},
  {typed: 'qerying', near: ['sql::Querying']},
  {typed: 'SQL', near: ['sql', 'sql::Querying']},
  {typed: 'gti', near: ['git']},
  {typed: 'unics', near: ['unix']},
  {typed: 'cooking', near: []},
  {typed: 'zzz', near: []},
])('by $typed may be meant $near', ({typed, near}) => {
  expect(nearNames(typed, DECKS)).toEqual(near)
})

test('one mistake in a longer name is understood, wherever it is', () => {
  const mistaken = fc.record({
    at: fc.nat({max: 9}),
    how: fc.constantFrom('left out', 'doubled', 'replaced', 'swapped'),
  })
  fc.assert(
    fc.property(mistaken, ({at, how}) => {
      const [before, [first = '', ...after]] = [
        [...'networking'].slice(0, at),
        [...'networking'].slice(at),
      ]
      const [second = '', ...rest] = after
      const written = {
        'left out': [...before, ...after],
        doubled: [...before, first, first, ...after],
        replaced: [...before, 'z', ...after],
        swapped: [...before, second, first, ...rest],
      }[how]
      expect(nearNames(written.join(''), DECKS)).toEqual(['networking'])
    }),
  )
})
