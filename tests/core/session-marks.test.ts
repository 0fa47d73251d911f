import {describe, expect, test} from 'vitest'
import type {Card} from '../../src/core/card.ts'
import {type CardAction, NO_MARKS} from '../../src/core/marks.ts'
import type {Queue} from '../../src/core/queue.ts'
import type {EntryId} from '../../src/core/review-log.ts'
import {
  currentCard,
  previewOf,
  type SessionContext,
  type SessionEvent,
  startSession,
  transition,
} from '../../src/core/session.ts'
import {rateCard, type SessionEffect} from '../../src/core/session-effects.ts'
import {countLeft, reviewsOf, summaryOf} from '../../src/core/session-summary.ts'
import type {Earlier} from '../../src/core/step.ts'
import type {StudyDay} from '../../src/core/time.ts'
import {
  countedIds,
  learningDue,
  makeCard,
  makeContext,
  minutesIn,
  reviewDue,
  TODAY,
} from '../support/ui-cards.ts'

/** A session that takes one event after the other. */
function sessionOf(queue: Partial<Queue>, more: Partial<SessionContext> = {}) {
  const context = {...makeContext(), ...more}
  const newId = countedIds()
  let state = startSession(
    {queue: {learning: [], main: [], ...queue}, moment: minutesIn(0)},
    context,
  )
  let minutes = 0
  const send = (event: SessionEvent): readonly SessionEffect[] => {
    const [next, effects] = transition(state, event, context)
    state = next
    return effects
  }
  const request = () => ({moment: minutesIn(minutes), entryId: newId()})
  return {
    state: () => state,
    asked: () => currentCard(state)?.noteId,
    send,
    wait(more: number) {
      minutes += more
    },
    reveal: () => send({type: 'reveal'}),
    rate(rating: 'again' | 'good', durationMs = 1_000, points?: {recalled: number; total: number}) {
      send({type: 'reveal'})
      return send({type: 'rate', rating, ...request(), durationMs, points})
    },
    act: (action: CardAction, card?: Card) => send({type: 'act', action, card, ...request()}),
    undo: (earlier?: Earlier) => send({type: 'undo', ...request(), earlier}),
    edited: (...cards: readonly Card[]) =>
      send({type: 'edited', stepId: 'import' as EntryId, cards, moment: minutesIn(minutes)}),
    preview: () => previewOf(state, minutesIn(minutes), context),
  }
}

const sql = makeCard('sql', reviewDue(0))
const tcp = makeCard('tcp', reviewDue(0))
const udp = makeCard('udp')
const SUSPEND: CardAction = {kind: 'suspend', isSuspended: true}

