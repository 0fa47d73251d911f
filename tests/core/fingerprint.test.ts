import {expect, test} from 'vitest'
import {fingerprintOf} from '../../src/core/fingerprint.ts'

test('a document read the same way has the same fingerprint', () => {
  expect(fingerprintOf('abc', 1)).toBe('1:abc')
  expect(fingerprintOf('abc', 1, {deck: undefined, tags: []})).toBe('1:abc')
  expect(fingerprintOf('abc', 1, {tags: ['x'], deck: 'D'})).toBe(
    fingerprintOf('abc', 1, {deck: 'D', tags: ['x']}),
  )
})

test('other bytes, another importer and other wishes give other fingerprints', () => {
  const fingerprints = [
    fingerprintOf('abc', 1),
    fingerprintOf('abd', 1),
    fingerprintOf('abc', 2),
    fingerprintOf('abc', 1, {deck: 'D'}),
    fingerprintOf('abc', 1, {layout: 'D'}),
    fingerprintOf('abc', 1, {tags: ['D']}),
    fingerprintOf('abc', 1, {tags: ['D', 'E']}),
  ]
  expect(new Set(fingerprints).size).toBe(fingerprints.length)
})
