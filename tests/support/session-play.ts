import fc from 'fast-check'
import type {Card, CardId} from '../../src/core/card.ts'
import {type CardAction, FLAGS, withAction} from '../../src/core/marks.ts'
import type {Practice} from '../../src/core/practice.ts'
import {RATINGS, type Rating} from '../../src/core/rating.ts'
import type {EntryId, Review} from '../../src/core/review-log.ts'
import {
  type SessionContext,
  type SessionEvent,
  type SessionState,
  transition,
} from '../../src/core/session.ts'
import type {SessionEffect} from '../../src/core/session-effects.ts'
import {cardIdsOf, currentCard} from '../../src/core/session-state.ts'
import type {Earlier} from '../../src/core/step.ts'
import type {Instant, Moment} from '../../src/core/time.ts'
import {minutesIn} from './ui-cards.ts'

/** What a learner does in a session. `wait`: minutes before it; `pick`: of all cards, the present one where there is none. */
export type Play = {readonly wait: number} & (
  | {readonly type: 'reveal' | 'undo' | 'tick'}
  | {readonly type: 'rate'; readonly rating: Rating; readonly recalled: number | undefined}
  | {readonly type: 'act'; readonly action: CardAction; readonly pick: number | undefined}
  | {readonly type: 'edit'; readonly picks: readonly number[]; readonly isGone: boolean}
)

/** Mostly a few minutes, sometimes hours, at times none; and a clock may be set back. */
const wait = fc.oneof(
  {weight: 6, arbitrary: fc.double({min: 0, max: 3, noNaN: true})},
  {weight: 1, arbitrary: fc.integer({min: -20, max: 600})},
)

export const anyAction: fc.Arbitrary<CardAction> = fc.oneof(
  fc.record({kind: fc.constant('suspend' as const), isSuspended: fc.boolean()}),
  fc.record({
    kind: fc.constant('bury' as const),
    scope: fc.constantFrom('card' as const, 'note' as const),
  }),
  fc.record({kind: fc.constant('flag' as const), flag: fc.constantFrom(undefined, ...FLAGS)}),
  fc.record({kind: fc.constant('fix' as const), needsFixing: fc.boolean()}),
  fc.record({
    kind: fc.constant('tag' as const),
    ownTags: fc.array(fc.constantFrom('own', 'other', 'document'), {maxLength: 3}),
  }),
)

export const anyPlay: fc.Arbitrary<Play> = fc.oneof(
  {weight: 6, arbitrary: fc.record({type: fc.constant('reveal' as const), wait})},
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('rate' as const),
      rating: fc.constantFrom(...RATINGS),
      recalled: fc.option(fc.nat(5), {nil: undefined}),
      wait,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('act' as const),
      action: anyAction,
      pick: fc.option(fc.nat(), {nil: undefined}),
      wait,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      picks: fc.array(fc.nat(), {minLength: 1, maxLength: 3}),
      isGone: fc.boolean(),
      wait,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({type: fc.constantFrom('undo' as const, 'tick' as const), wait}),
  },
)

type Kept =
  | {readonly kind: 'review'; readonly review: Review}
  | {readonly kind: 'step'; readonly id: EntryId; readonly earlier: (cards: Cards) => Earlier}

type Cards = ReadonlyMap<CardId, Card>

