import {describe, expect, test} from 'vitest'
import {
  ANSWER_PROMPT,
  EMPTY_SEARCH,
  FLAG_PROMPT,
  type Prompt,
  type Prompted,
  promptAfter,
  promptAfterText,
  tagPromptFor,
} from '../../../src/ui/review/prompts.ts'
import {makeCard} from '../../support/ui-cards.ts'

/** What several keys come to. */
function typed(prompt: Prompt, ...keys: readonly string[]): Prompted {
  let result: Prompted = {type: 'asked', prompt}
  for (const key of keys) {
    if (result.type === 'asked') result = promptAfter(result.prompt, key)
    else if (result.type === 'sought') {
      result = promptAfter({kind: 'search', search: result.search}, key)
    }
  }
  return result
}

const git = makeCard('git')
const tagged = {...git, marks: {...git.marks, ownTags: ['hard']}}

describe('a prompt', () => {
  test('for the answer gives what was typed, edited as one edits', () => {
    const keys = [
      ...'Marz',
      'backspace',
      's',
      'space',
      'x',
      'ctrl-w',
      'space',
      'home',
      'T',
      'enter',
    ]
    expect(typed(ANSWER_PROMPT, ...keys)).toEqual({type: 'answered', text: 'TMars'})
  })

  test('takes a pasted text on one line', () => {
    const result = promptAfterText(ANSWER_PROMPT, 'two\nlines\u001b[2J')
    expect(result).toMatchObject({prompt: {entry: {value: expect.stringMatching(/^two lines/)}}})
    expect(JSON.stringify(result)).not.toContain('\u001b')
  })

  test.each([
    {key: '3', result: {type: 'flagged', flag: 3}},
    {key: '0', result: {type: 'flagged', flag: undefined}},
    {key: '8', result: {type: 'asked'}},
    {key: 'q', result: {type: 'asked'}},
    {key: 'escape', result: {type: 'cancelled'}},
  ])('for a flag takes $key as $result', ({key, result}) => {
    expect(promptAfter(FLAG_PROMPT, key)).toMatchObject(result)
  })

  test('for tags begins with those that the note has, and completes known ones', () => {
    const prompt = tagPromptFor(tagged, ['interview', 'work'])
    expect(typed(prompt, 'i', 'n', 'tab', 'enter')).toEqual({
      type: 'tagged',
      tags: ['hard', 'interview'],
    })
    expect(typed(prompt, 'ctrl-u', 'enter')).toEqual({type: 'tagged', tags: []})
    expect(typed(prompt, 'w', 'down', 'enter', 'enter')).toEqual({
      type: 'tagged',
      tags: ['hard', 'work'],
    })
  })

  test('for a search asks for results with every change of the text, and gives the one chosen', () => {
    const prompt: Prompt = {kind: 'search', search: EMPTY_SEARCH}
    expect(promptAfter(prompt, 'g')).toMatchObject({type: 'sought', search: {entry: {value: 'g'}}})
    expect(promptAfter(prompt, 'left')).toMatchObject({type: 'asked'})
    expect(promptAfter(prompt, 'enter')).toMatchObject({type: 'asked'})
    const found: Prompt = {
      kind: 'search',
      search: {...EMPTY_SEARCH, results: [git, tagged], total: 2},
    }
    expect(typed(found, 'down', 'enter')).toMatchObject({type: 'found', card: tagged})
    expect(typed(found, 'pagedown', 'up', 'enter')).toMatchObject({type: 'found', card: git})
  })

  test('is left by escape whatever was typed', () => {
    for (const prompt of [ANSWER_PROMPT, FLAG_PROMPT, tagPromptFor(tagged, [])]) {
      expect(typed(prompt, 'a', 'escape')).toEqual({type: 'cancelled'})
    }
  })
})
