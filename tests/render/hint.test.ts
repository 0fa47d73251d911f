import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {hintOf} from '../../src/render/hint.ts'
import {textWidth} from '../../src/render/width.ts'

describe('a hint', () => {
  it.each([
    ['The answer is 42.', 'T·· a····· i· 4·.'],
    ['**Write**-ahead `fsync(fd)`', 'W····-a···· f····(f·)'],
    ["don't, O’Neill", 'd····, O······'],
    ['snake_case and camelCase', 's····_c··· a·· c········'],
    ['$\\frac{a}{b^2}$ and $O(n \\log n)$', 'a/b· a·· O(n l·· n)'],
    ['Ångström naïve', 'Å······· n····'],
    ['e\u0301te\u0301', 'e\u0301··'],
    ['Ответ: да', 'О····: д·'],
    ['', ''],
    ['---', ''],
  ])('%s', (source, hint) => {
    expect(hintOf(source)).toBe(hint)
  })

  it('words of scripts without spaces are told apart', () => {
    expect(hintOf('我们喜欢猫')).toBe('我·喜·猫')
  })

  it('lists, tables and code keep their shape', () => {
    const source =
      '# Cost\n\n- reads\n  - writes\n\n| key | size |\n|--|--|\n| a | 10 |\n\n```ts\nlet x = 1\n```'
    expect(`\n${hintOf(source, {lines: 20})}\n`).toBe(`
C···
• r····
  ◦ w·····
k·· │ s···
a   │ 1·
┆ l·· x = 1
`)
  })

  it('is a few lines long, and says that there is more', () => {
    expect(hintOf('one\n\ntwo\n\nthree', {lines: 2})).toBe('o··\nt··\n…')
    expect(hintOf('one\n\ntwo\n\nthree', {lines: 3})).toBe('o··\nt··\nt····')
    expect(hintOf('- item\n'.repeat(20)).split('\n')).toHaveLength(7)
  })

  it('is in ASCII where nothing else can be drawn', () => {
    expect(hintOf('- one\n- two', {ascii: true, lines: 1})).toBe('- o__\n...')
  })

  it('is never wider than asked, nor says more than first letters', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/)
    fc.assert(
      fc.property(
        fc.array(word, {minLength: 1, maxLength: 40}),
        fc.integer({min: 12, max: 60}),
        (words, width) => {
          const lines = hintOf(words.join(' '), {width, lines: 100}).split('\n')
          for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width)
          expect(lines.join(' ').split(' ')).toEqual(
            words.map(text => text.charAt(0) + '·'.repeat(text.length - 1)),
          )
        },
      ),
    )
  })
})
