import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Card, CardId} from '../../src/core/card.ts'
import {entryIds} from '../../src/core/id.ts'
import {canBeAsked} from '../../src/core/marks.ts'
import type {NoteContent} from '../../src/core/note.ts'
import type {Random} from '../../src/core/random.ts'
import {RATINGS, type Rating} from '../../src/core/rating.ts'
import type {Schedule} from '../../src/core/schedule.ts'
import {createScheduler} from '../../src/core/scheduler.ts'
import {
  currentCard,
  type SessionContext,
  type SessionEvent,
  type SessionState,
  startSession,
  transition,
} from '../../src/core/session.ts'
import type {Moment, StudyDay} from '../../src/core/time.ts'
import {openDatabase} from '../../src/store/database.ts'
import type {Store} from '../../src/store/open.ts'
import {storeOn} from '../../src/store/store.ts'
import {importStep} from '../support/importing.ts'
import {learnerOf} from '../support/learner.ts'
import {basic, cloze, documentOf, importInto, seeded} from '../support/makers-note.ts'
import {momentOf, TODAY} from '../support/makers-schedule.ts'
import {anyAction} from '../support/session-play.ts'
import {MIGRATIONS, temporaryStore} from '../support/store.ts'

const CONTENTS: readonly NoteContent[] = [
  basic('What is a stack?', 'A list that grows and shrinks at one end'),
  basic('What is a stack?', 'A list with one end at which it grows and shrinks'),
  basic('What is a heap?', 'A tree in which no child is greater than its parent'),
  {
    kind: 'reversed',
    question: 'What is a heap?',
    answer: 'A tree in which no child is greater than its parent',
  },
  basic('Is TCP reliable?', 'Yes'),
  basic('Is TCP reliable?', 'Yes'),
  cloze('{{1:Paris}} is the capital of France'),
  cloze('{{1:Paris}} is the capital of {{2:France}}'),
]

const operation = fc.oneof(
  fc.record({
    type: fc.constant('import' as const),
    path: fc.constantFrom('a.md', 'b.md'),
    contents: fc.array(fc.constantFrom(...CONTENTS), {maxLength: 5}),
    error: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('rate' as const),
    pick: fc.nat(),
    rating: fc.constantFrom(...RATINGS),
    // Now and then the clock goes back.
    waitMinutes: fc.oneof(fc.integer({min: -90, max: 90}), fc.integer({min: 0, max: 60 * 24 * 40})),
  }),
  fc.record({type: fc.constant('undo' as const)}),
  fc.record({type: fc.constant('undo-newest' as const)}),
  fc.record({
    type: fc.constant('act' as const),
    picks: fc.array(fc.nat(), {minLength: 1, maxLength: 3}),
    action: anyAction,
  }),
  fc.record({type: fc.constant('parameters' as const), factor: fc.constantFrom(0.5, 1, 2)}),
  fc.record({
    type: fc.constant('parameters-while-a-session-is-open' as const),
    pick: fc.nat(),
    ratings: fc.tuple(fc.constantFrom(...RATINGS), fc.constantFrom(...RATINGS)),
    factor: fc.constantFrom(0.5, 1, 2),
  }),
)

type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never

/** A session of one card, which reads the settings as it begins and never again. */
function openSession(store: Store, card: Card, moment: Moment, random: Random) {
  const {scheduling} = store.readSettings()
  const context: SessionContext = {
    mode: 'schedule',
    scheduler: createScheduler(scheduling),
    options: scheduling,
    optionsId: store.optionsIdOf(scheduling),
    learnAheadMs: 0,
    studyDayOf: () => moment.studyDay,
  }
  let state = startSession({queue: {learning: [], main: [card]}, moment}, context)
  const send = (event: SessionEvent): SessionState => {
    const [next, effects] = transition(state, event, context)
    for (const effect of effects) {
      if (effect.type === 'record-review') store.recordReview(effect)
      if (effect.type === 'revert-review') store.revertReview(effect.undo)
    }
    state = next
    return state
  }
  const request = () => ({moment, entryId: entryIds(random, store.lastEntryId())(moment.at)})
  return {
    rate(rating: Rating): Card {
      send({type: 'reveal'})
      send({type: 'rate', rating, ...request(), durationMs: 1_000})
      return card
    },
    undo: () => send({type: 'undo', ...request()}),
  }
}

test('what a session shows after taking back is what was written', () => {
  const {store, learner, id} = oneCard()
  learner.rate(id, 'easy', momentOf(TODAY))
  const card = store.cardById(id) as Card
  const session = openSession(store, card, momentOf(TODAY + 20), seeded(2))
  session.rate('again')
  const shown = currentCard(session.undo())
  expect(shown?.schedule).toEqual(card.schedule)
  expect(store.cardById(id)?.schedule).toEqual(shown?.schedule)
})

function oneCard() {
  const store = temporaryStore()
  importInto(store, [documentOf('a.md', [basic('q')])])
  const [card] = store.findCards('')
  return {store, learner: learnerOf(store, seeded(1)), id: card?.id as CardId}
}

