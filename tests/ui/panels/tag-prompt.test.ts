import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {layoutOf} from '../../../src/ui/looks/layout.ts'
import {lookOf} from '../../../src/ui/looks/look.ts'
import {
  chooseCompletion,
  completed,
  completionsOf,
  type TagPrompt,
  tagPromptOf,
  tagPromptText,
  tagsOf,
  withEntry,
} from '../../../src/ui/panels/tag-prompt.ts'
import {entryOf, insertText} from '../../../src/ui/panels/text-entry.ts'
import {anyLook, anyText, anyWidth, expectFit, textOf} from '../../support/ui-texts.ts'

const KNOWN = ['sql', 'index', 'index::btree', 'nosql', 'hard']
const prompt = (typed: string, ownTags: readonly string[] = []): TagPrompt => {
  const empty = tagPromptOf(ownTags, ['databases'], [...KNOWN, 'databases'])
  return withEntry(empty, insertText(empty.entry, typed))
}

describe('tags', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['sql', ['sql']],
    [' #sql, hard  sql', ['sql', 'hard']],
    ['# ##a', ['a']],
    ['索引 データ', ['索引', 'データ']],
  ])('typed as "%s" are %j', (typed, tags) => {
    expect(tagsOf(prompt(typed))).toEqual(tags)
  })

  test('begin with those that the note has', () => {
    expect(tagsOf(prompt('new', ['hard', 'sql']))).toEqual(['hard', 'sql', 'new'])
  })
})

describe('completion', () => {
  test.each<[string, readonly string[]]>([
    ['', KNOWN],
    ['s', ['sql', 'nosql', 'databases'].slice(0, 2)],
    ['SQ', ['sql', 'nosql']],
    ['#ind', ['index', 'index::btree']],
    ['sql ', ['index', 'index::btree', 'nosql', 'hard']],
    ['nothing', []],
  ])('of "%s" offers %j', (typed, tags) => {
    expect(completionsOf(prompt(typed))).toEqual(tags)
  })

  test('takes the first, or the chosen one', () => {
    expect(completed(prompt('ind')).entry).toEqual(entryOf('index '))
    const second = chooseCompletion(chooseCompletion(prompt('ind'), 1), 1)
    expect(completed(second).entry).toEqual(entryOf('index::btree '))
    expect(completed(chooseCompletion(second, 1)).entry).toEqual(entryOf('index '))
    expect(completed(chooseCompletion(prompt('ind'), -1)).entry).toEqual(entryOf('index::btree '))
  })

  test('leaves what is after the cursor', () => {
    const typed = {...prompt('ind hard'), entry: {value: 'ind hard', cursor: 3}}
    expect(completed(typed).entry).toEqual({value: 'index hard', cursor: 6})
  })

  test('does nothing where nothing fits', () => {
    expect(completed(prompt('nothing')).entry).toEqual(entryOf('nothing'))
    expect(chooseCompletion(prompt('nothing'), 1)).toEqual(prompt('nothing'))
  })
})

test('the prompt shows what is typed, what it may become, and the tags that stay', () => {
  const look = lookOf({color: false, ascii: false})
  const {pinned, body} = tagPromptText(
    chooseCompletion(prompt('ind', ['hard']), 1),
    layoutOf({columns: 60, rows: 24}),
    look,
  )
  expect(textOf([...pinned, ...body])).toMatchInlineSnapshot(`
    "Tags: hard ind▏

    > index
      index::btree

    From the document, and kept: databases.
    Tags are for all cards of the note, with spaces between
    them."
  `)
})

test('no line of the prompt is too wide', () => {
  fc.assert(
    fc.property(
      fc.record({
        entry: anyText.map(entryOf),
        known: fc.array(anyText, {maxLength: 12}),
        fromDocument: fc.array(anyText, {maxLength: 4}),
        selected: fc.option(fc.integer({min: 0, max: 12}), {nil: undefined}),
      }),
      anyWidth,
      anyLook,
      (typed, columns, look) => {
        const layout = layoutOf({columns, rows: 24})
        const {pinned, body} = tagPromptText(typed, layout, look)
        expectFit([...pinned, ...body], layout.width)
      },
    ),
  )
})
