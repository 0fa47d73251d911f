import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {isWithin} from '../../../src/core/deck-tree.ts'
import type {DeckName} from '../../../src/core/note.ts'
import {pickerCommand} from '../../../src/ui/picker/picker-keys.ts'
import {
  choiceOf,
  cursorIndex,
  entriesOf,
  markedCounts,
  type PickerEvent,
  type PickerState,
  pick,
  startPicking,
} from '../../../src/ui/picker/picker-state.ts'
import {PICKER_OFFER} from '../../support/ui-picker.ts'

const START = startPicking(PICKER_OFFER)

/** Presses keys, one after the other. */
function press(...keys: readonly string[]): PickerState {
  return keys.reduce((state, key) => {
    const command = pickerCommand(key, state, 3)
    if (!command || command.type === 'start' || command.type === 'leave') return state
    return pick(state, command)
  }, START)
}

const names = (state: PickerState) =>
  entriesOf(state).map(entry => (entry.kind === 'all' ? 'all' : entry.row.node.deck))

test('enter right at the beginning takes all decks', () => {
  expect(names(START)).toEqual([
    'all',
    'Backend',
    'Backend::Databases',
    'Backend::Databases::Indexes',
    'Geography',
    'Système',
  ])
  expect(choiceOf(START)).toEqual([])
  expect(pickerCommand('enter', START, 3)).toEqual({type: 'start'})
})

test.each([
  {keys: ['down'], at: 'Backend'},
  {keys: ['j', 'j'], at: 'Backend::Databases'},
  {keys: ['j', 'j', 'k'], at: 'Backend'},
  {keys: ['up'], at: 'all'},
  {keys: ['end'], at: 'Système'},
  {keys: ['end', 'down'], at: 'Système'},
  {keys: ['end', 'home'], at: 'all'},
  {keys: ['pagedown'], at: 'Backend::Databases::Indexes'},
  {keys: ['end', 'pageup'], at: 'Backend::Databases'},
  {keys: ['down', 'left', 'down'], at: 'Geography'},
  {keys: ['down', 'left', 'right', 'down'], at: 'Backend::Databases'},
  {keys: ['down', 'down', 'down', 'left'], at: 'Backend::Databases'},
  {keys: ['i'], at: 'Backend::Databases::Indexes'},
  {keys: ['i', 'escape'], at: 'Backend::Databases::Indexes'},
  {keys: [...'systeme'], at: 'Système'},
  {keys: ['/', 'k'], at: 'Backend'},
  {keys: ['/', ...'jq'], at: undefined},
  {keys: ['/', ...'jq', 'escape'], at: 'all'},
  {keys: [...'dx', 'backspace'], at: 'Backend'},
  {keys: [...'dx', 'backspace', 'backspace', 'j'], at: 'Backend::Databases'},
  {keys: ['down', 'left', ...'dat', 'escape'], at: 'Backend'},
])('$keys leads to $at', ({keys, at}) => {
  const state = press(...keys)
  const index = cursorIndex(entriesOf(state), state)
  expect(names(state)[index]).toBe(at)
  expect(choiceOf(state)).toEqual(at === undefined ? undefined : at === 'all' ? [] : [at])
})

test.each([
  {key: 'q', command: {type: 'leave', how: 'left'}},
  {key: 'escape', command: {type: 'leave', how: 'left'}},
  {key: 'ctrl-c', command: {type: 'leave', how: 'interrupted'}},
  {key: 'f5', command: undefined},
])('$key leaves, or means nothing', ({key, command}) => {
  expect(pickerCommand(key, START, 3)).toEqual(command)
})

test('while one types, q is a letter and escape ends the typing', () => {
  const state = press('/', 'q')
  expect(state.filter).toBe('q')
  expect(pickerCommand('escape', state, 3)).toEqual({type: 'filter', text: undefined})
  expect(pickerCommand('ctrl-c', state, 3)).toEqual({type: 'leave', how: 'interrupted'})
})

describe('marks', () => {
  test.each([
    {keys: ['space'], choice: []},
    {keys: ['down', 'space'], choice: ['Backend']},
    {keys: ['down', 'space', 'space', 'up'], choice: []},
    {keys: ['down', 'space', 'end', 'space'], choice: ['Backend', 'Système']},
    {keys: ['down', 'down', 'space', 'up', 'space'], choice: ['Backend']},
    {keys: ['down', 'space', 'down', 'space'], choice: ['Backend']},
    {keys: [...'geo', 'space', 'escape', 'home'], choice: ['Geography']},
  ])('$keys choose $choice', ({keys, choice}) => {
    expect(choiceOf(press(...keys))).toEqual(choice)
  })

  test('count what a session of them would ask, within the limits of the day', () => {
    expect(markedCounts(press('down', 'space')).total).toBe(15)
    expect(markedCounts(press('down', 'space', 'end', 'space'))).toEqual({
      ...{total: 23, new: 20, learning: 1, review: 2},
    })
  })
})

const event: fc.Arbitrary<PickerEvent> = fc.oneof(
  fc.integer({min: -9, max: 9}).map((by): PickerEvent => ({type: 'move', by})),
  fc.boolean().map((isFolded): PickerEvent => ({type: 'fold', isFolded})),
  fc.constant<PickerEvent>({type: 'mark'}),
  fc
    .constantFrom(undefined, '', 'a', 'data', 'zzz')
    .map((text): PickerEvent => ({type: 'filter', text})),
)

test('whatever is pressed, the cursor is on an entry, and no marked deck lies in another', () => {
  fc.assert(
    fc.property(fc.array(event, {maxLength: 40}), events => {
      let state = START
      for (const each of events) {
        state = pick(state, each)
        const entries = entriesOf(state)
        if (entries.length > 0) expect(cursorIndex(entries, state)).toBeGreaterThanOrEqual(0)
        else expect(state.filter).toBe('zzz')
        const marked = [...state.marked]
        const isNested = (deck: DeckName) =>
          marked.some(other => other !== deck && isWithin(deck, other))
        expect(marked.filter(isNested)).toEqual([])
      }
    }),
  )
})
