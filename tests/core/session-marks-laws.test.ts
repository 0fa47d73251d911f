import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Card, CardId} from '../../src/core/card.ts'
import {canBeAsked} from '../../src/core/marks.ts'
import type {NoteId} from '../../src/core/note.ts'
import type {Queue} from '../../src/core/queue.ts'
import {currentCard, type SessionState, startSession} from '../../src/core/session.ts'
import {answersOf, doneIn} from '../../src/core/session-summary.ts'
import {isDue} from '../../src/core/wait.ts'
import {
  anyPlay,
  cardsLeftIn,
  makeDisk,
  type Play,
  type Played,
  playSession,
} from '../support/session-play.ts'
import {
  countedIds,
  learningDue,
  makeCard,
  makeContext,
  minutesIn,
  reviewDue,
  TODAY,
} from '../support/ui-cards.ts'

const KINDS = ['new', 'due', 'later', 'learning', 'siblings'] as const

const anyCards = fc
  .array(fc.constantFrom(...KINDS), {maxLength: 6})
  .map(kinds => kinds.flatMap((kind, index) => cardsOf(kind, `note${index}`)))

function cardsOf(kind: (typeof KINDS)[number], name: string): readonly Card[] {
  switch (kind) {
    case 'new':
      return [{...makeCard(name), tags: ['document']}]
    case 'due':
      return [makeCard(name, reviewDue(-1))]
    case 'later':
      return [makeCard(name, reviewDue(9))]
    case 'learning':
      return [makeCard(name, learningDue(3))]
    case 'siblings':
      return [makeCard(name, reviewDue(0)), makeCard(name, undefined, {variant: 'backward'})]
  }
}

const anyMode = fc.constantFrom('schedule' as const, 'cram' as const)
const plays = (maxLength: number) => fc.array(anyPlay, {maxLength})

/** The queue that a collection gives, without limits. */
function queueOf(cards: Iterable<Card>, isCram: boolean): Queue {
  const open = [...cards].filter(card => canBeAsked(card, TODAY))
  const isLearning = ({schedule: {phase}}: Card) => phase === 'learning' || phase === 'relearning'
  return {
    learning: open.filter(isLearning),
    main: open.filter(
      card =>
        !isLearning(card) &&
        (isCram || card.schedule.phase === 'new' || isDue(card.schedule, minutesIn(0))),
    ),
  }
}

/** Sessions one after the other over the same cards, as with restarts between them. */
function playAll(
  cards: readonly Card[],
  sessions: readonly {mode: 'schedule' | 'cram'; plays: readonly Play[]}[],
  check: (played: Played, disk: ReturnType<typeof makeDisk>) => void = () => {},
) {
  const disk = makeDisk(cards)
  const newId = countedIds()
  const states = sessions.map(({mode, plays}) => {
    const context = {...makeContext(), mode}
    const queue = queueOf(disk.cards().values(), mode === 'cram')
    const start = startSession({queue, moment: minutesIn(0)}, context)
    const end = playSession(start, plays, {disk, context, newId}, played => check(played, disk))
    return {start, end}
  })
  return {disk, states}
}

const law = (
  check: (
    cards: readonly Card[],
    sessions: readonly {mode: 'schedule' | 'cram'; plays: readonly Play[]}[],
  ) => void,
) =>
  fc.assert(
    fc.property(
      anyCards,
      fc.array(fc.record({mode: anyMode, plays: plays(40)}), {minLength: 1, maxLength: 3}),
      check,
    ),
    {numRuns: 300},
  )

test('what the session will ask is what is on disk, and can be asked', () => {
  law((cards, sessions) => {
    playAll(cards, sessions, ({after, moment}, disk) => {
      for (const card of cardsLeftIn(after)) {
        expect(card).toEqual(disk.cards().get(card.id))
        const {buriedUntil} = card.marks
        expect(card.isAbsent ?? card.marks.isSuspended).toBe(false)
        if (buriedUntil !== undefined) expect(buriedUntil).toBeLessThanOrEqual(moment.studyDay)
      }
    })
  })
})

