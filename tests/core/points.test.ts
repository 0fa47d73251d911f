import {describe, expect, test} from 'vitest'
import {amongButtons, ratingForPoints} from '../../src/core/points.ts'

describe('the rating that is suggested for points recalled', () => {
  test.each([
    {recalled: 0, total: 1, rating: 'again'},
    {recalled: 1, total: 3, rating: 'again'},
    {recalled: 2, total: 5, rating: 'hard'},
    {recalled: 2, total: 3, rating: 'hard'},
    {recalled: 3, total: 4, rating: 'good'},
    {recalled: 9, total: 9, rating: 'good'},
  ] as const)('$recalled of $total → $rating', ({recalled, total, rating}) => {
    expect(ratingForPoints({recalled, total})).toBe(rating)
  })

  test('rises with what was recalled, and is never easy', () => {
    const order = ['again', 'hard', 'good']
    for (let total = 1; total <= 40; total += 1) {
      const ranks = Array.from({length: total + 1}, (_, recalled) =>
        order.indexOf(ratingForPoints({recalled, total})),
      )
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      expect(ranks[0]).toBe(0)
      expect(ranks.at(-1)).toBe(2)
    }
  })
})

test('with two buttons whatever is not again is good', () => {
  expect(
    (['again', 'hard', 'good', 'easy'] as const).map(rating => amongButtons(rating, 2)),
  ).toEqual(['again', 'good', 'good', 'good'])
  expect(amongButtons('hard', 4)).toBe('hard')
})
