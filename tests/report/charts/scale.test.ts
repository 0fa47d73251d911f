import fc from 'fast-check'
import {expect, test} from 'vitest'
import {
  formatNumber,
  formatPercent,
  gather,
  scaleFromZero,
} from '../../../src/report/charts/scale.ts'

test.each([
  {greatest: 30, intervals: 3, ticks: [0, 10, 20, 30]},
  {greatest: 31, intervals: 3, ticks: [0, 20, 40]},
  {greatest: 2, intervals: 4, ticks: [0, 1, 2]},
  {greatest: 0, intervals: 4, ticks: [0, 1]},
  {greatest: 1_234, intervals: 2, ticks: [0, 1_000, 2_000]},
])(
  'a scale up to $greatest in $intervals steps is named at $ticks',
  ({greatest, intervals, ticks}) => {
    expect(scaleFromZero(greatest, intervals, true)).toEqual({min: 0, max: ticks.at(-1), ticks})
  },
)

test.each([Number.MIN_VALUE, Number.NaN, -1, 0])('a scale up to %d is one up to 1', greatest => {
  expect(scaleFromZero(greatest, 3, false)).toEqual({min: 0, max: 1, ticks: [0, 1]})
})

test('a scale is finite however great the greatest value', () => {
  expect(scaleFromZero(Number.POSITIVE_INFINITY, 2, true).max).toBe(1e15)
})

test('a scale reaches its greatest value in no more steps than asked for', () => {
  fc.assert(
    fc.property(
      fc.double({min: 1e-6, max: 1e14, noNaN: true}),
      fc.integer({min: 1, max: 8}),
      (greatest, intervals) => {
        const {max, ticks} = scaleFromZero(greatest, intervals, false)
        expect(max).toBeGreaterThanOrEqual(greatest * (1 - 1e-6))
        expect(max).toBeLessThanOrEqual(greatest * 10)
        expect(ticks.length).toBeLessThanOrEqual(intervals + 1)
      },
    ),
    {seed: 51},
  )
})

test.each([
  [0, '0'],
  [0.25, '0.25'],
  [9.999, '10'],
  [12.34, '12.3'],
  [950, '950'],
  [999.6, '1k'],
  [1_234, '1.2k'],
  [12_345, '12.3k'],
  [123_456, '123k'],
  [999_960, '1M'],
  [3_400_000, '3.4M'],
  [7.2e9, '7.2G'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text)
})

test('a share is written in per cent', () => {
  expect([0, 0.873, 1].map(formatPercent)).toEqual(['0 %', '87.3 %', '100 %'])
})

test('gathering loses nothing and keeps to the number of groups', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({min: 1, max: 30}), (values, groups) => {
      const {size, sums} = gather(values, groups)
      expect(sums.length).toBeLessThanOrEqual(groups)
      expect(sums.length).toBe(Math.ceil(values.length / size))
      sums.forEach((sum, index) => {
        const part = values.slice(index * size, (index + 1) * size)
        expect(sum).toBe(part.reduce((a, b) => a + b, 0))
      })
    }),
    {seed: 52},
  )
})
