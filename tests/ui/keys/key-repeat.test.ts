import {expect, test} from 'vitest'
import {createRepeatWatch} from '../../../src/ui/keys/key-repeat.ts'

test.each([
  {what: 'one key twice in a moment', keys: ['space 0', 'space 500', 'space 533'], held: [2]},
  {what: 'keys at once', keys: ['space 0', 'space 0', 'space 0'], held: [1, 2]},
  {what: 'a slow repetition', keys: ['space 0', 'space 91', 'space 182'], held: [1, 2]},
  {what: 'one key pressed twice', keys: ['space 0', 'space 150'], held: []},
  {what: 'different keys', keys: ['space 0', '3 10', 'space 20', '3 30'], held: []},
])('$what: held down are $held', ({keys, held}) => {
  let at = 0
  const isRepeated = createRepeatWatch(() => at)
  const found = keys.map(each => {
    const [key = '', time] = each.split(' ')
    at = Number(time)
    return isRepeated(key)
  })
  expect(found.flatMap((isHeld, index) => (isHeld ? [index] : []))).toEqual(held)
})