describe('an action', () => {
  test('marks the card that is asked, which stays where it is', () => {
    const session = sessionOf({main: [sql, tcp]})
    session.reveal()
    const effects = session.act({kind: 'flag', flag: 3})
    expect(session.state()).toMatchObject({
      kind: 'answering',
      card: {id: sql.id, marks: {...NO_MARKS, flag: 3}},
    })
    expect(effects).toEqual([
      {
        type: 'record-action',
        studyDay: TODAY,
        step: {
          id: 'entry-000001',
          at: minutesIn(0).at,
          action: {kind: 'flag', flag: 3},
          cardIds: [sql.id],
        },
      },
    ])
  })

  test('is taken back by its id, and the answer is still shown', () => {
    const session = sessionOf({main: [sql]})
    session.reveal()
    const left = session.state()
    session.act({kind: 'fix', needsFixing: true})
    expect(session.undo()).toEqual([
      {
        type: 'revert-action',
        stepId: 'entry-000001',
        undo: {id: 'entry-000002', at: minutesIn(0).at},
      },
    ])
    expect(session.state()).toBe(left)
  })

  test('that changes nothing is not done', () => {
    const session = sessionOf({main: [sql]})
    const left = session.state()
    expect(session.act({kind: 'flag', flag: undefined})).toEqual([])
    expect(session.act({kind: 'suspend', isSuspended: false})).toEqual([])
    expect(session.act({kind: 'tag', ownTags: []})).toEqual([])
    expect(session.state()).toBe(left)
  })

  test.each<{action: CardAction; next: string; left: number}>([
    {action: SUSPEND, next: 'heap', left: 2},
    {action: {kind: 'bury', scope: 'card'}, next: 'heap', left: 2},
    {action: {kind: 'bury', scope: 'note'}, next: 'tcp', left: 1},
  ])('$action leaves the card out, and $left', ({action, next, left}) => {
    const forward = makeCard('heap', reviewDue(0))
    const backward = makeCard('heap', reviewDue(0), {variant: 'backward'})
    const session = sessionOf({main: [forward, backward, tcp]})
    session.act(action)
    expect(session.asked()).toBe(next)
    expect(countLeft(session.state()).total).toBe(left)
    session.undo()
    expect(currentCard(session.state())).toBe(forward)
  })

  test('burying the note is done also where the card alone is buried already', () => {
    const forward = makeCard('heap', reviewDue(0))
    const backward = makeCard('heap', reviewDue(0), {variant: 'backward'})
    const buried = {...forward, marks: {...NO_MARKS, buriedUntil: (TODAY + 1) as StudyDay}}
    const session = sessionOf({main: [sql, backward, tcp]})
    expect(session.act({kind: 'bury', scope: 'note'}, buried)).toHaveLength(1)
    session.rate('good')
    expect(session.asked()).toBe('tcp')
  })

  test('can be done to a card that is not asked', () => {
    const session = sessionOf({main: [sql, tcp, udp]})
    session.act(SUSPEND, tcp)
    expect(session.asked()).toBe('sql')
    session.rate('good')
    expect(session.asked()).toBe('udp')
  })

  test('can be done to the last card when all is over, and taken back', () => {
    const session = sessionOf({main: [sql]})
    session.rate('good')
    session.act({kind: 'flag', flag: 1}, sql)
    expect(session.state().kind).toBe('finished')
    session.undo()
    session.undo()
    expect(session.asked()).toBe('sql')
  })

  test('on a card in learning that is waited for ends the waiting', () => {
    const learning = makeCard('learning', learningDue(60))
    const session = sessionOf({learning: [learning]})
    expect(session.state().kind).toBe('waiting')
    session.act(SUSPEND, learning)
    expect(session.state().kind).toBe('finished')
  })

  test('gives a note tags beside those of its document', () => {
    const tagged = {...sql, tags: ['database']}
    const session = sessionOf({main: [tagged]})
    session.act({kind: 'tag', ownTags: ['hard', 'database', 'hard']})
    expect(currentCard(session.state())).toMatchObject({
      tags: ['database', 'hard'],
      marks: {ownTags: ['hard']},
    })
    session.act({kind: 'tag', ownTags: []})
    expect(currentCard(session.state())).toMatchObject({tags: ['database'], marks: {ownTags: []}})
  })
})

describe('an edit', () => {
  const content = {kind: 'basic', question: 'What is SQL?', answer: 'A language'} as const

  test('shows the new text, and with the undo the old one', () => {
    const session = sessionOf({main: [sql, tcp]})
    session.reveal()
    const left = session.state()
    expect(session.edited({...sql, content})).toEqual([])
    expect(session.state()).toMatchObject({kind: 'answering', card: {content}})
    expect(session.undo()).toMatchObject([{type: 'revert-edit', stepId: 'import'}])
    expect(session.state()).toBe(left)
  })

  test('that removes the note goes on to the next card', () => {
    const session = sessionOf({main: [sql, tcp]})
    session.edited({...sql, isAbsent: true})
    expect(session.asked()).toBe('tcp')
    session.undo()
    expect(session.asked()).toBe('sql')
  })

  test('of a card that is asked later is seen then', () => {
    const session = sessionOf({main: [tcp, sql]})
    session.edited({...sql, content})
    session.rate('good')
    expect(currentCard(session.state())).toMatchObject({id: sql.id, content})
  })
})

describe('outside the schedule', () => {
  const cram = {mode: 'cram'} as const

  test('a card rated again is asked after the others', () => {
    const session = sessionOf({main: [sql, tcp, udp]}, cram)
    expect(session.rate('again')).toMatchObject([
      {type: 'record-practice', practice: {cardId: sql.id, rating: 'again'}},
    ])
    session.rate('good')
    session.rate('good')
    expect(currentCard(session.state())).toBe(sql)
    session.rate('good')
    expect(session.state().kind).toBe('finished')
    expect(summaryOf(session.state())).toMatchObject({reviews: 4, cards: 3})
    expect(reviewsOf(session.state())).toEqual([])
  })

  test('nothing leads anywhere, and an answer can be taken back', () => {
    const session = sessionOf({learning: [makeCard('learning', learningDue(60))]}, cram)
    expect(session.asked()).toBe('learning')
    expect(session.preview()).toBeUndefined()
    session.rate('good')
    expect(session.undo()).toMatchObject([{type: 'revert-practice', undo: {voids: 'entry-000001'}}])
    expect(session.asked()).toBe('learning')
  })
})

