import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {positionOf, type Scroll, topAfter, viewportAt} from '../../../src/ui/text/viewport.ts'

describe('scrolling a text of 100 lines in a window of 20', () => {
  test.each<{top: number; by: Scroll; next: number}>([
    {top: 0, by: 'line-down', next: 1},
    {top: 0, by: 'line-up', next: 0},
    {top: 5, by: 'line-up', next: 4},
    {top: 0, by: 'half-down', next: 10},
    {top: 30, by: 'half-up', next: 20},
    {top: 0, by: 'page-down', next: 19},
    {top: 30, by: 'page-up', next: 11},
    {top: 75, by: 'page-down', next: 80},
    {top: 4, by: 'page-up', next: 0},
    {top: 50, by: 'top', next: 0},
    {top: 0, by: 'bottom', next: 80},
    {top: 80, by: 'line-down', next: 80},
  ])('from $top $by to $next', ({top, by, next}) => {
    expect(topAfter({top, height: 20, total: 100}, by)).toBe(next)
  })
})

describe('the position', () => {
  test('is left out when everything is shown', () => {
    expect(positionOf({top: 0, height: 20, total: 20})).toBeUndefined()
  })

  test.each([
    {top: 11, first: 12, last: 40, percent: 41, hasAbove: true, hasBelow: true},
    {top: 0, first: 1, last: 29, percent: 30, hasAbove: false, hasBelow: true},
    {top: 67, first: 68, last: 96, percent: 100, hasAbove: true, hasBelow: false},
    {top: 66, first: 67, last: 95, percent: 98, hasAbove: true, hasBelow: true},
  ])('of line $first of 96', ({top, ...position}) => {
    expect(positionOf({top, height: 29, total: 96})).toEqual({total: 96, ...position})
  })
})

test('page by page down every line is shown, and page by page up one is back at the top', () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 60}), fc.nat({max: 500}), (height, total) => {
      const seen = new Set<number>()
      let viewport = viewportAt(0, height, total)
      for (;;) {
        for (let row = 0; row < height; row += 1) seen.add(viewport.top + row)
        const next = viewportAt(topAfter(viewport, 'page-down'), height, total)
        if (next.top === viewport.top) break
        viewport = next
      }
      for (let line = 0; line < total; line += 1) expect(seen.has(line)).toBe(true)
      for (let count = 0; count <= total && viewport.top > 0; count += 1) {
        viewport = viewportAt(topAfter(viewport, 'page-up'), height, total)
      }
      expect(viewport.top).toBe(0)
    }),
  )
})
