import {expect, test} from 'vitest'
import {plainText, type StyledLine} from '../../../src/render/line.ts'
import {lookOf} from '../../../src/ui/looks/look.ts'
import {createPager, pagerLayout} from '../../../src/ui/pages/pager.ts'
import {DEFAULT_PREFERENCES, preferencesOf} from '../../../src/ui/review/preferences.ts'

const LOOK = lookOf({color: false, ascii: false})
const LAYOUT = pagerLayout({columns: 50, rows: 13})

/** A pager on fifty numbered lines, of which ten are shown at once. */
function pagerOf(keymap = DEFAULT_PREFERENCES.keymap, lines = 50) {
  const widths: number[] = []
  const draw = (width: number): readonly StyledLine[] => {
    widths.push(width)
    return Array.from({length: lines}, (_, index) => [{text: `line ${index + 1}`}])
  }
  const page = createPager(draw, keymap)
  const shown = () => page.lines(LAYOUT, LOOK).map(plainText)
  return {
    widths,
    shown,
    press: (key: string) => page.press(key, LAYOUT, LOOK),
    shownIn: (columns: number) => page.lines(pagerLayout({columns, rows: 13}), LOOK),
    first: () => Number(shown()[0]?.split(' ')[1]),
  }
}

test.each([
  {keys: ['j'], first: 2},
  {keys: ['down', 'down', 'k'], first: 2},
  {keys: ['space'], first: 10},
  {keys: ['pagedown', 'pagedown', 'pageup'], first: 10},
  {keys: ['ctrl-d'], first: 6},
  {keys: ['G'], first: 41},
  {keys: ['end', 'home'], first: 1},
  {keys: ['k'], first: 1},
  {keys: ['G', 'space', 'j'], first: 41},
  {keys: ['x', '1', 'enter?'], first: 1},
])('$keys lead to line $first', ({keys, first}) => {
  const pager = pagerOf()
  for (const key of keys) expect(pager.press(key)).toBeUndefined()
  expect(pager.first()).toBe(first)
})

test.each([
  {key: 'q', exit: 'left'},
  {key: 'escape', exit: 'left'},
  {key: 'ctrl-c', exit: 'interrupted'},
])('$key leaves', ({key, exit}) => {
  expect(pagerOf().press(key)).toBe(exit)
})

test('the learner’s own keys scroll too', () => {
  const {keymap} = preferencesOf({
    ...DEFAULT_PREFERENCES,
    keyPreset: 'vi',
    keyBindings: '',
  })
  const pager = pagerOf(keymap)
  pager.press('ctrl-f')
  expect(pager.first()).toBe(10)
})

test('the screen is filled, says where it is, and has room for the keys', () => {
  const pager = pagerOf()
  const lines = pager.shown()
  expect(lines).toHaveLength(LAYOUT.height)
  expect(lines.at(-2)).toContain('of 50')
  expect(lines.at(-1)).toMatch(/^j k line · space page +q leave$/)
})

test('the text is drawn once for each width', () => {
  const pager = pagerOf()
  pager.shown()
  pager.press('j')
  pager.shown()
  expect(pager.widths).toEqual([LAYOUT.width])
  pager.shownIn(40)
  expect(pager.widths).toEqual([LAYOUT.width, 38])
})

test.each([
  {
    keyPreset: 'standard',
    keyBindings: '',
    footer: 'j k line · space page   q leave',
  },
  {keyPreset: 'vi', keyBindings: '', footer: 'j k line · space page   q leave'},
  {
    keyPreset: 'arrows',
    keyBindings: '',
    footer: 'j k line · space page   q leave',
  },
  {
    keyPreset: 'standard',
    keyBindings: 'close=x,escape; scroll-down=n; scroll-up=none',
    footer: 'n line · space page   x leave',
  },
  {
    keyPreset: 'standard',
    keyBindings: 'close=escape; scroll-down=down; scroll-up=up',
    footer: 'down up line · space page   esc leave',
  },
] as const)('below it are the keys that work with $keyPreset, $keyBindings', settings => {
  const {footer, ...chosen} = settings
  const {keymap} = preferencesOf({...DEFAULT_PREFERENCES, ...chosen})
  expect(pagerOf(keymap).shown().at(-1)?.replace(/ {3,}/, '   ')).toBe(footer)
})
