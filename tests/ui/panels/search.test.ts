import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Card} from '../../../src/core/card.ts'
import {NO_MARKS} from '../../../src/core/marks.ts'
import {plainText} from '../../../src/render/line.ts'
import {layoutOf} from '../../../src/ui/looks/layout.ts'
import {lookOf} from '../../../src/ui/looks/look.ts'
import {
  moveSelection,
  type Search,
  searchText,
  selectedResult,
} from '../../../src/ui/panels/search.ts'
import {entryOf} from '../../../src/ui/panels/text-entry.ts'
import {learningDue, makeCard, minutesIn, reviewDue} from '../../support/ui-cards.ts'
import {anyLook, anyText, anyWidth, expectFit, textOf} from '../../support/ui-texts.ts'

const LOOK = lookOf({color: false, ascii: false})

const RESULTS: readonly Card[] = [
  makeCard('mercury', reviewDue(-1)),
  makeCard('venus', learningDue(5), {
    content: {kind: 'basic', question: '## How **hot** is `Venus`?\n\nAt noon.', answer: ''},
  }),
  {...makeCard('earth'), marks: {...NO_MARKS, flag: 2, isSuspended: true}},
  {...makeCard('mars', reviewDue(12)), isAbsent: true},
]

const search = (more: Partial<Search> = {}): Search => ({
  entry: entryOf('what'),
  results: RESULTS,
  total: RESULTS.length,
  selected: 1,
  ...more,
})

const show = (shown: Search, columns: number, rows = 24): string => {
  const {pinned, body} = searchText(shown, minutesIn(0), rows - 5, layoutOf({columns, rows}), LOOK)
  return textOf([...pinned, ...body])
}

describe('the search', () => {
  test('lists questions with their decks and times', () => {
    expect(show(search(), 80)).toMatchInlineSnapshot(`
      "Search: what▏
      4 cards

        What is mercury?                                 due · Backend › Databases
      > How hot is Venus?                          due in 5m · Backend › Databases
        What is earth?                      new · flag 2 · suspended · Backend › …
        What is mars?                         in no document · Backend › Databases"
    `)
  })

  test('takes two lines for each where the terminal is narrow', () => {
    expect(show(search(), 40, 10)).toMatchInlineSnapshot(`
      "Search: what▏
      4 cards
        What is mercury?
          due · Backend › Databases
      > How hot is Venus?
          due in 5m · Backend › Databases
        What is earth?
          new · flag 2 · suspended · Backen…
        What is mars?
          in no document · Backend › Databa…"
    `)
  })

  test.each<[string, Partial<Search>, string]>([
    ['nothing typed', {entry: entryOf(' '), results: [], total: 0}, 'Type words of a question'],
    ['nothing found', {results: [], total: 0}, 'No card has all of these words.'],
    ['more than are listed', {total: 240}, '240 cards, the first 4 listed'],
    ['one', {results: RESULTS.slice(0, 1), total: 1}, '1 card'],
  ])('says of %s: %s', (_, more, words) => {
    expect(show(search(more), 80)).toContain(words)
  })

  test('moves its choice from the first to the last card, no further', () => {
    expect(selectedResult(moveSelection(search(), 1))).toBe(RESULTS[2])
    expect(selectedResult(moveSelection(search(), 9))).toBe(RESULTS[3])
    expect(selectedResult(moveSelection(search(), -9))).toBe(RESULTS[0])
    expect(selectedResult(moveSelection(search({results: []}), 1))).toBeUndefined()
  })
})

test('the chosen card is in the window, and no line is too wide', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyText, anyText), {maxLength: 30}),
      fc.integer({min: 0, max: 35}),
      anyText,
      anyWidth,
      fc.integer({min: 4, max: 60}),
      anyLook,
      (texts, selected, typed, columns, room, look) => {
        const results = texts.map(([question, deck], index) =>
          makeCard(`n${index}`, reviewDue(index - 5), {
            deck,
            content: {kind: 'basic', question, answer: ''},
          }),
        )
        const layout = layoutOf({columns, rows: room + 5})
        const all = {entry: entryOf(typed), results, total: results.length, selected}
        const {pinned, body, top} = searchText(all, minutesIn(0), room, layout, look)
        expectFit([...pinned, ...body], layout.width)
        if (results.length === 0) return
        const row = body.findIndex(line => plainText(line).startsWith('> '))
        const height = Math.max(1, room - pinned.length)
        const first = Math.max(0, Math.min(top, body.length - height))
        expect(row).toBeGreaterThanOrEqual(first)
        expect(row).toBeLessThan(first + height)
      },
    ),
  )
})
