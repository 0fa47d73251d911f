import {describe, expect, test} from 'vitest'
import {importDocument} from '../../src/importer/import-document.ts'

const read = (text: string, expected?: string, layout?: string) =>
  importDocument(new TextEncoder().encode(text), {
    path: 'sea.md',
    ...(expected !== undefined && {expected}),
    ...(layout !== undefined && {layout}),
  })

const readAs = (text: string, expected?: string) => {
  const {layout, notes} = read(text, expected)
  return [layout, ...notes.map(({line, endLine}) => `${line}-${endLine}`)]
}

const README = '# Anchor\n\nIt holds.\n\n## What is Anchor?\n\nIron.\n\n## Installation\n\nDrop it.'

describe('a document keeps the layout as which it was read', () => {
  test.each([
    [
      'headings of which few ask',
      'headings',
      '# Tides\n\n## What is a tide?\n\nIt rises.\n\n## Slack water\n\nIt rests.',
      ['headings', '3-5', '7-9'],
    ],
    [
      'topics under a title that announces questions',
      'headings',
      '# Sea questions\n\n## 1. Slack water\n\nIt rests.\n\n## 2. Spring tides\n\nThey are large.',
      ['headings', '3-5', '7-9'],
    ],
    [
      'a bold question below prose',
      'bold-lines',
      'The sea is wide.\n\nIt is deep.\n\nIt is cold.\n\n**What is a tide?**\n\nIt rises.',
      ['bold-lines', '7-9'],
    ],
    [
      'two speakers of whom one exchange is left',
      'speakers',
      '**Captain**: Why wait for the tide?\n**Pilot**: The bar is too shallow now.',
      ['speakers', '1-2'],
    ],
    [
      'bare lines among paragraphs',
      'bare-questions',
      'What is a tide?\nIt rises.\n\nIt falls.\n\nIt rests.\n\nWhy does it turn?\nThe Moon.\n\nThe Sun.',
      ['bare-questions', '1-6', '8-11'],
    ],
    [
      'an element in prose',
      'details',
      'The sea is wide.\n\nIt is deep.\n\nIt is cold.\n\nIt is salt.\n\nIt is old.\n\n<details><summary>What is a tide?</summary>\nIt rises.\n</details>',
      ['details', '11-12'],
    ],
  ])('%s', (_, expected, text, cards) => {
    expect(readAs(text, expected)).toEqual(cards)
    expect(readAs(text)).not.toEqual(cards)
  })

  test('a notation, where a layout reads as much', () => {
    const text = 'Q: What is a tide?\nA: It rises.'
    expect(read(text).layout).toBe('labels')
    expect(read(text, 'hashcards').layout).toBe('hashcards')
  })

  test('a layout, where a tag and a few lines look like a notation', () => {
    const text =
      '# Tides\n\n## What is a tide?\n\nIt rises.\n\n## Why does it turn?\n\n#flashcards\n\nflood :: rising\nebb :: falling'
    expect(read(text).layout).toBe('obsidian-spaced-repetition')
    expect(read(text, 'headings').layout).toBe('headings')
  })
})

describe('the layout of before is given up', () => {
  test.each([
    ['where its marks are gone', '**What is a tide?**\n\nIt rises.', 'headings', 'bold-lines'],
    ['where most of the document is written otherwise now', rewritten(), 'headings', 'bold-lines'],
    ['where no layout has the name', '## What is a tide?\n\nIt rises.', 'gone', 'headings'],
    ['where there was none', README, 'none', 'none'],
    ['where nothing asks any more', '# Tides\n\n## Slack water\n\nIt rests.', 'headings', 'none'],
  ])('%s', (_, text, expected, layout) => {
    expect(read(text, expected).layout).toBe(layout)
  })

  test('for the one that the user names', () => {
    const text = '## What is a tide?\n\nIt rises.\n\n**Why does it turn?**\n\nThe Moon.'
    expect(read(text, 'headings', 'bold-lines').layout).toBe('bold-lines')
  })
})

test('what was read before changes nothing about a document that is read so anyway', () => {
  const text = '## What is a tide?\n\nIt rises.\n\n## Why does it turn?\n\nThe Moon.'
  expect(read(text, 'headings')).toEqual(read(text))
})

function rewritten(): string {
  const bold = Array.from({length: 12}, (_, index) => `**What is tide ${index}?**\n\nIt rises.`)
  return `${bold.join('\n\n')}\n\n## Is that all?\n\nYes.`
}