describe('an answer', () => {
  test.each([
    {durationMs: -5, counted: 0},
    {durationMs: 59_999.6, counted: 60_000},
    {durationMs: 3_600_000, counted: 60_000},
  ])('of $durationMs ms counts for $counted', ({durationMs, counted}) => {
    const session = sessionOf({main: [sql]})
    expect(session.rate('good', durationMs)).toMatchObject([{review: {durationMs: counted}}])
  })

  test('keeps what was ticked off', () => {
    const session = sessionOf({main: [sql]})
    const points = {recalled: 2, total: 5}
    expect(session.rate('good', 1_000, points)).toMatchObject([{review: {points}}])
  })
})

test('no question is asked after the end of the time', () => {
  const session = sessionOf({main: [sql, tcp]}, {endsAt: minutesIn(5).at})
  session.wait(5)
  session.rate('good')
  expect(session.state().kind).toBe('finished')
  session.undo()
  expect(session.asked()).toBe('sql')
})

test.each([
  {minutes: 30, kind: 'finished'},
  {minutes: 50, kind: 'waiting'},
])(
  'a card to be asked in 40 minutes leaves a session of $minutes minutes $kind',
  ({minutes, kind}) => {
    const later = {...sql, schedule: learningDue(60)}
    const session = sessionOf({learning: [later]}, {endsAt: minutesIn(minutes).at})
    expect(session.state().kind).toBe(kind)
  },
)

describe('what was done before the session', () => {
  const before = rateCard(
    sql,
    'again',
    {moment: minutesIn(-5), entryId: 'before' as EntryId, durationMs: 1_000},
    makeContext(),
  ).review
  const answered: Earlier = {kind: 'review', review: before, cards: [sql], askNext: sql.id}
  const step = {id: 'step' as EntryId, at: minutesIn(-5).at}
  const flagged = (card: Card): Earlier => ({
    kind: 'action',
    step: {...step, action: {kind: 'flag', flag: 2}, cardIds: [card.id]},
    cards: [card],
    askNext: card.id,
  })

  test('is taken back: its card is asked, then the one that was asked', () => {
    const again = {...sql, schedule: before.after}
    const session = sessionOf({learning: [again], main: [tcp, udp]})
    expect(session.undo(answered)).toMatchObject([
      {type: 'revert-review', undo: {voids: 'before', cardId: sql.id}},
    ])
    expect(currentCard(session.state())).toBe(sql)
    expect(session.state().learning).toEqual([])
    session.rate('good')
    expect(session.asked()).toBe('tcp')
    expect(countLeft(session.state()).total).toBe(2)
  })

  test('is taken back from the end of a session, too', () => {
    const session = sessionOf({})
    session.undo(answered)
    expect(session.asked()).toBe('sql')
  })

  test('is left alone while there is something in the session', () => {
    const session = sessionOf({main: [tcp]})
    session.rate('good')
    expect(session.undo(answered)).toMatchObject([{undo: {voids: 'entry-000001'}}])
  })

  test('a card that was flagged and is not due is not asked', () => {
    const later = makeCard('later', reviewDue(9))
    const session = sessionOf({main: [tcp]})
    expect(session.undo(flagged(later))).toMatchObject([{type: 'revert-action', stepId: 'step'}])
    expect(session.asked()).toBe('tcp')
  })

  test('a card whose answer is shown keeps it shown', () => {
    const session = sessionOf({main: [{...sql, marks: {...NO_MARKS, flag: 2}}, tcp]})
    session.reveal()
    session.undo(flagged(sql))
    expect(session.state()).toMatchObject({kind: 'answering', card: sql})
    expect(countLeft(session.state()).total).toBe(2)
  })

  test('a card that was suspended is asked again', () => {
    const session = sessionOf({main: [tcp]})
    session.undo(flagged(sql))
    expect(session.asked()).toBe('sql')
  })

  test('a card that was unsuspended is dropped', () => {
    const suspended = {...tcp, marks: {...NO_MARKS, isSuspended: true}}
    const session = sessionOf({main: [tcp, udp]})
    session.undo(flagged(suspended))
    expect(session.asked()).toBe('udp')
  })

  test('an answer to the schedule is not taken back outside of it', () => {
    const session = sessionOf({main: [tcp]}, {mode: 'cram'})
    const left = session.state()
    expect(session.undo(answered)).toEqual([])
    expect(session.state()).toBe(left)
    session.undo(flagged({...tcp, tags: ['as before']}))
    expect(currentCard(session.state())?.tags).toEqual(['as before'])
  })
})