/** Cards on disk, as simple as can be: a list of what was done, each with all cards as they were before it. */
export function makeDisk(initial: readonly Card[]) {
  let cards: Cards = new Map(initial.map(card => [card.id, card]))
  const done: (Kept & {readonly before: Cards})[] = []
  const practice: Practice[] = []

  function takeBack(matches: (kept: Kept) => boolean): void {
    const last = done.pop()
    if (!last || !matches(last)) throw new Error('What is taken back was not done last')
    cards = last.before
  }

  return {
    cards: () => cards,
    reviews: () => done.flatMap(kept => (kept.kind === 'review' ? [kept.review] : [])),
    practice: () => practice,

    perform(effect: SessionEffect): void {
      const before = cards
      const card = (id: CardId) => cards.get(id) as Card
      switch (effect.type) {
        case 'record-review': {
          const {review, from} = effect
          if (card(review.cardId).schedule !== from) throw new Error('Rated what is not there')
          const after = {...card(review.cardId), schedule: review.after}
          cards = new Map(cards).set(review.cardId, after)
          done.push({kind: 'review', review, before})
          break
        }
        case 'revert-review':
          takeBack(kept => kept.kind === 'review' && kept.review.id === effect.undo.voids)
          break
        case 'record-action': {
          const {step, studyDay} = effect
          const [id] = step.cardIds
          const target = card(id as CardId)
          const change = (other: Card) => withAction(other, target, step.action, studyDay)
          cards = new Map([...cards].map(([other, card]) => [other, change(card)]))
          done.push({
            kind: 'step',
            id: step.id,
            before,
            earlier: cards => ({kind: 'action', step, cards: [...cards.values()], askNext: id}),
          })
          break
        }
        case 'revert-action':
        case 'revert-edit':
          takeBack(kept => kept.kind === 'step' && kept.id === effect.stepId)
          break
        case 'record-practice':
          practice.push(effect.practice)
          break
        case 'revert-practice':
          if (practice.pop()?.id !== effect.undo.voids) throw new Error('Not the last practice')
      }
    },

    /** A document is imported again: other words for these cards, or none any more. */
    edit(picked: ReadonlySet<Card>, isGone: boolean, id: EntryId): boolean {
      const before = cards
      const change = (card: Card): Card => {
        if (!picked.has(card)) return card
        if (isGone) return {...card, isAbsent: true}
        return {...card, content: {kind: 'basic', question: `After ${id}?`, answer: id}}
      }
      cards = new Map([...cards].map(([other, card]) => [other, change(card)]))
      const step = {id, at: minutesIn(0).at, sources: ['databases.md'], added: 0, changed: 1}
      const [first] = picked
      done.push({
        kind: 'step',
        id,
        before,
        earlier: cards => ({kind: 'edit', step, cards: [...cards.values()], askNext: first?.id}),
      })
      return true
    },

    newestDone(): Earlier | undefined {
      const last = done.at(-1)
      if (!last) return undefined
      if (last.kind === 'step') return last.earlier(last.before)
      const {review, before} = last
      const card = before.get(review.cardId) as Card
      return {kind: 'review', review, cards: [card], askNext: card.id}
    },
  }
}

/** What a session is played against. */
export interface Disk {
  /** Every card, absent ones too. */
  readonly cards: () => Cards
  readonly perform: (effect: SessionEffect) => void
  /** @returns whether anything has changed */
  readonly edit: (picked: ReadonlySet<Card>, isGone: boolean, id: EntryId) => boolean
  readonly newestDone: (asked: readonly CardId[]) => Earlier | undefined
}

export interface Played {
  readonly before: SessionState
  readonly play: Play
  readonly after: SessionState
  readonly effects: readonly SessionEffect[]
  readonly moment: Moment
  /** Whether there was something to take back that was done before the session. */
  readonly hadEarlier: boolean
}

/** Plays a session from its start against cards on disk, and calls back after each event. */
export function playSession(
  start: SessionState,
  plays: readonly Play[],
  {disk, context, newId}: {disk: Disk; context: SessionContext; newId: (at: Instant) => EntryId},
  check: (played: Played) => void = () => {},
): SessionState {
  let state = start
  let minutes = 0
  for (const play of plays) {
    minutes += play.wait
    const moment = minutesIn(Math.round(minutes * 60_000) / 60_000)
    const earlier = state.last ? undefined : disk.newestDone(cardIdsOf(state))
    const event = eventOf(play, state, {disk, moment, entryId: newId(moment.at), earlier})
    const [after, effects] = event ? transition(state, event, context) : [state, []]
    for (const effect of effects) disk.perform(effect)
    check({before: state, play, after, effects, moment, hadEarlier: earlier !== undefined})
    state = after
  }
  return state
}

function eventOf(
  play: Play,
  state: SessionState,
  {
    disk,
    moment,
    entryId,
    earlier,
  }: {disk: Disk; moment: Moment; entryId: EntryId; earlier: Earlier | undefined},
): SessionEvent | undefined {
  const all = [...disk.cards().values()]
  const picked = (pick: number) => all[pick % all.length]
  switch (play.type) {
    case 'reveal':
      return {type: 'reveal'}
    case 'tick':
      return {type: 'tick', moment}
    case 'undo':
      return {type: 'undo', moment, entryId, earlier}
    case 'rate': {
      const points = play.recalled === undefined ? undefined : {recalled: play.recalled, total: 5}
      return {type: 'rate', rating: play.rating, moment, entryId, durationMs: 1000, points}
    }
    case 'act': {
      const card = play.pick === undefined ? undefined : picked(play.pick)
      return {type: 'act', action: play.action, moment, entryId, card}
    }
    case 'edit': {
      const cards = new Set(play.picks.flatMap(pick => picked(pick) ?? []))
      if (cards.size === 0 || !disk.edit(cards, play.isGone, entryId)) return undefined
      const after = disk.cards()
      const now = cardIdsOf(state).map(id => after.get(id) as Card)
      return {type: 'edited', moment, stepId: entryId, cards: now}
    }
  }
}

/** Every card that a session may still ask. */
export function cardsLeftIn(state: SessionState): readonly Card[] {
  const present = currentCard(state)
  return [...(present ? [present] : []), ...state.main.slice(state.taken), ...state.learning]
}
