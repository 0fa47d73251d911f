import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Card} from '../../../src/core/card.ts'
import {type Flag, NO_MARKS} from '../../../src/core/marks.ts'
import type {LogEntry} from '../../../src/core/review-log.ts'
import {NEW, type Schedule} from '../../../src/core/schedule.ts'
import type {StudyDay} from '../../../src/core/time.ts'
import {layoutOf, type Size} from '../../../src/ui/looks/layout.ts'
import {lookOf} from '../../../src/ui/looks/look.ts'
import {cardInfoOf, cardInfoText} from '../../../src/ui/panels/card-info.ts'
import {logBuilder, momentOf, optionsOf, ratingOf} from '../../support/makers-schedule.ts'
import {
  learningDue,
  makeCard,
  makeContext,
  minutesIn,
  reviewDue,
  TODAY,
} from '../../support/ui-cards.ts'
import {anyLook, anyText, anyWidth, expectFit, textOf} from '../../support/ui-texts.ts'

const PLAIN = lookOf({color: false, ascii: false})

/** A card that was answered on each of these days, with these grades. */
function answered(answers: readonly (readonly [day: number, grade: number])[]): {
  card: Card
  entries: readonly LogEntry[]
} {
  const log = logBuilder({default: optionsOf()})
  const schedule = answers.reduce<Schedule>(
    (before, [day, grade]) => log.rate(before, ratingOf(grade), momentOf(TODAY + day)),
    NEW,
  )
  return {card: makeCard('mercury', schedule), entries: log.entries}
}

function shown(card: Card, entries: readonly LogEntry[], size: Size, look = PLAIN): string {
  const info = cardInfoOf(card, entries, minutesIn(0), makeContext({options: optionsOf()}))
  const {pinned, body} = cardInfoText(info, minutesIn(0), layoutOf(size), look)
  return textOf([...pinned, ...body])
}

