import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {variantsOf} from '../src/core/faces.ts'
import {importDocument} from '../src/importer/import-document.ts'

const decks = new URL('../decks/', import.meta.url)

/** `question` matches the lines that hold a question, `after` what may follow an answer. */
const SAMPLES = [
  {file: 'fsrs.md', cards: 26, question: /^### Q\d+: /, after: /^##/},
  {file: 'git.md', cards: 18, question: /^#### "/, after: /^##/},
  {file: 'http.md', cards: 16, question: /^<summary>/, after: /^<\/details>/},
  {file: 'networking.md', cards: 27, question: / :: /, after: / :: |^##/},
  {file: 'sql.md', cards: 22, question: /^\| \d+ \|/, after: /^\| \d+ \||^##/},
  {file: 'system-design.md', cards: 7, question: /^\*\*\d+\. /, after: /^\*\*\d+\. |^##/},
  {file: 'unicode.md', cards: 25, question: /^[QC]: /, after: /^[QC]: /}, // nine clozes, 18 deletions
  {file: 'unix.md', cards: 17, question: /^Q: /, after: /^Q: |^##/},
]

const read = (file: string) => readFileSync(new URL(file, decks))
const importDeck = (file: string) => importDocument(read(file), {path: `decks/${file}`})

test('every sample deck is in the table', () => {
  expect(readdirSync(decks).sort()).toEqual(SAMPLES.map(sample => sample.file))
})

test('the sample decks hold at least 80 cards', () => {
  const cards = SAMPLES.reduce((sum, sample) => sum + sample.cards, 0)
  expect(cards).toBeGreaterThanOrEqual(80)
})

test('the sample decks show at least six ways of writing questions', () => {
  const layouts = new Set(SAMPLES.map(sample => importDeck(sample.file).layout))
  expect(layouts.size).toBeGreaterThanOrEqual(6)
})

describe.each(SAMPLES)('$file', ({file, cards, question, after}) => {
  const lines = read(file).toString().split('\n')

  test(`makes ${cards} cards`, () => {
    const made = importDeck(file).notes.flatMap(note => variantsOf(note.content))
    expect(made).toHaveLength(cards)
  })

  test('finds each question on its line', () => {
    const expected = lines.flatMap((text, index) => (question.test(text) ? [index + 1] : []))
    expect(importDeck(file).notes.map(note => note.line)).toEqual(expected)
  })

  test('ends each answer with its last line', () => {
    for (const {line, endLine} of importDeck(file).notes) {
      const follower = lines.slice(endLine).find(text => text.trim() !== '')
      expect(lines[endLine - 1], `line ${endLine}, question ${line}`).toMatch(/\S/)
      if (follower !== undefined) expect(follower, `question ${line}`).toMatch(after)
    }
  })

  test('raises no error and no warning', () => {
    const problems = importDeck(file).diagnostics.filter(({severity}) => severity !== 'info')
    expect(problems).toEqual([])
  })
})
