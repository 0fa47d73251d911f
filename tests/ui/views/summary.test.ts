import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {SessionReport} from '../../../src/core/session-report.ts'
import type {NextDue} from '../../../src/core/session-summary.ts'
import type {StudyDay} from '../../../src/core/time.ts'
import {layoutOf} from '../../../src/ui/looks/layout.ts'
import {lookOf} from '../../../src/ui/looks/look.ts'
import {summaryLines} from '../../../src/ui/views/summary.ts'
import {makeCard, minutesIn, reviewDue, TODAY} from '../../support/ui-cards.ts'
import {anyLook, anyText, anyWidth, expectFit, textOf} from '../../support/ui-texts.ts'

const NO_ACTIONS = {suspended: 0, buried: 0, flagged: 0, toFix: 0, tagged: 0, edited: 0}

const NOTHING: SessionReport = {
  reviews: 0,
  cards: 0,
  ratings: {again: 0, hard: 0, good: 0, easy: 0},
  durationMs: 0,
  practised: 0,
  introduced: 0,
  recall: {reviewed: 0, passed: 0},
  points: undefined,
  hardest: [],
  actions: NO_ACTIONS,
}

const BUSY: SessionReport = {
  reviews: 15,
  cards: 12,
  ratings: {again: 2, hard: 1, good: 11, easy: 1},
  durationMs: 250_000,
  practised: 0,
  introduced: 3,
  recall: {reviewed: 9, passed: 8},
  points: {recalled: 12, total: 15},
  hardest: [
    {card: makeCard('mercury', reviewDue(0)), agains: 2, longestMs: 45_000},
    {card: makeCard('venus', reviewDue(0)), agains: 0, longestMs: 31_000},
  ],
  actions: {...NO_ACTIONS, suspended: 1, buried: 2, flagged: 1},
}

const TOMORROW: NextDue = {kind: 'day', due: (TODAY + 1) as StudyDay, cards: 8}

const show = (report: SessionReport, columns: number, rows: number, streakDays?: number): string =>
  textOf(
    summaryLines(
      report,
      {nextDue: TOMORROW, moment: minutesIn(0), streakDays},
      layoutOf({columns, rows}),
      lookOf({color: false, ascii: false}),
    ),
  )

describe('the summary', () => {
  test('on a usual terminal', () => {
    expect(show(BUSY, 80, 24, 7)).toMatchInlineSnapshot(`
      "That is all for now.
      12 cards, 15 answers in 4 min 10 s, 17 s each.

      again   2 █████
      hard    1 ███
      good   11 ██████████████████████████████
      easy    1 ███

      Retention  89 %: 8 of 9 reviews recalled
      New        3 cards introduced
      Points     12 of 15 recalled
      Done       1 suspended, 2 buried, 1 flagged

      Hardest cards
        What is mercury?                                             2 again, 45 s
        What is venus?                                                        31 s

      Next: 8 cards tomorrow.
      You have studied 7 days in a row."
    `)
  })

  test('on the smallest terminal, what comes next before the details', () => {
    expect(show(BUSY, 40, 10, 7)).toMatchInlineSnapshot(`
      "That is all for now.
      12 cards, 15 answers in 4 min 10 s, 17
      s each.
      again 2 · hard 1 · good 11 · easy 1
      Next: 8 cards tomorrow.
      You have studied 7 days in a row.
      Retention  89 %: 8 of 9 reviews
                 recalled
      New        3 cards introduced
      Points     12 of 15 recalled
      Done       1 suspended, 2 buried, 1
                 flagged
      Hardest cards
        What is mercury?       2 again, 45 s
        What is venus?                  31 s"
    `)
  })

  test('where nothing was to be asked', () => {
    expect(show(NOTHING, 80, 24)).toBe('Nothing to ask.\n\nNext: 8 cards tomorrow.')
  })

  test('where cards were put aside without an answer', () => {
    expect(show({...NOTHING, actions: {...NO_ACTIONS, suspended: 2}}, 80, 24)).toBe(
      'Nothing more to ask.\n\nDone  2 suspended\n\nNext: 8 cards tomorrow.',
    )
  })

  test('says of practice that the schedule is as it was', () => {
    expect(show({...BUSY, practised: 15}, 80, 24)).toContain('Your schedule is as it was.')
  })

  test('says nothing of a streak that has only begun', () => {
    expect(show(BUSY, 80, 24, 1)).not.toContain('in a row')
  })
})

test('no line of the summary is too wide', () => {
  const count = fc.oneof(fc.constant(0), fc.integer({min: 0, max: 100_000}))
  const report = fc
    .record({
      ratings: fc.record({again: count, hard: count, good: count, easy: count}),
      durationMs: fc.integer({min: 0, max: 1e9}),
      practised: count,
      introduced: count,
      recall: fc.record({reviewed: count, passed: count}),
      points: fc.option(fc.record({recalled: count, total: count}), {nil: undefined}),
      hardest: fc.array(
        fc.record({
          card: anyText.map(question =>
            makeCard('n', undefined, {content: {kind: 'basic', question, answer: ''}}),
          ),
          agains: count,
          longestMs: count,
        }),
        {maxLength: 3},
      ),
      actions: fc.record({
        suspended: count,
        buried: count,
        flagged: count,
        toFix: count,
        tagged: count,
        edited: count,
      }),
    })
    .map((some): SessionReport => {
      const reviews = Object.values(some.ratings).reduce((sum, each) => sum + each, 0)
      return {...some, reviews, cards: Math.ceil(reviews / 2)}
    })
  fc.assert(
    fc.property(
      report,
      anyWidth,
      fc.integer({min: 2, max: 60}),
      anyLook,
      (some, columns, rows, look) => {
        const layout = layoutOf({columns, rows})
        const context = {nextDue: TOMORROW, moment: minutesIn(0), streakDays: 12}
        expectFit(summaryLines(some, context, layout, look), layout.width)
      },
    ),
  )
})