describe('card info', () => {
  test('of a card in review, on a usual terminal', () => {
    const {card, entries} = answered([
      [-40, 3],
      [-40, 4],
      [-32, 3],
      [-9, 3],
    ])
    const marks = {...NO_MARKS, flag: 3 as Flag, needsFixing: true, ownTags: ['hard']}
    const marked: Card = {...card, marks, tags: ['sql', 'hard'], section: ['Storage', 'Indexes']}
    expect(shown(marked, entries, {columns: 80, rows: 24})).toMatchInlineSnapshot(`
      "What is mercury?

      Deck        Backend › Databases
      Section     Storage › Indexes
      Tags        sql
      Your tags   hard
      Place       databases.md:1
      Card        mercury.1
      Marks       flag 3, needs fixing
      Phase       review
      Due         in 3.2 months, on 2025-01-09
      Stability   106 days
      Difficulty  1.0 of 10
      Recall      99 % now
      Answers     4
      First       2024-08-25
      Last        2024-09-25
      Time        4 s an answer, 16 s in all

      Why this interval
      After your last answer the chance to recall it falls to 90 % within 106 days
      (its stability); it is 99 % now, 9 days later. An interval in days lasts
      until the chance to recall it is 90 %, which is what you aim at.

      rating    next   stability   to 90 %   spread   difficulty
      again      10m        3.7d         –        –          7.0
      hard     4.1mo        125d      125d        –          4.0
      good     4.5mo        137d      137d        –          1.0
      easy     5.4mo        165d      165d        –          1.0

      again  relearning step 1 of 1
      hard   until the chance is 90 %
      good   until the chance is 90 %
      easy   until the chance is 90 %

      History
      date         rating    next   stability   took      at
      2024-09-25   good     3.5mo        106d    4 s   12:00
      2024-09-02   good       1mo         31d    4 s   12:00
      2024-08-25   easy        4d        3.9d    4 s   12:00
      2024-08-25   good       10m        2.3d    4 s   12:00"
    `)
  })

  test('of a new card', () => {
    expect(shown(makeCard('venus'), [], {columns: 60, rows: 24})).toMatchInlineSnapshot(`
      "What is venus?

      Deck   Backend › Databases
      Place  databases.md:1
      Card   venus.1
      Phase  new

      Why this interval
      This card is new: your first rating says how long it
      stays in mind. An interval in days lasts until the
      chance to recall it is 90 %, which is what you aim at.

      rating  next  stability  to 90 %  spread  difficulty
      again     1m      0.21d        –       –         6.4
      hard      6m       1.3d        –       –         5.1
      good     10m       2.3d        –       –         2.1
      easy      8d       8.3d       8d       –         1.0

      again  learning step 1 of 2
      hard   learning step 1 of 2
      good   learning step 2 of 2
      easy   leaves the steps; until the chance is 90 %"
    `)
  })

  test('of a card in learning, on the smallest terminal', () => {
    const {entries} = answered([[0, 3]])
    const card = makeCard('earth', learningDue(7))
    expect(shown(card, entries, {columns: 40, rows: 10})).toMatchInlineSnapshot(`
      "What is earth?
      Deck        Backend › Databases
      Place       databases.md:1
      Card        earth.1
      Phase       learning
      Due         in 7 minutes
      Stability   3 days
      Difficulty  5.0 of 10
      Recall      100 % now
      Answers     1
      First       2024-10-04
      Last        2024-10-04
      Time        4 s

      Why this interval
      This card is in learning: the chance
      to recall it falls to 90 % within 3
      days (its stability); it is 100 % now.
      An interval in days lasts until the
      chance to recall it is 90 %, which is
      what you aim at.

      rating next stability to 90 % spread
      again    1m     0.99d       –      –
      hard     6m        3d       –      –
      good    10m        3d       –      –
      easy     5d        5d      5d      –

      again  learning step 1 of 2
      hard   learning step 1 of 2
      good   learning step 2 of 2
      easy   leaves the steps; until the
             chance is 90 %

      History
      date       rating next stability took
      2024-10-04 good    10m      2.3d  4 s"
    `)
  })

  test('leaves out what was taken back', () => {
    const log = logBuilder({default: optionsOf()})
    const once = log.rate(NEW, 'good', momentOf(TODAY))
    log.rate(once, 'again', momentOf(TODAY, 13 * 60))
    const [, second] = log.entries
    if (!second) throw new Error('two answers')
    log.undo(second.id, momentOf(TODAY, 14 * 60))
    const text = shown(makeCard('mars', once), log.entries, {columns: 90, rows: 40})
    expect(text.split('History\n')[1]).toMatch(/good/)
    expect(text.split('History\n')[1]).not.toMatch(/again/)
  })
})

test('card info is never wider than the layout, whatever a document says', () => {
  fc.assert(
    fc.property(
      fc.record({
        question: anyText,
        deck: anyText,
        section: fc.array(anyText, {maxLength: 3}),
        tags: fc.array(anyText, {maxLength: 4}),
        path: anyText,
        ownTags: fc.array(anyText, {maxLength: 2}),
      }),
      fc.array(fc.tuple(fc.integer({min: -400, max: 0}), fc.integer({min: 1, max: 4})), {
        maxLength: 6,
      }),
      fc.constantFrom(undefined, NEW, learningDue(-1), reviewDue(-400), reviewDue(36_500)),
      anyWidth,
      anyLook,
      ({question, path, ownTags, tags, ...rest}, answers, schedule, columns, look) => {
        const {card: studied, entries} = answered(answers.toSorted(([a], [b]) => a - b))
        const card: Card = {
          ...makeCard('mars', schedule ?? studied.schedule, {
            ...rest,
            content: {kind: 'basic', question, answer: ''},
          }),
          source: {path, line: 12},
          tags: [...tags, ...ownTags],
          marks: {...NO_MARKS, ownTags, isSuspended: true, buriedUntil: (TODAY + 1) as StudyDay},
        }
        const info = cardInfoOf(card, entries, minutesIn(0), makeContext())
        const layout = layoutOf({columns, rows: 24})
        const {pinned, body} = cardInfoText(info, minutesIn(0), layout, look)
        expectFit([...pinned, ...body], layout.width)
      },
    ),
  )
})
