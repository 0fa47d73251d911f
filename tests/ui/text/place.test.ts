import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {plainText} from '../../../src/render/line.ts'
import {stepsOf} from '../../../src/render/steps.ts'
import {lineAt, type PlacedText, placeAt} from '../../../src/ui/text/place.ts'

const SOURCE = `# Planets

${Array.from({length: 80}, (_, index) => `word${index}`).join(' ')}

- first item that is long enough to be broken on a narrow screen, more than once
- second item

\`\`\`ts
const first = 1

const third = 3
\`\`\`

${Array.from({length: 60}, (_, index) => `term${index}`).join(' ')}
`

function textAt(width: number, above = 0): PlacedText {
  const {lines, steps} = stepsOf(SOURCE, {width})
  return {
    body: [...Array.from({length: above}, () => [{text: 'above'}]), ...lines],
    landmarks: steps.map(({firstLine}, index) => ({
      name: `back ${index}`,
      line: above + firstLine,
    })),
  }
}

describe('a place in a text', () => {
  test('is the very same line at the same width', () => {
    for (const width of [20, 50, 90]) {
      const text = textAt(width)
      for (const line of text.body.keys()) {
        expect(lineAt(text, placeAt(text, line, width), width)).toBe(line)
      }
    }
  })

  test('moves with the text when there is more above it', () => {
    const before = textAt(60)
    const after = textAt(60, 7)
    expect(lineAt(after, placeAt(before, 5, 60), 60)).toBe(12)
  })

  test('is the line with the same words at another width', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 20, max: 90}),
        fc.integer({min: 20, max: 90}),
        fc.nat(),
        (from, to, nth) => {
          const before = textAt(from)
          const after = textAt(to)
          const line = nth % before.body.length
          const [word] = plainText(before.body[line] ?? []).match(/(?:word|term)\d+/) ?? []
          if (word === undefined) return
          const found = after.body[lineAt(after, placeAt(before, line, from), to)] ?? []
          expect(plainText(found).split(/\s+/)).toContain(word)
        },
      ),
    )
  })

  test('is the beginning where its landmark is gone', () => {
    const place = {width: 40, landmark: 'question', lines: 9, letters: 0}
    expect(lineAt(textAt(60), place, 60)).toBe(0)
  })
})
