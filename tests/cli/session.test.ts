import {join} from 'node:path'
import Database from 'better-sqlite3'
import {expect, test} from 'vitest'
import {ANSWER, collection, QUESTION} from '../support/sessions.ts'

const NINE = Date.parse('2026-03-02T09:00:00Z')
const TODAY = Math.floor(NINE / 86_400_000)

test('a first rating while another program keeps the database locked is told, and the card stays', async () => {
  const ebb = collection(2)
  const terminal = ebb.open({columns: 120})
  await terminal.waitFor(QUESTION)
  terminal.press(' ')
  await terminal.waitFor(ANSWER)
  const other = new Database(join(ebb.home, 'ebb.db'))
  other.exec('begin immediate')
  terminal.press('3')
  expect(await terminal.waitFor('is in use by another program')).toContain(ANSWER)
  other.exec('rollback')
  other.close()
  expect(ebb.log()).toEqual([])
  terminal.press('3')
  await terminal.waitFor('What is 2 times 7?')
  expect(ebb.log().map(({rating}) => rating)).toEqual(['good'])
  terminal.press('q')
  expect(await terminal.exit).toEqual({exitCode: 0, signal: 0})
}, 20_000)

test('a whole session, from its keys to the rows of the database', async () => {
  const ebb = collection(4)
  const ids: string[] = ebb.json(['cards']).cards.map(({id}: {id: string}) => id)
  const terminal = ebb.open({env: {TZ: 'Asia/Kolkata'}})
  const rate = async (question: string, key: string) => {
    await terminal.waitUntil(question, screen => {
      return screen.includes(question) && screen.includes(QUESTION)
    })
    terminal.press(' ')
    await terminal.waitFor(ANSWER)
    terminal.press(key)
  }
  await rate('What is 1 times 7?', '1')
  await rate('What is 2 times 7?', '2')
  await rate('What is 3 times 7?', '4')
  await terminal.waitFor('What is 4 times 7?')
  // The answer is there to be rated anew.
  terminal.press('u')
  await terminal.waitFor('It is 21.')
  terminal.press('3')
  await rate('What is 4 times 7?', '4')
  // Three are in learning; by their times: the first, the second, the third.
  await rate('What is 1 times 7?', '4')
  await rate('What is 2 times 7?', '3')
  await rate('What is 3 times 7?', '3')
  await rate('What is 2 times 7?', '3')
  await terminal.waitFor('That is all for now.')
  terminal.press('\r')
  expect(await terminal.exit).toEqual({exitCode: 0, signal: 0})
  await terminal.waitFor('8 reviews of 4 cards recorded: 1 again, 1 hard, 4 good, 2 easy.')

  const [one, two, three, four] = ids
  const log = ebb.log()
  expect(log.map(row => [row.card_id, row.kind, row.rating, row.before_phase, row.phase])).toEqual([
    [one, 'review', 'again', 'new', 'learning'],
    [two, 'review', 'hard', 'new', 'learning'],
    [three, 'review', 'easy', 'new', 'review'],
    [three, 'undo', null, null, null],
    [three, 'review', 'good', 'new', 'learning'],
    [four, 'review', 'easy', 'new', 'review'],
    [one, 'review', 'easy', 'learning', 'review'],
    [two, 'review', 'good', 'learning', 'learning'],
    [three, 'review', 'good', 'learning', 'review'],
    [two, 'review', 'good', 'learning', 'review'],
  ])
  expect(log[3]?.voids).toBe(log[2]?.id)
  expect(log.map(({id}) => id)).toEqual(log.map(({id}) => id).toSorted())
  // The clock stands still; answers to one card are told apart all the same.
  expect(log.map(({at}) => at - NINE)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 2])

  const db = new Database(join(ebb.home, 'ebb.db'), {readonly: true})
  const places = db.prepare('select distinct study_day, utc_offset_minutes from reviews').all()
  expect(places).toEqual([{study_day: TODAY, utc_offset_minutes: 330}])
  const options = db.prepare('select distinct options_id from reviews where kind = ?').all('review')
  expect(options).toHaveLength(1)
  // The schedule of each card is the one that its last entry gave.
  const differing = db
    .prepare(
      `select card.id from cards as card join reviews as entry on entry.id =
          (select max(id) from reviews where card_id = card.id)
        where card.phase is not entry.phase or card.stability is not entry.stability
          or card.difficulty is not entry.difficulty or card.reps is not entry.reps
          or card.due_at is not entry.due_at or card.due_day is not entry.due_day
          or card.last_review_at is not entry.at or card.last_day is not entry.study_day`,
    )
    .all()
  db.close()
  expect(differing).toEqual([])
  expect(ebb.json(['doctor'])).toMatchObject({ok: true, cards: 4, entries: 10})
  expect(ebb.json(['stats']).today).toMatchObject({
    introduced: 4,
    answers: 8,
    ratings: {again: 1, hard: 1, good: 4, easy: 2},
  })
})
