import type {Key} from 'ink'
import {describe, expect, test} from 'vitest'
import {keymapOf} from '../../../src/core/keymap.ts'
import {keyNamesOf} from '../../../src/ui/keys/key-names.ts'
import {commandForKey, INTERRUPT, obeyedKeys} from '../../../src/ui/keys/keymap.ts'

const keymap = keymapOf({preset: 'standard', buttons: 4})

describe('keys', () => {
  test.each([
    {key: 'space', scene: 'question', command: {type: 'reveal'}},
    {key: 'enter', scene: 'question', command: {type: 'reveal'}},
    {key: '1', scene: 'question', command: undefined},
    {key: '1', scene: 'answer', command: {type: 'rate', rating: 'again'}},
    {key: '2', scene: 'answer', command: {type: 'rate', rating: 'hard'}},
    {key: '3', scene: 'answer', command: {type: 'rate', rating: 'good'}},
    {key: '4', scene: 'answer', command: {type: 'rate', rating: 'easy'}},
    {key: 'space', scene: 'answer', command: {type: 'confirm'}},
    {key: 'enter', scene: 'answer', command: {type: 'confirm'}},
    {key: 'space', scene: 'points', command: {type: 'reveal'}},
    {key: '1', scene: 'points', command: {type: 'rate', rating: 'again'}},
    {key: 'space', scene: 'outline', command: {type: 'tick-off'}},
    {key: 'enter', scene: 'outline', command: {type: 'reveal'}},
    {key: '1', scene: 'outline', command: undefined},
    {key: 'j', scene: 'outline', command: {type: 'scroll', by: 'line-down'}},
    {key: 'u', scene: 'question', command: {type: 'undo'}},
    {key: 'u', scene: 'summary', command: {type: 'undo'}},
    {key: 'u', scene: 'help', command: undefined},
    {key: 'j', scene: 'answer', command: {type: 'scroll', by: 'line-down'}},
    {key: 'up', scene: 'help', command: {type: 'scroll', by: 'line-up'}},
    {key: 'ctrl-d', scene: 'answer', command: {type: 'scroll', by: 'half-down'}},
    {key: 'ctrl-u', scene: 'answer', command: {type: 'scroll', by: 'half-up'}},
    {key: 'pagedown', scene: 'question', command: {type: 'scroll', by: 'page-down'}},
    {key: 'g', scene: 'answer', command: {type: 'scroll', by: 'top'}},
    {key: 'G', scene: 'answer', command: {type: 'scroll', by: 'bottom'}},
    {key: '?', scene: 'waiting', command: {type: 'help'}},
    {key: '?', scene: 'help', command: {type: 'help'}},
    {key: 'escape', scene: 'help', command: {type: 'close'}},
    {key: 'escape', scene: 'answer', command: undefined},
    {key: 'q', scene: 'answer', command: {type: 'leave'}},
    {key: 'q', scene: 'help', command: {type: 'close'}},
    {key: 'enter', scene: 'summary', command: {type: 'leave'}},
    {key: 'space', scene: 'summary', command: undefined},
    {key: 'space', scene: 'goal', command: {type: 'go-on'}},
    {key: 'q', scene: 'prompt', command: undefined},
  ] as const)('$key in $scene', ({key, scene, command}) => {
    expect(commandForKey(keymap, key, scene)).toEqual(command)
  })

  test('are obeyed all at once, unless one among several is no key of the review', () => {
    expect(obeyedKeys(keymap, ['space', '4', INTERRUPT])).toEqual(['space', '4', INTERRUPT])
    expect(obeyedKeys(keymap, ['space', '!', '4'])).toEqual([])
    expect(obeyedKeys(keymap, ['!'])).toEqual(['!'])
  })

  test('are obeyed all at once where the first of them opens what the others are typed into', () => {
    expect(obeyedKeys(keymap, [...'/Öl'])).toEqual(['/', 'Ö', 'l'])
    expect(obeyedKeys(keymap, [...'tcx', 'enter'])).toEqual(['t', 'c', 'x', 'enter'])
    // Text of several lines was dropped rather than typed, and so was what opens something in its midst.
    expect(obeyedKeys(keymap, [...'tc', 'enter', 'c'])).toEqual([])
    expect(obeyedKeys(keymap, [...'s/c'])).toEqual([])
    expect(obeyedKeys(keymap, [...'f3c'])).toEqual([])
  })
})

describe('the names of keys', () => {
  const NO_KEY: Key = {
    upArrow: false,
    downArrow: false,
    leftArrow: false,
    rightArrow: false,
    pageDown: false,
    pageUp: false,
    home: false,
    end: false,
    return: false,
    escape: false,
    ctrl: false,
    shift: false,
    tab: false,
    backspace: false,
    delete: false,
    meta: false,
    super: false,
    hyper: false,
    capsLock: false,
    numLock: false,
  }
  test.each<{input: string; key: Partial<Key>; names: readonly string[]}>([
    {input: ' ', key: {}, names: ['space']},
    {input: '\r', key: {return: true}, names: ['enter']},
    {input: '', key: {downArrow: true}, names: ['down']},
    {input: 'd', key: {ctrl: true}, names: ['ctrl-d']},
    {input: 'c', key: {ctrl: true}, names: ['ctrl-c']},
    {input: 'G', key: {shift: true}, names: ['G']},
    {input: 'jjj', key: {}, names: ['j', 'j', 'j']},
    {input: ' 3\r', key: {}, names: ['space', '3', 'enter']},
    {input: 'a\t\u007f\u0015', key: {}, names: ['a', 'tab', 'backspace', 'ctrl-u']},
    {input: '1', key: {meta: true}, names: []},
    {input: 'j', key: {eventType: 'release'}, names: []},
  ])('$input $key → $names', ({input, key, names}) => {
    expect(keyNamesOf(input, {...NO_KEY, ...key})).toEqual(names)
  })
})
