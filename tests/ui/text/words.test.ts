import {describe, expect, test} from 'vitest'
import {plural as count} from '../../../src/core/plural.ts'
import type {NextDue} from '../../../src/core/session-summary.ts'
import type {StudyDay} from '../../../src/core/time.ts'
import {formatNextDue, formatTimeUntil} from '../../../src/ui/text/words.ts'
import {minutesIn, TODAY} from '../../support/ui-cards.ts'

describe('words', () => {
  test.each([
    [0, '0 cards'],
    [1, '1 card'],
    [2, '2 cards'],
  ])('%i', (amount, words) => {
    expect(count(amount, 'card')).toBe(words)
  })

  test.each([
    [0.01, '1 second'],
    [0.5, '30 seconds'],
    [1, '1 minute'],
    [7, '7 minutes'],
    [90, '1.5 hours'],
    [-3, '0 seconds'],
  ])('%d minutes from now is %s', (minutes, words) => {
    expect(formatTimeUntil(minutesIn(minutes).at, minutesIn(0))).toBe(words)
  })

  test.each<{next: NextDue; words: string}>([
    {next: {kind: 'nothing'}, words: 'Nothing is scheduled yet.'},
    {next: {kind: 'today', cards: 1}, words: 'One more card can be asked today.'},
    {next: {kind: 'today', cards: 14}, words: '14 more cards can be asked today.'},
    {
      next: {kind: 'instant', due: minutesIn(25).at},
      words: 'Next: a card in learning, in 25 minutes.',
    },
    {
      next: {kind: 'day', due: (TODAY + 1) as StudyDay, cards: 1},
      words: 'Next: 1 card tomorrow.',
    },
    {
      next: {kind: 'day', due: (TODAY + 6) as StudyDay, cards: 12},
      words: 'Next: 12 cards in 6 days.',
    },
  ])('$words', ({next, words}) => {
    expect(formatNextDue(next, minutesIn(0))).toBe(words)
  })
})
