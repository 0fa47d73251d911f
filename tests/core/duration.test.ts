import {expect, test} from 'vitest'
import {formatDuration} from '../../src/core/duration.ts'

test.each([
  [0, '0 s'],
  [400, '0 s'],
  [59_499, '59 s'],
  [59_500, '1 min'],
  [250_000, '4 min 10 s'],
  [3_600_000, '1 h'],
  [3_900_000, '1 h 5 min'],
])('%i ms took %s', (durationMs, words) => {
  expect(formatDuration(durationMs)).toBe(words)
})
