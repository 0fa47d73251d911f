import {describe, expect, test} from 'vitest'
import {readLines} from '../support/importer-read.ts'

const read = (text: string) => {
  const {layout, notes} = readLines(text.split('\n'))
  return [layout, ...notes.map(({line, endLine}) => `${line}-${endLine}`)]
}

describe('a document of one or two questions is read', () => {
  test.each([
    ['one heading', '# Tides\n\n## What is a tide?\n\nThe sea rises.', ['headings', '3-5']],
    [
      'two headings',
      '# Tides\n\n## What is a tide?\n\nThe sea rises.\n\n## Why does it turn?\n\nThe Moon.',
      ['headings', '3-5', '7-9'],
    ],
    ['a heading without a title above', '## What is a tide?\n\nIt rises.', ['headings', '1-3']],
    ['a title with a short answer', '# What is a tide?\n\nIt rises.', ['headings', '1-3']],
    ['a quoted heading', '## "What is a tide?"\n\nIt rises.', ['headings', '1-3']],
    ['a heading without a question mark', '## What is a tide\n\nIt rises.', ['headings', '1-3']],
    [
      'requests',
      '## Explain a tide\n\nIt rises.\n\n## Name a knot\n\nThe bowline.',
      ['headings', '1-3', '5-7'],
    ],
    [
      'three requests',
      '# Sea\n\n### Explain a tide\n\nIt rises.\n\n### Describe a bore\n\nA wave.\n\n### Name a knot\n\nBowline.',
      ['headings', '3-5', '7-9', '11-13'],
    ],
    ['a Chinese heading', '## 什么是潮汐？\n\n海水的涨落。', ['headings', '1-3']],
    ['an Arabic heading', '## ما هو المد؟\n\nارتفاع البحر.', ['headings', '1-3']],
    ['a labelled heading', '## Q1: Slack water\n\nIt rests.', ['headings', '1-3']],
    [
      'a heading below front matter',
      '---\ntitle: Tides\n---\n\n## What is a tide?\n\nIt rises.',
      ['headings', '5-7'],
    ],
    [
      'one answered question of four',
      '# Tides\n\n## What is a tide?\n\nIt rises.\n\n## What is a bore?\n\n## What is a knot?\n\n## What is a rope?',
      ['headings', '3-5'],
    ],
    [
      'one question in a section that announces some',
      '# Anchor\n\nIt holds boats.\n\n## Install\n\nnpm i\n\n## FAQ\n\n### Does it rust?\n\nNo.',
      ['headings', '11-13'],
    ],
    [
      'an element',
      '<details>\n<summary>What is a tide?</summary>\n\nIt rises.\n\n</details>',
      ['details', '2-4'],
    ],
    [
      'an element that hides an answer',
      'What is a tide?\n\n<details><summary>Answer</summary>\n\nIt rises.\n\n</details>',
      ['revealed-answers', '1-5'],
    ],
    ['a pair of labels', 'Q: What is a tide?\nA: It rises.', ['labels', '1-2']],
    ['a pair of bold labels', '**Q:** What is a tide?\n\n**A:** It rises.', ['labels', '1-3']],
    ['a bold line', '**What is a tide?**\n\nIt rises.', ['bold-lines', '1-3']],
    ['a bold beginning', '**What is a tide?** It rises.', ['bold-leads', '1-1']],
    ['a numbered line', '1. What is a tide?\n   It rises.', ['numbered-lines', '1-2']],
    [
      'a question that takes its sense from the one above',
      '1. What is a tide?\n   It rises.\n2. Why?\n   The Moon pulls.',
      ['numbered-lines', '1-2', '3-4'],
    ],
    ['a bullet', '- What is a tide?\n  - It rises.', ['bullets', '1-2']],
    ['a bare line', 'What is a tide?\nIt rises.', ['bare-questions', '1-2']],
    ['a bare line and a paragraph', 'What is a tide?\n\nIt rises.', ['bare-questions', '1-3']],
    ['a line above an answer', 'What is a tide?\n\nAnswer: It rises.', ['answered-lines', '1-3']],
    [
      'a component',
      '<Accordion title="What is a tide?">\nIt rises.\n</Accordion>',
      ['components', '1-2'],
    ],
    ['a container', ':::details What is a tide?\nIt rises.\n:::', ['containers', '1-2']],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

const paragraphs = (count: number) =>
  Array.from({length: count}, (_, index) => `Paragraph ${index} tells of the sea and the Moon.`)

describe('a document that asks in passing stays without cards', () => {
  test.each([
    [
      'a readme that asks beside other headings',
      '# Anchor\n\nA tool.\n\n## What is Anchor?\n\nIt holds boats.\n\n## Installation\n\nnpm i',
    ],
    [
      'a readme whose only heading of its rank asks, with chapters below it',
      '# Anchor\n\n## What is Anchor?\n\nIt holds.\n\n### Install\n\nnpm i\n\n### Usage\n\nDrop it.',
    ],
    [
      'a readme with a heading of one word',
      '# Anchor\n\nIt holds boats.\n\n## Why?\n\nBoats drift.',
    ],
    ['an article whose title asks', ['# What is a tide?', ...paragraphs(12)].join('\n\n')],
    [
      'an article whose title asks, with chapters',
      '# What is a tide?\n\nIt rises.\n\n## The Moon\n\nIt pulls.',
    ],
    ['an essay that begins by asking', ['Why do we sail?', ...paragraphs(4)].join('\n\n')],
    ['a guide', '# Guide\n\n## What you need\n\nA boat.'],
    [
      'a tutorial',
      '# Build a boat\n\n## 1. Write a list\n\nOf wood.\n\n## 2. Implement a plan\n\nCut it.',
    ],
    ['closing words', "# Tides\n\nThey rise and fall.\n\n## What's next?\n\nSleep."],
    ['news', '## What is new in 2.0\n\n- faster'],
    ['a changelog', '# Changelog\n\n## 1.0\n\n- What? A new thing.'],
    [
      'a deep heading that asks in a readme',
      '# Anchor\n\nIt holds.\n\n## Install\n\nnpm i\n\n### Why does it fail?\n\nNo network.\n\n## Usage\n\nDrop it.',
    ],
    [
      'an element in a readme',
      `# Anchor\n\n${paragraphs(4).join('\n\n')}\n\n<details>\n<summary>Why does it drift?</summary>\n\nWind.\n\n</details>`,
    ],
    ['a bold question in prose', `${paragraphs(3).join('\n\n')}\n\n**Is that all?**\n\nNo.`],
    ['a pair of labels in prose', `${paragraphs(4).join('\n\n')}\n\nQ: why?\nA: so.`],
    [
      'a form of bold questions',
      '**Is the boat leaking? Please describe.**\nTell where the water comes in.\n**Describe the leak**\nTell how large it is.\n**Other words**\nTell the rest.',
    ],
    [
      'a form of headings and questions',
      '### Leak\n\nWhere does it leak?\nHow large is it?\n\n### Repair\n\nCan you mend it?\nWith what?\n\n### Again\n\nHas it leaked before?\nIf so, tell when.',
    ],
    ['a bold note', '**Note**\n\nBe careful.\n\n**Why this matters?**\n\nIt does.'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(['none'])
  })
})

const QUESTIONS = ['What is a tide?', 'Why does it turn?', 'Where is the largest bore?']

const WAYS: readonly (readonly [string, (question: string, index: number) => string])[] = [
  ['headings', question => `## ${question}\n\nThe sea knows.`],
  ['numbered headings', (question, index) => `### ${index + 1}. ${question}\n\nThe sea knows.`],
  ['headings in a list', (question, index) => `${index + 1}. ### ${question}\n    The sea knows.`],
  ['labels', question => `Q: ${question}\nA: The sea knows.`],
  ['bold labels', question => `**Q:** ${question}\n\n**A:** The sea knows.`],
  ['bold lines', question => `**${question}**\n\nThe sea knows.`],
  ['elements', question => `<details>\n<summary>${question}</summary>\n\nThe sea.\n\n</details>`],
  ['bullets', question => `- ${question}\n  - The sea knows.`],
  ['numbered lines', (question, index) => `${index + 1}. ${question}\n   The sea knows.`],
  ['bare lines', question => `${question}\nThe sea knows.`],
]

describe('taking questions away leaves the others readable', () => {
  test.each(WAYS)('%s', (_, write) => {
    const written = QUESTIONS.map(write)
    for (const left of [[0, 1, 2], [1, 2], [0, 2], [0, 1], [0], [1], [2]]) {
      const {notes} = readLines(
        ['# Tides', '', ...left.flatMap(at => [written[at] as string, ''])].join('\n').split('\n'),
      )
      expect(notes.map(({content}) => content)).toEqual(
        left.map(at => expect.objectContaining({question: QUESTIONS[at]})),
      )
    }
  })
})
