import fc from 'fast-check'
import {expect, test} from 'vitest'
import {RATINGS} from '../../../src/core/rating.ts'
import {createFaceLines} from '../../../src/ui/looks/faces.ts'
import {layoutOf} from '../../../src/ui/looks/layout.ts'
import {lookOf} from '../../../src/ui/looks/look.ts'
import {previousAnswerText} from '../../../src/ui/panels/previous-answer.ts'
import {learningDue, makeCard, minutesIn, reviewDue} from '../../support/ui-cards.ts'
import {anyLook, anyText, anyWidth, expectFit, textOf} from '../../support/ui-texts.ts'

const LOOK = lookOf({color: false, ascii: false})

test('the card before is shown with its rating, when it comes back, and its answer', () => {
  const card = makeCard('mercury', reviewDue(4))
  const {pinned, body} = previousAnswerText(
    {card, rating: 'good'},
    minutesIn(0),
    20,
    layoutOf({columns: 60, rows: 24}),
    LOOK,
    createFaceLines(LOOK),
  )
  expect(textOf([...pinned, ...body])).toMatchInlineSnapshot(`
    "The card before: good; next: in 4 days, on 2024-10-08

    What is mercury?
    ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌

    It is mercury."
  `)
})

test('on the smallest terminal all of it scrolls', () => {
  const card = makeCard('earth', learningDue(5))
  const {pinned, body, top} = previousAnswerText(
    {card, rating: 'again'},
    minutesIn(0),
    5,
    layoutOf({columns: 40, rows: 10}),
    LOOK,
    createFaceLines(LOOK),
  )
  expect(pinned).toEqual([])
  expect(top).toBe(0)
  expect(textOf(body)).toMatchInlineSnapshot(`
    "The card before: again; next: in 5
    minutes
    What is earth?
    ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
    It is earth."
  `)
})

test('it is never wider than the layout, and leaves room for the answer', () => {
  fc.assert(
    fc.property(
      fc.tuple(anyText, anyText),
      fc.constantFrom(...RATINGS),
      fc.constantFrom(undefined, learningDue(3), reviewDue(400)),
      anyWidth,
      fc.integer({min: 1, max: 60}),
      anyLook,
      ([question, answer], rating, schedule, columns, room, look) => {
        const content = {kind: 'basic' as const, question, answer}
        const card = makeCard('mars', schedule, {content})
        const layout = layoutOf({columns, rows: room + 5})
        const {pinned, body} = previousAnswerText(
          {card, rating},
          minutesIn(0),
          room,
          layout,
          look,
          createFaceLines(look),
        )
        expectFit([...pinned, ...body], layout.width)
        expect(pinned.length).toBeLessThan(Math.max(2, room))
      },
    ),
  )
})
