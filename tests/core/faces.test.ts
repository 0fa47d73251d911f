import {describe, expect, test} from 'vitest'
import {facesOf, variantsOf} from '../../src/core/faces.ts'
import type {Deletion, NoteContent} from '../../src/core/note.ts'

/** A cloze note from a text with its deletions in `<…>`, all in groups of their own. */
function clozeOf(marked: string, extra = ''): NoteContent {
  const deletions: Deletion[] = []
  let text = ''
  for (const [index, piece] of marked.split(/[<>]/).entries()) {
    if (index % 2 === 1) {
      const start = text.length
      deletions.push({group: deletions.length + 1, start, end: start + piece.length})
    }
    text += piece
  }
  return {kind: 'cloze', text, deletions, extra}
}

describe('the variants of a note', () => {
  test('are one for a basic note', () => {
    expect(variantsOf({kind: 'basic', question: 'Mercury?', answer: 'A planet'})).toEqual([
      'forward',
    ])
  })

  test('are two for a reversed note', () => {
    const note: NoteContent = {kind: 'reversed', question: 'Mercury', answer: 'The first planet'}
    expect(variantsOf(note)).toEqual(['forward', 'backward'])
  })

  test('are one per group of deletions, in the order of the groups', () => {
    const deletions = [
      {group: 2, start: 0, end: 5},
      {group: 1, start: 6, end: 11},
      {group: 2, start: 12, end: 17},
    ]
    const note: NoteContent = {kind: 'cloze', text: 'Venus Earth Ceres', deletions, extra: ''}
    expect(variantsOf(note)).toEqual(['cloze-1', 'cloze-2'])
  })
})

describe('the faces of a card', () => {
  test('are question and answer, swapped for the backward card', () => {
    const note: NoteContent = {kind: 'reversed', question: 'Mercury', answer: 'The first planet'}
    expect(facesOf(note, 'forward')).toEqual({front: 'Mercury', back: 'The first planet'})
    expect(facesOf(note, 'backward')).toEqual({front: 'The first planet', back: 'Mercury'})
  })

  test.each([
    {
      marked: 'The <first> planet',
      front: 'The **[…]** planet',
      back: 'The **first** planet',
    },
    {
      marked: 'Run `git <switch>` now',
      front: 'Run `git […]` now',
      back: 'Run `git switch` now',
    },
    {
      marked: 'Area: $\\pi <r^2>$ of a disc',
      front: 'Area: $\\pi […]$ of a disc',
      back: 'Area: $\\pi r^2$ of a disc',
    },
    {
      marked: 'It costs \\$5 on <Mars>',
      front: 'It costs \\$5 on **[…]**',
      back: 'It costs \\$5 on **Mars**',
    },
    {
      marked: 'A block: <`x`>',
      front: 'A block: **[…]**',
      back: 'A block: `x`',
    },
  ])(
    'of the cloze `$marked` hide it, and emphasise it where Markdown has emphasis',
    ({marked, front, back}) => {
      expect(facesOf(clozeOf(marked), 'cloze-1')).toEqual({front, back})
    },
  )

  test('hide only the deletions of their group', () => {
    const note = clozeOf('<Mercury> and <Venus>')
    expect(facesOf(note, 'cloze-2').front).toBe('Mercury and **[…]**')
  })

  test('show the hint in the gap', () => {
    const deletions = [{group: 1, start: 0, end: 7, hint: 'planet'}]
    const note: NoteContent = {kind: 'cloze', text: 'Mercury is hot', deletions, extra: ''}
    expect(facesOf(note, 'cloze-1').front).toBe('**[planet]** is hot')
  })

  test('show what comes with the answer below the text', () => {
    expect(facesOf(clozeOf('<Mercury> is hot', 'Seen by Galileo'), 'cloze-1').back).toBe(
      '**Mercury** is hot\n\nSeen by Galileo',
    )
  })
})
