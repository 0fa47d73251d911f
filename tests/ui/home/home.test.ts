import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {plainText, widthOf} from '../../../src/render/line.ts'
import {createHome} from '../../../src/ui/home/home.ts'
import {homeLines} from '../../../src/ui/home/home-lines.ts'
import type {HomeData, HomeState} from '../../../src/ui/home/home-state.ts'
import {layoutOf, type Size} from '../../../src/ui/looks/layout.ts'
import {lookOf} from '../../../src/ui/looks/look.ts'
import {ALL_DONE, HOME_DATA, NO_CARDS_YET, openPage} from '../../support/ui-home.ts'
import {KEYS} from '../../support/ui-terminal.ts'

const STANDARD = {color: true, ascii: false}
const AT_HOME: Omit<HomeState, 'data'> = {shown: 'home', top: 0, message: undefined}

function picture(data: HomeData, size: Size, look = STANDARD): string {
  return `\n${homeLines({...AT_HOME, data}, layoutOf(size), lookOf(look))
    .map(line => plainText(line).trimEnd())
    .join('\n')}\n`
}

describe('home', () => {
  test('tells of the day, the week and the decks', () => {
    expect(picture(HOME_DATA, {columns: 80, rows: 24})).toBe(`
ebb                                                          3 days in a row

64 cards to review, about 9 min
20 new · 1 learning · 43 review
Today: 12 answers in 1 min 35 s.

The next seven days
      64       8       0      32       1      16       4
  ██████
  ██████                  ▄▄▄▄▄▄
  ██████  ▃▃▃▃▃▃          ██████  ▁▁▁▁▁▁  ▆▆▆▆▆▆  ▂▂▂▂▂▂
   today     Fri     Sat     Sun     Mon     Tue     Wed

Decks                                                new  learning    review
Backend                                               12         1         2
  Databases                                           12         1         2
    Indexes                                            2         0         0
Geography                                              0         0        41
Système                                               20         0         0



space review · d decks · s progress · ? keys                         q leave
`)
  })

  test('tells in a small terminal as much as fits, the rest below', () => {
    expect(picture(HOME_DATA, {columns: 40, rows: 10})).toBe(
      `
ebb                    3 days in a row
64 cards to review, about 9 min
20 new · 1 learning · 43 review
Today: 12 answers in 1 min 35 s.

The next seven days
   64    8    0   32    1   16    4
1–6 of 15  40 %  ↓ more
space review · d decks         q leave
`,
    )
  })

  test('says after the day’s work what comes next, and asks for nothing', () => {
    const shown = picture(ALL_DONE, {columns: 80, rows: 24})
    expect(shown).toContain('Nothing is due.\nNext: 8 cards tomorrow.\n')
    expect(shown).not.toContain('review')
    expect(shown).not.toContain('Decks')
  })

  test('says where nothing was imported what to type', () => {
    const shown = picture(NO_CARDS_YET, {columns: 40, rows: 12})
    expect(shown).toContain('There are no cards yet.')
    expect(shown).toContain('\n  ebb import notes/\n')
    expect(shown).not.toContain('seven days')
  })

  test('takes ASCII alone where that is wanted', () => {
    const shown = picture(HOME_DATA, {columns: 80, rows: 24}, {color: false, ascii: true})
    expect(shown.replace('Système', '')).toMatch(/^[\n -~]*$/)
    expect(shown).toContain('######')
  })

  test('grows no wider than is easily read', () => {
    const lines = picture(HOME_DATA, {columns: 250, rows: 80}).split('\n')
    expect(Math.max(...lines.map(line => line.length))).toBe(90)
  })
})

test('every frame is a line lower than its terminal, and no line is wider than the layout', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(HOME_DATA, ALL_DONE, NO_CARDS_YET),
      fc.constantFrom('home', 'keys'),
      fc.option(fc.string({unit: 'grapheme', maxLength: 200}), {nil: undefined}),
      fc.integer({min: -5, max: 500}),
      fc.array(fc.nat(2_000_000), {minLength: 7, maxLength: 7}),
      fc.record({columns: fc.integer({min: 8, max: 260}), rows: fc.integer({min: 1, max: 90})}),
      fc.record({color: fc.boolean(), ascii: fc.boolean()}),
      (data, shown, message, top, cards, size, look) => {
        const layout = layoutOf(size)
        const week = data.week.map(({day}, index) => ({day, cards: cards[index] ?? 0}))
        const lines = homeLines({data: {...data, week}, shown, message, top}, layout, lookOf(look))
        expect(lines).toHaveLength(layout.height)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(layout.width)
      },
    ),
  )
})

/** Home with data that change when something is taken back. */
function open(data: HomeData, size?: Size) {
  let present = data
  const page = createHome({
    read: () => present,
    undo: () => {
      present = {...HOME_DATA, done: {answers: 11, durationMs: 0}}
      return 'Took back “good” on: What is a river?'
    },
  })
  const change = (next: HomeData) => {
    present = next
  }
  return {...openPage(page, size && {size}), change}
}

describe('on a terminal', () => {
  test.each([
    {key: KEYS.space, wish: 'start'},
    {key: KEYS.enter, wish: 'start'},
    {key: 'd', wish: 'choose'},
    {key: 's', wish: 'stats'},
    {key: 'q', wish: 'quit'},
    {key: KEYS.escape, wish: 'quit'},
    {key: KEYS.ctrlC, wish: 'interrupted'},
  ])('$key ends with the wish to $wish', async ({key, wish}) => {
    const {screen, ended} = open(HOME_DATA)
    await screen.see('64 cards to review')
    screen.type(key)
    expect(await ended).toBe(wish)
    await screen.waitUntil('the terminal as it was', screen.isRestored)
    expect(screen.hasErasedScrollback()).toBe(false)
  })

  test('where nothing is due, a review is not begun but told how', async () => {
    const {screen} = open(ALL_DONE)
    await screen.see('Nothing is due.')
    await screen.press(KEYS.space, 'ebb review --ahead 3')
    screen.type('k')
    await screen.waitUntil('nothing said', () => !screen.text().includes('--ahead'))
  })

  test('an answer is taken back, and counted no more', async () => {
    const {screen} = open(ALL_DONE)
    await screen.see('12 answers')
    await screen.press('u', 'Took back “good” on: What is a river?')
    expect(screen.text()).toContain('11 answers')
  })

  test('keys are shown and closed again', async () => {
    const {screen} = open(HOME_DATA)
    await screen.see('64 cards')
    await screen.press('?', 'choose decks to review')
    await screen.press(KEYS.escape, '64 cards')
  })

  test('what does not fit is scrolled to', async () => {
    const {screen} = open(HOME_DATA, {columns: 40, rows: 10})
    await screen.see('64 cards')
    expect(screen.text()).not.toContain('Geography')
    await screen.press('G', 'Geography')
    await screen.press('g', '64 cards')
  })

  test('a minute later the screen tells of what is then', async () => {
    const {screen, change, passMinute} = open(ALL_DONE)
    await screen.see('Nothing is due.')
    change(HOME_DATA)
    passMinute()
    await screen.see('64 cards to review')
  })

  test('a signal ends it with the terminal as it was', async () => {
    const {screen, ended, abort} = open(HOME_DATA)
    await screen.see('64 cards')
    abort()
    expect(await ended).toBe('aborted')
    await screen.waitUntil('the terminal as it was', screen.isRestored)
  })
})
