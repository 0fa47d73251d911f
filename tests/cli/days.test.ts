import {expect, test} from 'vitest'
import {documentFile, multiples} from '../support/documents.ts'
import {program} from '../support/program.ts'

type Environment = Record<string, string>

/** A collection of so many new cards. */
function cards(count: number) {
  const ebb = program()
  ebb.run(['config', 'fuzz', 'off'])
  ebb.run(['import', documentFile(multiples(count), {name: 'multiples.md'})])
  const rateNext = (rating: string, env: Environment) => {
    const {card} = ebb.json(['next'], env)
    ebb.json(['rate', card.id, rating], env)
    return card.id as string
  }
  return {...ebb, rateNext, due: (env: Environment) => ebb.json(['due'], env)}
}

const at = (EBB_NOW: string, TZ = 'UTC'): Environment => ({EBB_NOW, TZ})

test('new cards are limited per study day, over all processes', () => {
  const ebb = cards(5)
  ebb.run(['config', 'new-per-day', '3'])
  const today = at('2026-03-02T09:00:00Z')
  expect(ebb.due(today)).toMatchObject({total: 3, new: 3})
  ebb.rateNext('easy', today)
  expect(ebb.due(at('2026-03-02T20:00:00Z')).new).toBe(2)
  ebb.rateNext('easy', today)
  const third = ebb.rateNext('easy', today)
  expect(ebb.due(today).total).toBe(0)
  expect(ebb.json(['next'], today)).toEqual({card: null})

  ebb.json(['undo'], today)
  expect(ebb.json(['next'], today).card.id).toBe(third)
  ebb.rateNext('easy', today)
  expect(ebb.due(at('2026-03-03T09:00:00Z')).new).toBe(2)
})

test('reviews are limited per study day, over all processes', () => {
  const ebb = cards(4)
  const first = at('2026-03-02T09:00:00Z')
  for (let count = 0; count < 4; count += 1) ebb.rateNext('easy', first)
  const later = at('2026-03-12T09:00:00Z')
  expect(ebb.due(later)).toMatchObject({total: 4, review: 4})
  ebb.run(['config', 'reviews-per-day', '3'])
  expect(ebb.due(later).review).toBe(3)
  ebb.rateNext('good', later)
  ebb.rateNext('again', later)
  expect(ebb.due(later)).toMatchObject({review: 1, learning: 1})
  ebb.run(['config', 'reviews-per-day', '1'])
  expect(ebb.due(later)).toMatchObject({review: 0, learning: 1})
})

test('a card in learning is asked again when its time has come, and ahead of it when nothing else is left', () => {
  const ebb = cards(2)
  const id = ebb.rateNext('good', at('2026-03-02T09:00:00Z'))
  const asked = (env: Environment) => ebb.json(['next'], env).card?.id
  expect(asked(at('2026-03-02T09:09:00Z'))).not.toBe(id)
  expect(asked(at('2026-03-02T09:10:00Z'))).toBe(id)
  const other = ebb.rateNext('easy', at('2026-03-02T09:01:00Z'))
  expect(other).not.toBe(id)
  expect(asked(at('2026-03-02T09:01:00Z'))).toBe(id)
  ebb.run(['config', 'learn-ahead', '5'])
  expect(asked(at('2026-03-02T09:04:59Z'))).toBeUndefined()
  expect(asked(at('2026-03-02T09:05:00Z'))).toBe(id)
})

test('a study day begins at the rollover hour', () => {
  const ebb = cards(3)
  ebb.run(['config', 'new-per-day', '1'])
  ebb.rateNext('easy', at('2026-03-02T23:30:00Z'))
  expect(ebb.due(at('2026-03-03T03:59:59Z')).new).toBe(0)
  expect(ebb.due(at('2026-03-03T04:00:00Z')).new).toBe(1)
  ebb.run(['config', 'rollover', '0'])
  expect(ebb.due(at('2026-03-02T23:59:59Z')).new).toBe(0)
  expect(ebb.due(at('2026-03-03T00:00:00Z')).new).toBe(1)
})

test.each([
  {TZ: 'UTC', due: '2026-03-10', begins: '2026-03-10T04:00:00Z'},
  {TZ: 'Australia/Sydney', due: '2026-03-11', begins: '2026-03-10T17:00:00Z'},
  // Half past one in the night: still the study day before.
  {TZ: 'Asia/Kolkata', due: '2026-03-10', begins: '2026-03-09T22:30:00Z'},
  // Summer time begins in between.
  {TZ: 'America/Los_Angeles', due: '2026-03-10', begins: '2026-03-10T11:00:00Z'},
])('in $TZ a card is due from four in the morning there', ({TZ, due, begins}) => {
  const ebb = cards(1)
  ebb.rateNext('easy', at('2026-03-02T20:00:00Z', TZ))
  expect(ebb.json(['cards']).cards[0].schedule.due).toBe(due)
  const justBefore = new Date(Date.parse(begins) - 1).toISOString()
  expect(ebb.due(at(justBefore, TZ)).total).toBe(0)
  expect(ebb.due(at(begins, TZ)).total).toBe(1)
})

test('instants are printed in the zone of the learner', () => {
  const ebb = cards(1)
  ebb.rateNext('good', at('2026-03-02T09:00:00Z', 'Asia/Kolkata'))
  const scheduleIn = (TZ: string) => ebb.json(['cards'], {TZ}).cards[0].schedule
  expect(scheduleIn('Asia/Kolkata')).toMatchObject({
    due: '2026-03-02T14:40:00+05:30',
    lastReview: '2026-03-02T14:30:00+05:30',
  })
  expect(scheduleIn('America/New_York').due).toBe('2026-03-02T04:10:00-05:00')
})

test('a clock that goes back loses nothing', () => {
  const ebb = cards(2)
  ebb.rateNext('good', at('2026-03-10T09:00:00Z'))
  ebb.rateNext('easy', at('2026-03-02T09:00:00Z'))
  const id = ebb.json(['cards']).cards[0].id
  ebb.json(['rate', id, 'good'], at('2026-03-01T09:00:00Z'))
  expect(ebb.json(['doctor'])).toMatchObject({ok: true, entries: 3})
  expect(ebb.json(['undo']).undone.card).toBe(id)
  expect(ebb.json(['stats'], at('2026-03-10T10:00:00Z')).studyDays).toBe(2)
})
