import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {deckTree} from '../../../src/core/deck-tree.ts'
import type {DeckName} from '../../../src/core/note.ts'
import {plainText, widthOf} from '../../../src/render/line.ts'
import {layoutOf, type Size} from '../../../src/ui/looks/layout.ts'
import {lookOf} from '../../../src/ui/looks/look.ts'
import {createPicker} from '../../../src/ui/picker/picker.ts'
import {pickerLines} from '../../../src/ui/picker/picker-lines.ts'
import {type PickerEvent, pick, startPicking} from '../../../src/ui/picker/picker-state.ts'
import {openPage} from '../../support/ui-home.ts'
import {PICKER_OFFER} from '../../support/ui-picker.ts'
import {KEYS} from '../../support/ui-terminal.ts'

const STANDARD = {color: true, ascii: false}

function picture(size: Size, events: readonly PickerEvent[], look = STANDARD): string {
  const state = events.reduce(pick, startPicking(PICKER_OFFER))
  return `\n${pickerLines(state, layoutOf(size), lookOf(look))
    .map(line => plainText(line).trimEnd())
    .join('\n')}\n`
}

describe('the decks', () => {
  test('stand as a tree with what each has to ask, within the limits of the day', () => {
    expect(picture({columns: 70, rows: 16}, [{type: 'move', by: 2}, {type: 'mark'}])).toBe(`
What do you want to review?

type, or / to find one                     new  learning    review
    All decks                               20         1        43
    ▾ Backend                               12         1         2
› ●   ▾ Databases                           12         1         2
  ·       Indexes                            2         0         0
      Geography                              0         0        41
      Système                               20         0         0




1 deck marked: 15 cards to review
enter start · space mark                                   q leave
`)
  })

  test('are narrowed by what is typed', () => {
    const typed = [{type: 'filter', text: 'index'}] as const
    expect(picture({columns: 40, rows: 10}, typed)).toBe(
      `
find: index▏                     cards
    ▾ Backend                       15
      ▾ Databases                   15
›         Indexes                    2




enter start · space mark esc all decks
`.replace('enter start · space mark esc', 'enter start              esc'),
    )
  })

  test('take ASCII alone where that is wanted', () => {
    const events = [{type: 'move', by: 1}, {type: 'mark'}, {type: 'fold', isFolded: true}] as const
    const shown = picture({columns: 60, rows: 9}, events, {color: false, ascii: true})
    expect(shown).toContain('> * + Backend')
    expect(shown.replace('Système', '')).toMatch(/^[\n -~]*$/)
  })

  test('that are too many for the screen keep the cursor in sight', () => {
    const shown = picture({columns: 60, rows: 6}, [{type: 'move', by: 99}])
    expect(shown).toContain('› ')
    expect(shown).toContain('Système')
    expect(shown).not.toContain('All decks')
  })
})

test('at the end of many decks no room is left empty', () => {
  const decks = Array.from({length: 40}, (_, index) => {
    return {deck: `Deck ${index + 10}` as DeckName, total: 1, new: 1, learning: 0, review: 0}
  })
  const state = pick(startPicking({...PICKER_OFFER, tree: deckTree(decks)}), {type: 'move', by: 99})
  const lines = pickerLines(state, layoutOf({columns: 60, rows: 12}), lookOf(STANDARD)).map(
    plainText,
  )
  expect(lines.filter(line => line.includes('Deck '))).toHaveLength(8)
  expect(lines[8]).toContain('Deck 49')
})

test('every frame is a line lower than its terminal, and no line is wider than the layout', () => {
  const event: fc.Arbitrary<PickerEvent> = fc.oneof(
    fc.integer({min: -9, max: 9}).map((by): PickerEvent => ({type: 'move', by})),
    fc.constant<PickerEvent>({type: 'mark'}),
    fc.string({unit: 'grapheme', maxLength: 90}).map(
      (text): PickerEvent => ({
        type: 'filter',
        text,
      }),
    ),
  )
  const deck = fc.record({
    deck: fc.string({unit: 'grapheme', minLength: 1, maxLength: 40}) as fc.Arbitrary<DeckName>,
    new: fc.nat(99_999),
  })
  fc.assert(
    fc.property(
      fc.array(
        deck.map(each => ({...each, total: each.new, learning: 0, review: 0})),
        {maxLength: 9},
      ),
      fc.array(event, {maxLength: 9}),
      fc.record({columns: fc.integer({min: 8, max: 260}), rows: fc.integer({min: 1, max: 90})}),
      fc.record({color: fc.boolean(), ascii: fc.boolean()}),
      (decks, events, size, look) => {
        const layout = layoutOf(size)
        const tree = [...PICKER_OFFER.tree, ...deckTree(decks)]
        const state = events.reduce(pick, startPicking({...PICKER_OFFER, tree}))
        const lines = pickerLines(state, layout, lookOf(look))
        expect(lines).toHaveLength(layout.height)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(layout.width)
      },
    ),
  )
})

describe('on a terminal', () => {
  test('enter takes all decks at once', async () => {
    const {screen, ended} = openPage(createPicker(PICKER_OFFER))
    await screen.see('What do you want to review?')
    screen.type(KEYS.enter)
    expect(await ended).toEqual({kind: 'chosen', decks: []})
    await screen.waitUntil('the terminal as it was', screen.isRestored)
  })

  test('a deck is found by typing, marked and taken with another', async () => {
    const {screen, ended} = openPage(createPicker(PICKER_OFFER))
    await screen.see('All decks')
    await screen.press('g', 'find: g')
    await screen.press('e', 'find: ge')
    await screen.press(' ', '1 deck marked: 41 cards')
    await screen.press(KEYS.escape, 'All decks')
    await screen.press(KEYS.end, '› ')
    await screen.press(' ', '2 decks marked: 61 cards')
    screen.type(KEYS.enter)
    expect(await ended).toEqual({kind: 'chosen', decks: ['Geography', 'Système']})
  })

  test('enter waits where no deck has such a name', async () => {
    const {screen, ended} = openPage(createPicker(PICKER_OFFER))
    await screen.see('All decks')
    await screen.press('z', 'No deck with cards to review')
    await screen.press(KEYS.enter, 'No deck with cards to review')
    await screen.press(KEYS.escape, 'All decks')
    screen.type('q')
    expect(await ended).toEqual({kind: 'left'})
  })

  test('Ctrl-C interrupts, whatever is typed', async () => {
    const {screen, ended} = openPage(createPicker(PICKER_OFFER))
    await screen.see('All decks')
    await screen.press('x', 'find: x')
    screen.type(KEYS.ctrlC)
    expect(await ended).toEqual({kind: 'interrupted'})
  })

  test('a resize shows the same at the new size', async () => {
    const {screen} = openPage(createPicker(PICKER_OFFER), {size: {columns: 100, rows: 30}})
    await screen.see('learning')
    await screen.resize({columns: 40, rows: 10}, 'cards')
    expect(screen.text()).toContain('All decks')
    expect(screen.text()).not.toContain('learning')
  })

  test('without colours none is used, and the marks are signs', async () => {
    const {screen} = openPage(createPicker(PICKER_OFFER), {look: {color: false}})
    await screen.see('All decks')
    await screen.press(KEYS.down, '› ')
    await screen.press(' ', '●')
    expect(screen.colors()).toEqual([])
  })
})