test('undo gives exactly the state left, after an answer its question', () => {
  law((cards, sessions) => {
    let left: SessionState[] = []
    playAll(cards, sessions, ({before, play, after}) => {
      if (doneIn(before).length === 0) left = []
      if (play.type === 'undo') {
        const expected = left.pop()
        if (expected) expect(after).toEqual(expected)
        else expect(after.last).toBeUndefined()
      } else if (after.last !== before.last) {
        const isAnswer = play.type === 'rate'
        left.push(isAnswer ? ({...before, kind: 'asking'} as SessionState) : before)
      }
    })
  })
})

test('everything can be taken back, beyond the start of the session, until all is as it was', () => {
  law((cards, sessions) => {
    const undos = Array.from({length: 121}, (): Play => ({type: 'undo', wait: 0}))
    const last = {mode: 'schedule' as const, plays: undos}
    const {disk, states} = playAll(cards, [...sessions, last])
    expect(disk.newestDone()).toBeUndefined()
    expect([...disk.cards().values()]).toEqual(cards)
    expect(states.at(-1)?.end.last).toBeUndefined()
  })
})

test('an event has one effect where it changes something, and none where it changes nothing', () => {
  law((cards, sessions) => {
    playAll(cards, sessions, ({before, play, after, effects, hadEarlier}) => {
      const isWritten = play.type === 'rate' || play.type === 'undo' || play.type === 'act'
      if (before === after && !hadEarlier) expect(effects).toEqual([])
      if (before !== after) expect(effects).toHaveLength(isWritten ? 1 : 0)
      if (effects.length > 0 && play.type !== 'undo') {
        expect(doneIn(after)).toHaveLength(doneIn(before).length + 1)
      }
    })
  })
})

test('no card is lost: it is left, or answered, or cannot be asked', () => {
  law((cards, sessions) => {
    let start = new Set<CardId>()
    let current: SessionState | undefined
    // Of notes of which a card is asked again after a restart, the other cards wait until tomorrow.
    let askedAgain = new Set<NoteId>()
    playAll(cards, sessions, ({before, play, after, effects}, disk) => {
      if (!current || before !== current) {
        start = new Set(cardsLeftIn(before).map(({id}) => id))
        askedAgain = new Set()
      }
      current = after
      const card = currentCard(after)
      if (play.type === 'undo' && !before.last && effects.length > 0 && card) {
        askedAgain.add(card.noteId)
        start.add(card.id)
      }
      const left = new Set(cardsLeftIn(after).map(({id}) => id))
      const answered = new Set(answersOf(after).map(({cardId}) => cardId))
      // Unsuspended in the same session, it comes back with the next one.
      const wasOut = [...doneIn(after), ...doneIn(before)].some(
        done => done.kind === 'action' && done.step.action.kind === 'suspend',
      )
      for (const id of start) {
        const {marks, isAbsent, noteId} = disk.cards().get(id) as Card
        const isOut = isAbsent || marks.isSuspended || marks.buriedUntil !== undefined
        if (isOut) start.delete(id)
        else if (!wasOut && !askedAgain.has(noteId)) {
          expect(left.has(id) || answered.has(id)).toBe(true)
        }
      }
    })
  })
})

test('outside the schedule no schedule changes, and an answer is final unless it was again', () => {
  fc.assert(
    fc.property(anyCards, plays(60), (cards, plays) => {
      const {disk, states} = playAll(cards, [{mode: 'cram', plays}], ({before, play, after}) => {
        if (play.type !== 'rate' || before.kind !== 'answering') return
        const count = (state: SessionState) =>
          cardsLeftIn(state).filter(({id}) => id === before.card.id).length
        expect(count(after)).toBe(count(before) - (play.rating === 'again' ? 0 : 1))
      })
      for (const card of cards) {
        expect(disk.cards().get(card.id)?.schedule).toBe(card.schedule)
      }
      expect(disk.reviews()).toEqual([])
      const end = states[0]?.end as SessionState
      expect(disk.practice()).toEqual(answersOf(end))
    }),
  )
})
