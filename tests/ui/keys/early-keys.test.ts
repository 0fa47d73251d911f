import {describe, expect, test} from 'vitest'
import {earlyKeys} from '../../../src/ui/keys/early-keys.ts'
import {makeCard, reviewDue} from '../../support/ui-cards.ts'
import {makeController, type ReviewSetup} from '../../support/ui-review.ts'

const queue = {main: [makeCard('sql', reviewDue(0)), makeCard('git')]}

function kept(typed: string, setup: Partial<ReviewSetup> = {}): string {
  return earlyKeys(typed, makeController({queue, ...setup}).controller.getState())
}

describe('of what was typed before anything could answer', () => {
  test.each([
    {typed: ' ', obeyed: ' ', what: 'the key that shows the answer'},
    {typed: ' 3', obeyed: ' ', what: 'no rating of an answer that nobody has seen'},
    {typed: 'mh 3 4', obeyed: 'mh ', what: 'all before the answer is shown'},
    {typed: 'u3', obeyed: 'u', what: 'no rating of what is taken back, which shows an answer'},
    {typed: '/b tree', obeyed: '/b tree', what: 'all of a text, though a space is in it'},
    {typed: 'tnew tag\r 3', obeyed: 'tnew tag\r ', what: 'what follows a text as keys again'},
    {typed: 'f3 3', obeyed: 'f3 ', what: 'a flag, and then keys again'},
    {typed: '\u001b[A 3', obeyed: '\u001b[A ', what: 'a key with a name as that key'},
  ])('$typed: $what', ({typed, obeyed}) => {
    expect(kept(typed, {options: {search: () => ({results: [], total: 0})}})).toBe(obeyed)
  })

  test('what goes on with a key that has a name stops at it, too', () => {
    expect(kept('\u001b[C\u001b[C', {settings: {keyPreset: 'arrows'}})).toBe('\u001b[C')
    expect(kept('\u001bOC\u001bOD', {settings: {keyPreset: 'arrows'}})).toBe('\u001bOC')
  })

  test.each([
    {typed: 'it is sql', obeyed: 'it is sql'},
    {typed: 'it is sql\r3', obeyed: 'it is sql\r'},
    {typed: '\r\r', obeyed: '\r'},
  ])('where answers are typed, $typed: the answer, and no rating of it', ({typed, obeyed}) => {
    expect(kept(typed, {settings: {typeAnswers: true}})).toBe(obeyed)
  })
})
