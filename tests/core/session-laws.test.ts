import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Card, CardId} from '../../src/core/card.ts'
import type {Queue} from '../../src/core/queue.ts'
import {RATINGS, type Rating} from '../../src/core/rating.ts'
import {replay} from '../../src/core/replay.ts'
import type {EntryId, LogEntry} from '../../src/core/review-log.ts'
import {NEW, type Schedule} from '../../src/core/schedule.ts'
import {
  currentCard,
  previewOf,
  type SessionEvent,
  type SessionState,
  startSession,
  transition,
} from '../../src/core/session.ts'
import {countLeft, reviewsOf, summaryOf} from '../../src/core/session-summary.ts'
import type {Moment} from '../../src/core/time.ts'
import {countedIds, makeCard, makeContext, minutesIn, OPTIONS} from '../support/ui-cards.ts'

type Step =
  | {readonly type: 'reveal'; readonly wait: number}
  | {readonly type: 'undo'; readonly wait: number}
  | {readonly type: 'tick'; readonly wait: number}
  | {readonly type: 'rate'; readonly rating: Rating; readonly wait: number}

/** Minutes that pass before a step: mostly a few, sometimes hours, at times none; and a clock may be set back. */
const wait = fc.oneof(
  {weight: 6, arbitrary: fc.double({min: 0, max: 3, noNaN: true})},
  {weight: 1, arbitrary: fc.integer({min: -20, max: 600})},
)

const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 5, arbitrary: fc.record({type: fc.constant('reveal' as const), wait})},
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('rate' as const),
      rating: fc.constantFrom(...RATINGS),
      wait,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({type: fc.constantFrom('undo' as const, 'tick' as const), wait}),
  },
)

const learnAheadMinutes = fc.constantFrom(0, 1, 20)

/** Cards with a history of their own: each schedule is what its entries lead to. */
function cardsWithHistory(histories: readonly (readonly Rating[])[]) {
  const context = makeContext()
  const entries: LogEntry[] = []
  const cards = histories.map((ratings, index): Card => {
    let card = makeCard(`card${index}`)
    for (const [count, rating] of ratings.entries()) {
      // Answered on earlier days, a day apart.
      const moment = minutesIn(-1440 * (ratings.length - count))
      const after = context.scheduler.review(card.id, card.schedule, rating, moment)
      entries.push({
        kind: 'review',
        id: `before-${index}-${count}` as EntryId,
        cardId: card.id,
        ...moment,
        rating,
        durationMs: 1,
        optionsId: context.optionsId,
        before: card.schedule.phase,
        after,
      })
      card = {...card, schedule: after}
    }
    return card
  })
  return {cards, entries}
}

function queueOf(cards: readonly Card[]): Queue {
  const isLearning = ({schedule: {phase}}: Card) => phase === 'learning' || phase === 'relearning'
  return {
    learning: cards.filter(isLearning),
    main: cards.filter(card => !isLearning(card)),
  }
}

const histories = fc.array(fc.array(fc.constantFrom(...RATINGS), {maxLength: 3}), {maxLength: 6})

function eventOf(taken: Step, moment: Moment, entryId: EntryId): SessionEvent {
  switch (taken.type) {
    case 'reveal':
      return {type: 'reveal'}
    case 'tick':
      return {type: 'tick', moment}
    case 'undo':
      return {type: 'undo', moment, entryId}
    case 'rate':
      return {type: 'rate', rating: taken.rating, moment, entryId, durationMs: 1000}
  }
}

/** Runs the steps, and calls back after each with all that is known. */
function run(
  queue: Queue,
  ahead: number,
  steps: readonly Step[],
  check: (
    before: SessionState,
    taken: Step,
    after: SessionState,
    written: readonly LogEntry[],
    moment: Moment,
  ) => void = () => {},
) {
  const context = makeContext({learnAheadMinutes: ahead})
  const newId = countedIds()
  let minutes = 0
  let state = startSession({queue, moment: minutesIn(0)}, context)
  const log: LogEntry[] = []
  const schedules = new Map<CardId, Schedule>(
    [...queue.learning, ...queue.main].map(card => [card.id, card.schedule]),
  )
  for (const taken of steps) {
    minutes += taken.wait
    const moment = minutesIn(Math.round(minutes * 60_000) / 60_000)
    const [after, effects] = transition(state, eventOf(taken, moment, newId()), context)
    const written = effects.flatMap((effect): readonly LogEntry[] => {
      if (effect.type === 'record-review') return [effect.review]
      return effect.type === 'revert-review' ? [effect.undo] : []
    })
    for (const effect of effects) {
      if (effect.type === 'record-review') {
        schedules.set(effect.review.cardId, effect.review.after)
      }
      if (effect.type === 'revert-review') {
        // What is asked again is the card as it was.
        const card = currentCard(after)
        if (card) schedules.set(effect.undo.cardId, card.schedule)
      }
    }
    log.push(...written)
    check(state, taken, after, written, moment)
    state = after
  }
  return {state, log, schedules, context}
}

