import {describe, expect, test} from 'vitest'
import type {Card} from '../../src/core/card.ts'
import type {Queue} from '../../src/core/queue.ts'
import type {Rating} from '../../src/core/rating.ts'
import {
  currentCard,
  previewOf,
  type SessionContext,
  type SessionState,
  startSession,
  transition,
} from '../../src/core/session.ts'
import type {SessionEffect} from '../../src/core/session-effects.ts'
import {countLeft, nextDueOf, summaryOf} from '../../src/core/session-summary.ts'
import type {Moment} from '../../src/core/time.ts'
import {
  countedIds,
  learningDue,
  makeCard,
  makeContext,
  minutesIn,
  OPTIONS,
  reviewDue,
  TODAY,
  utcDayOf,
} from '../support/ui-cards.ts'

/** A session that one can walk through, minute by minute. */
function walk(queue: Partial<Queue>, context: SessionContext = makeContext()) {
  const newId = countedIds()
  let state = startSession(
    {queue: {learning: [], main: [], ...queue}, moment: minutesIn(0)},
    context,
  )
  const effects: SessionEffect[] = []
  const send = (event: Parameters<typeof transition>[1]): SessionState => {
    const [next, done] = transition(state, event, context)
    state = next
    effects.push(...done)
    return state
  }
  return {
    effects,
    state: () => state,
    asked: () => currentCard(state)?.noteId,
    reveal: () => send({type: 'reveal'}),
    answer: (rating: Rating, minutes: number, durationMs = 5000) => {
      send({type: 'reveal'})
      return send({
        type: 'rate',
        rating,
        moment: minutesIn(minutes),
        entryId: newId(),
        durationMs,
      })
    },
    rate: (rating: Rating, minutes: number) =>
      send({
        type: 'rate',
        rating,
        moment: minutesIn(minutes),
        entryId: newId(),
        durationMs: 1000,
      }),
    undo: (minutes: number) => send({type: 'undo', moment: minutesIn(minutes), entryId: newId()}),
    tick: (moment: Moment) => send({type: 'tick', moment}),
  }
}

const [git, sql, tcp] = [makeCard('git'), makeCard('sql', reviewDue(0)), makeCard('tcp')]

describe('a session', () => {
  test('without cards is finished at once', () => {
    expect(walk({}).state().kind).toBe('finished')
  })

  test('asks, shows the answer, records the rating, asks the next card', () => {
    const session = walk({main: [sql, git]})
    expect(session.state()).toMatchObject({kind: 'asking', card: sql})
    expect(session.reveal()).toMatchObject({kind: 'answering', card: sql})
    expect(session.rate('good', 1)).toMatchObject({kind: 'asking', card: git})
    expect(session.effects).toEqual([
      {
        type: 'record-review',
        review: {
          kind: 'review',
          id: 'entry-000001',
          cardId: sql.id,
          ...minutesIn(1),
          rating: 'good',
          durationMs: 1000,
          optionsId: 'options',
          before: 'review',
          after: makeContext().scheduler.review(sql.id, sql.schedule, 'good', minutesIn(1)),
        },
        from: sql.schedule,
        options: OPTIONS,
      },
    ])
  })

  test('does nothing for a rating before the reveal, a second reveal, an undo at the start', () => {
    const session = walk({main: [git]})
    const asking = session.state()
    expect(session.rate('easy', 1)).toBe(asking)
    expect(session.undo(1)).toBe(asking)
    const answering = session.reveal()
    expect(session.reveal()).toBe(answering)
    expect(session.tick(minutesIn(9))).toBe(answering)
    expect(session.effects).toEqual([])
  })

  test('asks a learning card that is due before everything else', () => {
    const due = makeCard('due', learningDue(-1))
    expect(walk({main: [sql], learning: [due]}).asked()).toBe('due')
  })

  test('brings a card in learning back as soon as it is due', () => {
    const session = walk({main: [git, sql, tcp]})
    session.answer('again', 0) // due again in a minute
    expect(session.asked()).toBe('sql')
    session.answer('good', 2)
    expect(session.asked()).toBe('git')
  })

  test('learns ahead when nothing else is left, never the same card twice where another can be asked', () => {
    const session = walk({main: [git, tcp]})
    session.answer('good', 0) // in 10 minutes
    session.answer('again', 0.5) // in 1 minute
    expect(session.asked()).toBe('git')
    session.answer('good', 0.8)
    expect(session.asked()).toBe('tcp')
    session.answer('again', 0.9)
    expect(session.asked()).toBe('tcp')
  })

  test('does not ask again at once what was answered just before the session', () => {
    const learning = [makeCard('first', learningDue(1)), makeCard('second', learningDue(2))]
    const start = {queue: {learning, main: []}, moment: minutesIn(0)}
    const context = makeContext()
    const asked = (justAnswered?: Card) =>
      currentCard(startSession({...start, justAnswered: justAnswered?.id}, context))?.noteId
    expect(asked()).toBe('first')
    expect(asked(learning[0])).toBe('second')
  })

  test('waits for a card in learning that may not be asked yet, and asks it when its time comes', () => {
    const session = walk({main: [git]}, makeContext({learnAheadMinutes: 3}))
    expect(session.answer('good', 0)).toMatchObject({kind: 'waiting', until: minutesIn(7).at})
    const waiting = session.state()
    expect(session.tick(minutesIn(6.9))).toBe(waiting)
    expect(session.tick(minutesIn(7))).toMatchObject({kind: 'asking', card: {id: git.id}})
  })

  test('is finished when the next card in learning belongs to another study day', () => {
    const midnight = (24 - 9) * 60
    const evening = makeCard('owl', learningDue(midnight + 5))
    const queue = {learning: [evening], main: []}
    const at = (minutes: number) =>
      startSession({queue, moment: minutesIn(minutes)}, makeContext({learnAheadMinutes: 0})).kind
    expect(at(midnight - 1)).toBe('finished')
    expect(at(midnight + 1)).toBe('waiting')
    expect(at(midnight + 6)).toBe('asking')
  })

  test('is finished when the next step is a day long', () => {
    const options = {...OPTIONS, learningSteps: [1, 24 * 60]}
    const session = walk({main: [git]}, makeContext({options, learnAheadMinutes: 0}))
    expect(session.answer('good', 0).kind).toBe('finished')
  })

  test('counts a clock that went back as no time', () => {
    const session = walk({main: [git]})
    session.answer('good', 0, -90_000)
    expect(session.effects).toMatchObject([{review: {durationMs: 0}}])
  })

  test('logs a review of a card after the one before, also when the clock was set back', () => {
    const session = walk({main: [git]}, makeContext({learnAheadMinutes: 60}))
    session.answer('again', 30)
    session.answer('good', 10)
    expect(session.effects).toMatchObject([
      {review: {at: minutesIn(30).at}},
      {review: {at: minutesIn(30).at + 1}},
    ])
  })

  test('previews what the rating does', () => {
    const context = makeContext()
    const session = walk({main: [sql]}, context)
    const preview = previewOf(session.state(), minutesIn(3), context)
    session.answer('hard', 3)
    expect(session.effects).toMatchObject([{review: {after: preview?.hard}}])
    expect(previewOf(session.state(), minutesIn(3), context)).toBeUndefined()
  })
})