/** Carries out the operations on an empty collection in memory, and calls `check` after each. */
function play(operations: readonly Operation[], check: (store: Store, step: Operation) => void) {
  const db = openDatabase({path: ':memory:', migrationsDirectory: MIGRATIONS})
  const store = storeOn(db)
  const random = seeded(operations.length)
  const learner = learnerOf(store, random)
  const defaults = store.readSettings()
  const changeParameters = (factor: number) => {
    const {scheduling} = defaults
    const parameters = scheduling.parameters.map((weight, index) =>
      index < 4 ? weight * factor : weight,
    )
    store.changeSettings(() => ({...defaults, scheduling: {...scheduling, parameters}}))
  }
  let minutes = 600
  try {
    for (const step of operations) {
      switch (step.type) {
        case 'import':
          importStep(store, [documentOf(step.path, step.contents, step)], {random})
          break
        case 'rate': {
          minutes += step.waitMinutes
          const cards = store.findCards('')
          const card = cards[step.pick % cards.length]
          if (card)
            learner.rate(
              card.id,
              step.rating,
              momentOf(TODAY + Math.floor(minutes / 1440), ((minutes % 1440) + 1440) % 1440),
            )
          break
        }
        case 'undo':
          learner.undo(momentOf(TODAY + Math.floor(minutes / 1440)))
          break
        case 'undo-newest':
          learner.undoNewest(momentOf(TODAY + Math.floor(minutes / 1440)))
          break
        case 'act': {
          const cards = store.findCards('')
          const picked = new Set(step.picks.flatMap(pick => cards[pick % cards.length]?.id ?? []))
          const moment = momentOf(TODAY + Math.floor(minutes / 1440))
          if (picked.size > 0) learner.act([...picked], step.action, moment)
          break
        }
        case 'parameters':
          changeParameters(step.factor)
          break
        case 'parameters-while-a-session-is-open': {
          const cards = store.findCards('')
          const card = cards[step.pick % cards.length]
          if (!card) break
          const moment = momentOf(TODAY + Math.floor(minutes / 1440))
          const session = openSession(store, card, moment, random)
          const shown = session.rate(step.ratings[0])
          changeParameters(step.factor)
          // The card is asked again as it was, or its rating is refused.
          expect(currentCard(session.undo())?.id).toBe(shown.id)
          try {
            session.rate(step.ratings[1])
          } catch (error) {
            expect(error).toMatchObject({name: 'UserError'})
          }
        }
      }
      check(store, step)
      expect(learner.findings()).toEqual([])
    }
  } finally {
    db.close()
  }
}

test('after any operations every schedule follows from the log', () => {
  fc.assert(
    fc.property(fc.array(operation, {maxLength: 25}), operations => play(operations, () => {})),
    {
      numRuns: 150,
    },
  )
})

test('no import and no mark touches a schedule, and no card is ever deleted', () => {
  let before = new Map<CardId, Schedule>()
  const schedulesOf = (store: Store) =>
    new Map([...store.cardRecords()].map(({cardId, schedule}) => [cardId, schedule]))
  const property = fc.property(fc.array(operation, {maxLength: 20}), operations => {
    before = new Map()
    play(operations, (store, step) => {
      const after = schedulesOf(store)
      for (const [id, schedule] of before) {
        if (step.type === 'import' || step.type === 'act') expect(after.get(id)).toEqual(schedule)
        // What an import added goes with it where nobody has answered it.
        if (step.type !== 'undo-newest') expect(after.has(id)).toBe(true)
      }
      before = after
    })
  })
  fc.assert(property, {numRuns: 100})
})

test('no import touches a mark, and what is suspended or buried is not asked', () => {
  const marksOf = (store: Store) =>
    new Map(
      store
        .cardsByIds([...store.cardRecords()].map(({cardId}) => cardId))
        .map(({id, marks}) => [id, {...marks, ownTags: []}]),
    )
  const property = fc.property(fc.array(operation, {maxLength: 20}), operations => {
    let before = new Map<CardId, unknown>()
    play(operations, (store, step) => {
      const after = marksOf(store)
      if (step.type === 'import') {
        for (const [id, marks] of before) expect(after.get(id)).toEqual(marks)
      }
      before = after
      const today = (TODAY + 1_000) as StudyDay
      for (const day of [TODAY, today]) {
        const {learning, review, new: fresh} = store.dueCards({decks: [], today: day})
        const asked = new Set([...learning, ...review, ...fresh].map(({id}) => id))
        const open = store.openCards({decks: [], today: day}).map(({id}) => id)
        const expected = store.findCards('').filter(card => canBeAsked(card, day))
        expect(new Set(open)).toEqual(new Set(expected.map(({id}) => id)))
        for (const id of asked) expect(open).toContain(id)
        for (const {id, schedule} of expected) {
          if (schedule.phase !== 'review' || schedule.due <= day) expect(asked).toContain(id)
        }
      }
    })
  })
  fc.assert(property, {numRuns: 100})
})

test('importing again changes nothing, whatever was imported before', () => {
  const property = fc.property(
    fc.array(operation, {maxLength: 15}),
    fc.array(fc.constantFrom(...CONTENTS)),
    (operations, contents) => {
      const db = openDatabase({path: ':memory:', migrationsDirectory: MIGRATIONS})
      const store = storeOn(db)
      const documents = [documentOf('a.md', contents), documentOf('b.md', contents.slice(1))]
      const random = seeded(1)
      for (const step of operations) {
        if (step.type === 'import')
          importInto(store, [documentOf(step.path, step.contents)], {random})
      }
      importInto(store, documents, {random})
      const before = store.importSnapshot(['a.md', 'b.md'])
      const plan = importInto(store, documents, {random})
      for (const planned of plan.documents) {
        if (planned.outcome !== 'read') throw new Error('expected to be read')
        expect(planned.notes.every(({status}) => status === 'unchanged')).toBe(true)
        expect(planned.absent).toEqual([])
      }
      expect(store.importSnapshot(['a.md', 'b.md'])).toEqual(before)
      db.close()
    },
  )
  fc.assert(property, {numRuns: 100})
})