test('undo gives exactly the state in which the question was asked', () => {
  fc.assert(
    fc.property(
      histories,
      learnAheadMinutes,
      fc.array(step, {maxLength: 60}),
      (past, ahead, steps) => {
        const questions: SessionState[] = []
        run(queueOf(cardsWithHistory(past).cards), ahead, steps, (before, taken, after) => {
          if (taken.type === 'rate' && after !== before) {
            questions.push({...before, kind: 'asking'} as SessionState)
          }
          if (taken.type === 'undo' && after !== before) expect(after).toEqual(questions.pop())
          if (taken.type === 'undo' && after === before) expect(questions).toEqual([])
        })
      },
    ),
  )
})

test('undoing everything leads back to the start, with every schedule as it was', () => {
  fc.assert(
    fc.property(
      histories,
      learnAheadMinutes,
      fc.array(step, {maxLength: 60}),
      (past, ahead, steps) => {
        const {cards} = cardsWithHistory(past)
        const undos = steps.map((): Step => ({type: 'undo', wait: 0}))
        const {state, schedules, context} = run(queueOf(cards), ahead, [...steps, ...undos])
        const start = startSession({queue: queueOf(cards), moment: minutesIn(0)}, context)
        expect(state.last).toBeUndefined()
        expect(state.main).toEqual(start.main)
        expect([...schedules.values()]).toEqual(
          [...queueOf(cards).learning, ...queueOf(cards).main].map(card => card.schedule),
        )
      },
    ),
  )
})

test('the log replays to the schedule of every card', () => {
  fc.assert(
    fc.property(
      histories,
      learnAheadMinutes,
      fc.array(step, {maxLength: 60}),
      (past, ahead, steps) => {
        const {cards, entries} = cardsWithHistory(past)
        const {log, schedules} = run(queueOf(cards), ahead, steps)
        const context = {optionsOf: () => OPTIONS, parameters: OPTIONS.parameters}
        for (const [cardId, schedule] of schedules) {
          const own = [...entries, ...log].filter(entry => entry.cardId === cardId)
          expect(replay(own, context)).toEqual(schedule)
          if (own.length === 0) expect(schedule).toBe(NEW)
        }
      },
    ),
  )
})

test('no answer is lost: one entry for each rating and each undo that did something, none for anything else', () => {
  fc.assert(
    fc.property(
      histories,
      learnAheadMinutes,
      fc.array(step, {maxLength: 60}),
      (past, ahead, steps) => {
        run(
          queueOf(cardsWithHistory(past).cards),
          ahead,
          steps,
          (before, taken, after, written) => {
            const moved = before !== after
            const isAnswer = taken.type === 'rate' || taken.type === 'undo'
            expect(written).toHaveLength(moved && isAnswer ? 1 : 0)
            if (taken.type === 'rate' && moved) {
              expect(written).toMatchObject([
                {rating: taken.rating, cardId: currentCard(before)?.id},
              ])
              expect(reviewsOf(after)).toEqual([...reviewsOf(before), ...written])
            }
            if (taken.type === 'undo' && moved) {
              expect(written).toMatchObject([{voids: reviewsOf(before).at(-1)?.id}])
              expect(reviewsOf(after)).toEqual(reviewsOf(before).slice(0, -1))
            }
          },
        )
      },
    ),
  )
})

test('every card is asked, or waits: good answers to all that is asked leave nothing due', () => {
  fc.assert(
    fc.property(histories, learnAheadMinutes, (past, ahead) => {
      const {cards} = cardsWithHistory(past)
      const asked = new Set<CardId>()
      const steps = Array.from(
        {length: 80},
        (_, index): Step =>
          index % 3 === 0
            ? {type: 'tick', wait: 1}
            : index % 3 === 1
              ? {type: 'reveal', wait: 0}
              : {type: 'rate', rating: 'good', wait: 1},
      )
      const {state} = run(queueOf(cards), ahead, steps, before => {
        const card = currentCard(before)
        if (card) asked.add(card.id)
      })
      expect(asked).toEqual(new Set(cards.map(card => card.id)))
      expect(state.kind).toBe('finished')
    }),
  )
})

test('the counts fall by one with every card that leaves, and say what is left', () => {
  fc.assert(
    fc.property(
      histories,
      learnAheadMinutes,
      fc.array(step, {maxLength: 60}),
      (past, ahead, steps) => {
        run(queueOf(cardsWithHistory(past).cards), ahead, steps, (before, taken, after) => {
          const [left, now] = [countLeft(before), countLeft(after)]
          expect(now.total).toBe(now.new + now.learning + now.review)
          if (taken.type === 'rate' && after !== before) {
            const cameBack = after.learning.length + (currentCard(after) ? 1 : 0) > 0
            expect(left.total - now.total === 1 || (left.total === now.total && cameBack)).toBe(
              true,
            )
            expect(summaryOf(after).reviews).toBe(summaryOf(before).reviews + 1)
          }
          if (taken.type === 'reveal') expect(now).toEqual(left)
        })
      },
    ),
  )
})

test('a rating does what its preview says', () => {
  fc.assert(
    fc.property(
      histories,
      learnAheadMinutes,
      fc.array(step, {maxLength: 60}),
      (past, ahead, steps) => {
        const context = makeContext({learnAheadMinutes: ahead})
        run(
          queueOf(cardsWithHistory(past).cards),
          ahead,
          steps,
          (before, taken, _, written, moment) => {
            const [entry] = written
            if (taken.type !== 'rate' || entry?.kind !== 'review') return
            expect(previewOf(before, moment, context)?.[taken.rating]).toEqual(entry.after)
          },
        )
      },
    ),
  )
})