describe('undo', () => {
  test('asks the question again and takes the review back, with the schedule that it had', () => {
    const session = walk({main: [sql, git]})
    const before = session.state()
    session.answer('easy', 1)
    session.reveal()
    expect(session.undo(2)).toEqual(before)
    expect(session.effects.at(-1)).toEqual({
      type: 'revert-review',
      undo: {
        kind: 'undo',
        id: 'entry-000002',
        cardId: sql.id,
        ...minutesIn(2),
        voids: 'entry-000001',
      },
    })
  })

  test('goes back from the end to the beginning', () => {
    const session = walk({main: [sql, git]})
    const start = session.state()
    session.answer('easy', 1)
    session.answer('easy', 2)
    expect(session.state().kind).toBe('finished')
    session.undo(3)
    expect(session.undo(4)).toEqual(start)
    expect(session.effects.slice(2)).toMatchObject([
      {undo: {voids: 'entry-000002', cardId: git.id}},
      {undo: {voids: 'entry-000001', cardId: sql.id}},
    ])
  })

  test('works while the session waits', () => {
    const session = walk({main: [git]}, makeContext({learnAheadMinutes: 0}))
    const start = session.state()
    expect(session.answer('good', 0).kind).toBe('waiting')
    expect(session.undo(1)).toEqual(start)
  })
})

describe('the summary', () => {
  test('counts answers, cards, ratings and time, without what was taken back', () => {
    const session = walk({main: [git, sql]})
    session.answer('again', 0, 4000)
    session.answer('good', 1, 6000)
    session.answer('easy', 2, 2000)
    session.undo(3)
    session.answer('good', 4, 3000)
    expect(summaryOf(session.state())).toEqual({
      reviews: 3,
      cards: 2,
      ratings: {again: 1, hard: 0, good: 2, easy: 0},
      durationMs: 13_000,
    })
  })

  test('counts what is left by phase, the present card included', () => {
    const session = walk({main: [sql, git, tcp], learning: [makeCard('x', learningDue(9))]})
    expect(countLeft(session.state())).toEqual({total: 4, new: 2, learning: 1, review: 1})
    session.answer('good', 0)
    expect(countLeft(session.state())).toEqual({total: 3, new: 2, learning: 1, review: 0})
    session.answer('again', 0)
    expect(countLeft(session.state())).toEqual({total: 3, new: 1, learning: 2, review: 0})
  })

  test.each([
    {name: 'nothing', schedules: [git.schedule], next: {kind: 'nothing'}},
    {
      name: 'the next day with reviews',
      schedules: [reviewDue(3), reviewDue(9), reviewDue(3), git.schedule],
      next: {kind: 'day', due: TODAY + 3, cards: 2},
    },
    {
      name: 'tomorrow, with what is overdue',
      schedules: [reviewDue(-3), reviewDue(0), reviewDue(1), reviewDue(2)],
      next: {kind: 'day', due: TODAY + 1, cards: 3},
    },
    {
      name: 'a card in learning before the reviews of tomorrow',
      schedules: [reviewDue(1), learningDue(50), learningDue(40)],
      next: {kind: 'instant', due: minutesIn(40).at},
    },
    {
      name: 'the reviews of tomorrow before a card in learning in the small hours',
      schedules: [reviewDue(1), learningDue(16 * 60)],
      next: {kind: 'day', due: TODAY + 1, cards: 1},
    },
  ])('what comes next: $name', ({schedules, next}) => {
    const reviews = schedules.flatMap(schedule =>
      schedule.phase === 'review' ? [{day: schedule.due, cards: 1}] : [],
    )
    const learning = schedules.filter(({phase}) => phase === 'learning')
    expect(nextDueOf({learning, reviews}, TODAY, utcDayOf)).toEqual(next)
  })
})
