import fc from 'fast-check'
import {expect, test} from 'vitest'
import {cardIdOf, entryIds, newNoteId} from '../../src/core/id.ts'
import type {NoteId} from '../../src/core/note.ts'
import type {EntryId} from '../../src/core/review-log.ts'
import type {Instant} from '../../src/core/time.ts'
import {seeded} from '../support/makers-note.ts'

const NOW = 1_772_442_000_000 as Instant

test('a note id is twelve lower-case characters of Crockford’s base 32', () => {
  const random = seeded(7)
  for (let count = 0; count < 1000; count += 1) {
    expect(newNoteId(random)).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/)
  }
})

test('note ids use every digit at every place', () => {
  const random = seeded(7)
  const ids = Array.from({length: 1000}, () => newNoteId(random))
  for (let place = 0; place < 12; place += 1) {
    expect(new Set(ids.map(id => id[place])).size).toBe(32)
  }
})

test.each([
  {at: 0, time: '0000000000'},
  {at: 1, time: '0000000001'},
  {at: 32 ** 5, time: '0000100000'},
  {at: 1_469_918_176_385, time: '01ARYZ6S41'}, // the example of the ULID specification
  {at: 2 ** 48 - 1, time: '7ZZZZZZZZZ'}, // its greatest time
])('an entry id begins with its time: $at → $time', ({at, time}) => {
  const id = entryIds(seeded(1))(at as Instant)
  expect(id).toMatch(new RegExp(`^${time}[0-9A-HJKMNP-TV-Z]{16}$`))
})

test('entry ids ascend, whatever the clock does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({min: 0, max: 5}), {minLength: 2}),
      fc.integer(),
      (times, seed) => {
        const next = entryIds(seeded(seed))
        const ids = times.map(time => next((NOW + time) as Instant))
        expect(ids).toEqual(ids.toSorted())
        expect(new Set(ids).size).toBe(ids.length)
      },
    ),
  )
})

test('entry ids go on after the last one of the log', () => {
  const last = entryIds(seeded(1))(NOW)
  expect(entryIds(seeded(2), last)((NOW - 3_600_000) as Instant) > last).toBe(true)
})

test('counting up carries over', () => {
  const last = '01ARYZ6S410000000000ZZZZZZ' as EntryId
  expect(entryIds(seeded(1), last)(0 as Instant)).toBe('01ARYZ6S410000000001000000')
})

test.each([
  {variant: 'forward', id: '7k3m0q9v2xna.1'},
  {variant: 'backward', id: '7k3m0q9v2xna.2'},
  {variant: 'cloze-12', id: '7k3m0q9v2xna.c12'},
] as const)('the $variant card of a note is $id', ({variant, id}) => {
  expect(cardIdOf('7k3m0q9v2xna' as NoteId, variant)).toBe(id)
})
