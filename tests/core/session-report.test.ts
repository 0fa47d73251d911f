import {describe, expect, test} from 'vitest'
import type {CardAction} from '../../src/core/marks.ts'
import type {Rating} from '../../src/core/rating.ts'
import type {Points} from '../../src/core/review-log.ts'
import {type SessionContext, startSession, transition} from '../../src/core/session.ts'
import {sessionReportOf} from '../../src/core/session-report.ts'
import {countedIds, makeCard, makeContext, minutesIn, reviewDue} from '../support/ui-cards.ts'

const PLANETS = ['mercury', 'venus', 'earth', 'mars', 'jupiter']

/** A session with reviews of all planets, and one new card at the end. */
function sessionWith(context: SessionContext = makeContext()) {
  const cards = [...PLANETS.map(name => makeCard(name, reviewDue(-1))), makeCard('pluto')]
  const nextId = countedIds()
  let minutes = 0
  let state = startSession({queue: {learning: [], main: cards}, moment: minutesIn(0)}, context)
  const moment = () => minutesIn(minutes++)
  return {
    rate(rating: Rating, seconds = 5, points?: Points) {
      ;[state] = transition(state, {type: 'reveal'}, context)
      const request = {moment: moment(), entryId: nextId(), durationMs: seconds * 1000, points}
      ;[state] = transition(state, {type: 'rate', rating, ...request}, context)
    },
    act(action: CardAction) {
      const request = {moment: moment(), entryId: nextId()}
      ;[state] = transition(state, {type: 'act', action, ...request}, context)
    },
    undo() {
      const request = {moment: moment(), entryId: nextId()}
      ;[state] = transition(state, {type: 'undo', ...request}, context)
    },
    report: () => sessionReportOf(state),
  }
}

const NOTHING = {suspended: 0, buried: 0, flagged: 0, toFix: 0, tagged: 0, edited: 0}

describe('the report of a session', () => {
  test('is empty at the start', () => {
    expect(sessionWith().report()).toEqual({
      reviews: 0,
      cards: 0,
      ratings: {again: 0, hard: 0, good: 0, easy: 0},
      durationMs: 0,
      practised: 0,
      introduced: 0,
      recall: {reviewed: 0, passed: 0},
      points: undefined,
      hardest: [],
      actions: NOTHING,
    })
  })

  test('tells true retention by the cards in review alone', () => {
    const session = sessionWith()
    session.rate('again')
    session.rate('good')
    session.rate('hard')
    session.rate('easy')
    session.rate('good')
    session.rate('again')
    const {recall, introduced, reviews} = session.report()
    expect(reviews).toBe(6)
    expect(recall).toEqual({reviewed: 5, passed: 4})
    expect(introduced).toBe(1)
  })

  test('names the hardest three: by agains, then by the longest answer', () => {
    const session = sessionWith()
    session.rate('hard', 50)
    session.rate('again', 5)
    session.rate('good', 59)
    session.rate('again', 7)
    session.rate('hard', 55)
    const {hardest} = session.report()
    expect(hardest.map(({card, agains, longestMs}) => [card.noteId, agains, longestMs])).toEqual([
      ['mars', 1, 7000],
      ['venus', 1, 5000],
      ['jupiter', 0, 55_000],
    ])
  })

  test('names a card that was hard at first and easy at last', () => {
    const session = sessionWith({...makeContext(), mode: 'cram'})
    session.rate('again')
    for (const _ of ['venus', 'earth', 'mars', 'jupiter', 'pluto', 'mercury']) session.rate('good')
    expect(session.report().hardest).toMatchObject([{card: {noteId: 'mercury'}, agains: 1}])
  })

  test('adds up the points that were ticked off', () => {
    const session = sessionWith()
    session.rate('good', 5, {recalled: 3, total: 4})
    session.rate('good', 5)
    session.rate('hard', 5, {recalled: 2, total: 6})
    expect(session.report().points).toEqual({recalled: 5, total: 10})
  })

  test('counts the cards that something was done to, as they were left', () => {
    const session = sessionWith()
    session.act({kind: 'flag', flag: 3})
    session.act({kind: 'flag', flag: 4})
    session.act({kind: 'fix', needsFixing: true})
    session.act({kind: 'fix', needsFixing: false})
    session.act({kind: 'tag', ownTags: ['hard']})
    session.act({kind: 'suspend', isSuspended: true})
    session.act({kind: 'bury', scope: 'note'})
    expect(session.report().actions).toEqual({
      ...NOTHING,
      flagged: 1,
      tagged: 1,
      suspended: 1,
      buried: 1,
    })
  })

  test('leaves out what was taken back', () => {
    const session = sessionWith()
    session.rate('again')
    session.act({kind: 'suspend', isSuspended: true})
    session.undo()
    session.undo()
    expect(session.report()).toEqual(sessionWith().report())
  })

  test('of practice has no true retention', () => {
    const session = sessionWith({...makeContext(), mode: 'cram'})
    session.rate('again')
    session.rate('good')
    const {practised, reviews, recall, hardest} = session.report()
    expect({practised, reviews, recall}).toEqual({
      practised: 2,
      reviews: 2,
      recall: {reviewed: 0, passed: 0},
    })
    expect(hardest).toHaveLength(1)
  })
})
