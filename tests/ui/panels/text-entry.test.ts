import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {plainText} from '../../../src/render/line.ts'
import {graphemesOf} from '../../../src/render/width.ts'
import {lookOf} from '../../../src/ui/looks/look.ts'
import {
  deleteBackward,
  deleteForward,
  deleteToStart,
  deleteWord,
  EMPTY_ENTRY,
  entryLine,
  entryOf,
  insertText,
  LONGEST_ENTRY,
  moveLeft,
  moveRight,
  moveToEnd,
  moveToStart,
  type TextEntry,
} from '../../../src/ui/panels/text-entry.ts'
import {anyLook, anyText, anyWidth, expectFit} from '../../support/ui-texts.ts'

/** `so|lar`: the bar is where the cursor stands. */
function marked({value, cursor}: TextEntry): string {
  return `${value.slice(0, cursor)}|${value.slice(cursor)}`
}

function at(text: string): TextEntry {
  const cursor = text.indexOf('|')
  return {value: text.replace('|', ''), cursor}
}

describe('typing', () => {
  test.each<[string, (entry: TextEntry) => TextEntry, string]>([
    ['so|ar', entry => insertText(entry, 'l'), 'sol|ar'],
    ['solar|', deleteBackward, 'sola|'],
    ['|solar', deleteBackward, '|solar'],
    ['crew 👩‍🚀| ready', deleteBackward, 'crew | ready'],
    ['e\u0301|x', deleteBackward, '|x'],
    ['so|lar', deleteForward, 'so|ar'],
    ['solar|', deleteForward, 'solar|'],
    ['|🇩🇪🇫🇷', deleteForward, '|🇫🇷'],
    ['solar system|', deleteWord, 'solar |'],
    ['solar system  |x', deleteWord, 'solar |x'],
    ['solar|', deleteWord, '|'],
    ['|solar', deleteWord, '|solar'],
    ['solar sys|tem', deleteToStart, '|tem'],
    ['行星|', moveLeft, '行|星'],
    ['|行星', moveLeft, '|行星'],
    ['|👩‍🚀x', moveRight, '👩‍🚀|x'],
    ['so|lar', moveToStart, '|solar'],
    ['so|lar', moveToEnd, 'solar|'],
  ])('%s', (before, change, after) => {
    expect(marked(change(at(before)))).toBe(after)
  })

  test('leaves out what a terminal would obey, and puts all on one line', () => {
    expect(entryOf('a\u001b[31m\r\nb\tc\u202ed\ud800')).toEqual(entryOf('a[31m b cd'))
  })

  test('never puts the cursor within a grapheme', () => {
    expect(marked(insertText(at('👩|🚀'), '\u200d'))).toBe('👩‍🚀|')
  })

  test('ends where a text is too long to be typed', () => {
    const entry = insertText(entryOf('x'.repeat(LONGEST_ENTRY - 1)), 'y👩‍🚀')
    expect(entry.value).toHaveLength(LONGEST_ENTRY)
    expect(insertText(entry, 'z')).toEqual(entry)
  })
})

const change = fc.oneof(
  anyText.map(text => (entry: TextEntry) => insertText(entry, text)),
  fc.constantFrom(
    deleteBackward,
    deleteForward,
    deleteWord,
    deleteToStart,
    moveLeft,
    moveRight,
    moveToStart,
    moveToEnd,
  ),
)
const entry = fc
  .array(change, {maxLength: 20})
  .map(changes => changes.reduce((before, next) => next(before), EMPTY_ENTRY))

describe('any entry', () => {
  test('has its cursor between graphemes', () => {
    fc.assert(
      fc.property(entry, ({value, cursor}) => {
        const ends = [0]
        for (const grapheme of graphemesOf(value)) ends.push((ends.at(-1) ?? 0) + grapheme.length)
        expect(ends).toContain(cursor)
      }),
    )
  })

  test('fits on a line of any width, its cursor shown', () => {
    fc.assert(
      fc.property(entry, anyText, anyWidth, anyLook, (typed, prompt, width, look) => {
        const line = entryLine(typed, prompt, width, look)
        expectFit([line], width)
        expect(plainText(line)).toContain(look.ascii ? '|' : '▏')
      }),
    )
  })
})

describe('the line', () => {
  const look = lookOf({color: false, ascii: true})
  test.each<[string, number, string]>([
    ['solar|', 20, 'Find: solar|'],
    ['so|lar', 20, 'Find: so|lar'],
    ['|', 20, 'Find: |'],
    ['mercury venus earth mars|', 20, 'Find: ...earth mars|'],
    ['|mercury venus earth mars', 20, 'Find: |mercury ve...'],
    ['mercury venus| earth mars', 24, 'Find: ...ury venus| e...'],
    ['mars|', 9, 'mars|'],
  ])('shows %s in %i columns', (typed, width, shown) => {
    expect(plainText(entryLine(at(typed), 'Find:', width, look))).toBe(shown)
  })
})
