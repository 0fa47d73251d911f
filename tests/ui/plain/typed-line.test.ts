import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parseTypedLine, type TypedLine, WORDS} from '../../../src/ui/plain/typed-line.ts'

const unknown: TypedLine = {kind: 'unknown'}
const numbers = (...list: number[]): TypedLine => ({kind: 'numbers', numbers: list})

test.each<readonly [line: string, meant: TypedLine]>([
  ['', {kind: 'enter'}],
  ['  \t', {kind: 'enter'}],
  ['reveal', {kind: 'enter'}],
  ['1', numbers(1)],
  ['4 ', numbers(4)],
  ['1 3, 5', numbers(1, 3, 5)],
  ['2-4,3', numbers(2, 3, 4)],
  ['1 - 3', numbers(1, 2, 3)],
  ['3-', unknown],
  ['1-99999999', unknown],
  ['good', {kind: 'rating', rating: 'good'}],
  ['Again', {kind: 'rating', rating: 'again'}],
  ['u', {kind: 'word', word: 'undo'}],
  ['U', {kind: 'word', word: 'undo'}],
  ['b', {kind: 'word', word: 'bury'}],
  ['B', {kind: 'word', word: 'bury-note'}],
  ['bury note', {kind: 'word', word: 'bury-note'}],
  ['QUIT', {kind: 'word', word: 'quit'}],
  ['leave', {kind: 'word', word: 'quit'}],
  [':q', {kind: 'word', word: 'quit'}],
  ['?', {kind: 'word', word: 'help'}],
  ['f 3', {kind: 'flag', flag: 3}],
  ['flag 0', {kind: 'flag', flag: undefined}],
  ['f', {kind: 'unfinished', word: 'flag'}],
  ['f 8', {kind: 'unfinished', word: 'flag'}],
  ['t go #sql,db go', {kind: 'tag', tags: ['go', 'sql', 'db']}],
  ['t -', {kind: 'tag', tags: []}],
  ['t', {kind: 'unfinished', word: 'tag'}],
  ['/ two words', {kind: 'search', text: 'two words'}],
  ['/', {kind: 'unfinished', word: 'search'}],
  ['what?', unknown],
  ['constructor', unknown],
  ['__proto__', unknown],
])('%j is read as %j', (line, meant) => {
  expect(parseTypedLine(line)).toEqual(meant)
})

test('each word is told from the others by its letter', () => {
  const letters = Object.values(WORDS).map(({letter}) => letter)
  expect(new Set(letters).size).toBe(letters.length)
  for (const [word, {letter}] of Object.entries(WORDS)) {
    expect(parseTypedLine(letter)).toEqual({kind: 'word', word})
    expect(parseTypedLine(word)).toEqual({kind: 'word', word})
  }
})

test('no word is explained by itself', () => {
  for (const [word, {does}] of Object.entries(WORDS)) {
    expect(does.toLowerCase()).not.toMatch(new RegExp(`^(a )?${word}:`))
  }
})

test('every line is read as something', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), line => {
      expect(parseTypedLine(line).kind).toMatch(/^[a-z]+$/)
    }),
  )
})
